"""What became of suggestions, unit by unit (article 29)."""

from datetime import timedelta
from typing import Any

import httpx

from records.models import Matter, TaskDecision
from records.models.matter import MatterEnd
from records.models.petition import Category
from tests.api.office import HOUSING, SCHOOLS, Office

PATH = "/api/suggestions/figures"


def studied(office: Office, unit: str, adoption: str, *, days_ago: int = 0, **data: Any) -> None:
    """A suggestion that this unit has decided on."""
    petition = office.petition()
    matter: Matter = office.matter(
        petition, unit, category=Category.proposal, end=MatterEnd.answered
    )
    with office.database.transaction() as session:
        session.add(
            TaskDecision(
                task_key=next(office.keys),
                petition_id=petition.id,
                matter_id=matter.id,
                element_id="study_suggestion",
                data={"adoption": adoption} | data,
                decided_by="handler_zj",
                decided_at=office.clock.now() - timedelta(days=days_ago),
            )
        )


async def figures(client: httpx.AsyncClient, **query: str) -> dict[str, list[int]]:
    columns = ("adopted", "partly", "not_adopted", "rewarded", "open")
    rows = (await client.get(PATH, params=query)).json()["units"]
    return {row["unit"]["id"]: [row[name] for name in columns] for row in rows}


async def test_units_and_states_are_counted(office: Office, manager: httpx.AsyncClient) -> None:
    studied(office, HOUSING, "adopted", is_rewarded=True, reward="荣誉证书")
    studied(office, HOUSING, "partly")
    studied(office, SCHOOLS, "not_adopted")
    office.matter(office.petition(), SCHOOLS, category=Category.opinion)
    office.matter(office.petition(), SCHOOLS)
    assert await figures(manager) == {HOUSING: [1, 1, 0, 1, 0], SCHOOLS: [0, 0, 1, 0, 1]}


async def test_days_are_asked_for(office: Office, manager: httpx.AsyncClient) -> None:
    studied(office, HOUSING, "adopted", days_ago=3)
    day = (office.clock.now() - timedelta(days=3)).date()
    assert await figures(manager, since=day.isoformat(), until=day.isoformat()) == {
        HOUSING: [1, 0, 0, 0, 0]
    }
    assert await figures(manager, since=(day + timedelta(days=1)).isoformat()) == {}


async def test_a_unit_reads_its_own(office: Office, handler: httpx.AsyncClient) -> None:
    studied(office, HOUSING, "adopted")
    studied(office, SCHOOLS, "adopted")
    assert [*await figures(handler)] == [HOUSING]
    async with office.client("designer") as designer:
        assert (await designer.get(PATH)).json()["error"] == "RoleMissing"


async def test_the_page_shows_them(office: Office, manager: httpx.AsyncClient) -> None:
    studied(office, HOUSING, "adopted")
    page = await manager.get("/suggestions")
    assert page.status_code == 200
    assert "示范市住房和城乡建设局" in page.text
