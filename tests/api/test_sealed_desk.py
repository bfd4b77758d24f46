"""The sealed desk: its list, who looked, and withdrawals (article 30)."""

from typing import Any

import httpx
import pytest
from sqlmodel import select

from records.models import AuditEntry, Matter
from records.models.matter import MatterEnd
from records.sealed_looks import LOOK
from tests.api.office import Office
from tests.api.sealed_cases import SealedCase, sealed_case

WHY: dict[str, Any] = {"reason": "不再反映", "is_written": True}


@pytest.fixture
def case(office: Office) -> SealedCase:
    return sealed_case(office, 7)


def kept(office: Office) -> list[tuple[str, str | None, str]]:
    with office.database.reading() as session:
        rows = session.exec(select(AuditEntry).where(AuditEntry.action == LOOK)).all()
        return [(row.actor, row.petition_id, row.detail["at"]) for row in rows]


async def test_every_look_is_kept_with_who_and_at_what(office: Office, case: SealedCase) -> None:
    number, document = case.petition.number, case.document_id
    async with office.client("sealed") as desk:
        for path in ("/api/sealed", f"/api/petitions/{number}", f"/api/documents/{document}"):
            assert (await desk.get(path)).status_code == 200
        assert (await desk.get(f"/api/tasks/{case.task_keys[1]}")).status_code == 200
        told = (await desk.get(f"/api/sealed/{number}/looks")).json()["looks"]
    own = case.petition.id
    assert kept(office)[:4] == [
        ("sealed", None, "list"),
        ("sealed", own, "case"),
        ("sealed", own, f"document {document}"),
        ("sealed", own, "hand_over_report"),
    ]
    assert [one["what"] for one in told] == ["hand_over_report", f"document {document}", "case"]


async def test_a_page_that_renews_itself_is_one_look(office: Office, case: SealedCase) -> None:
    async with office.client("sealed") as desk:
        for _ in range(3):
            await desk.get(f"/petitions/{case.petition.number}", headers={"HX-Request": "true"})
    assert [at for _, _, at in kept(office)] == ["case"]


async def test_looking_at_an_open_petition_is_not_kept(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    petition = office.petition()
    await clerk.get(f"/api/petitions/{petition.number}")
    assert kept(office) == []


async def test_looks_do_not_fill_the_history_of_the_case(office: Office, case: SealedCase) -> None:
    path = f"/api/petitions/{case.petition.number}"
    async with office.client("sealed") as desk:
        await desk.get(path)
        history = (await desk.get(path)).json()["history"]
    assert LOOK not in [entry["code"] for entry in history]


@pytest.mark.parametrize("user", ["clerk", "manager", "auditor", "admin"])
async def test_for_others_there_is_no_desk(office: Office, case: SealedCase, user: str) -> None:
    async with office.client(user) as client:
        for path in ("/api/sealed", f"/api/sealed/{case.petition.number}/looks", "/sealed"):
            assert (await client.get(path)).status_code == 404


async def test_an_open_petition_has_no_list_of_looks(office: Office) -> None:
    async with office.client("sealed") as desk:
        answer = await desk.get(f"/api/sealed/{office.petition().number}/looks")
    assert answer.status_code == 404


async def test_its_pages_show_the_list_and_the_looks(office: Office, case: SealedCase) -> None:
    async with office.client("sealed") as desk:
        page = await desk.get("/sealed")
        looks = await desk.get(f"/sealed/{case.petition.number}/looks")
    assert case.petition.subject in page.text
    assert "检举控告专岗" in looks.text


class TestWithdrawal:
    """The desk takes the statement, and says whether the public interest wants it to go on."""

    async def withdraw(self, office: Office, case: SealedCase, **change: Any) -> httpx.Response:
        async with office.client("sealed") as desk:
            path = f"/api/petitions/{case.petition.number}/withdrawal"
            return await desk.post(path, json=WHY | change)

    def told(self, office: Office) -> list[str]:
        return [one["name"] for _, one in office.outbox() if "name" in one]

    async def test_a_report_goes_on_unless_it_is_said_otherwise(
        self, office: Office, case: SealedCase
    ) -> None:
        answer = await self.withdraw(office, case)
        assert answer.json() == {"petition": False, "matters": []}
        assert self.told(office) == []

    async def test_without_a_public_interest_it_ends(
        self, office: Office, case: SealedCase
    ) -> None:
        answer = await self.withdraw(office, case, in_public_interest=False)
        assert answer.json() == {"petition": False, "matters": [1]}
        assert self.told(office) == ["matter_withdrawn"]

    async def test_what_was_handed_over_goes_on_in_any_case(
        self, office: Office, case: SealedCase
    ) -> None:
        with office.database.transaction() as session:
            [matter] = session.exec(select(Matter).where(Matter.is_sealed))
            matter.end = MatterEnd.handed_over
            session.add(matter)
        answer = await self.withdraw(office, case, in_public_interest=False)
        assert answer.json() == {"petition": False, "matters": []}

    async def test_on_the_page_a_box_says_so(self, office: Office, case: SealedCase) -> None:
        path = f"/petitions/{case.petition.number}"
        async with office.client("sealed") as desk:
            assert "in_public_interest" in (await desk.get(path)).text
            form = {"reason": "不再反映", "is_written": "true", "is_sealed_form": "true"}
            answer = await desk.post(f"{path}/withdrawal", data=form)
        assert "?done=withdrawn" in answer.headers["location"]
        assert self.told(office) == ["matter_withdrawn"]

    async def test_others_cannot_take_it(
        self, office: Office, case: SealedCase, clerk: httpx.AsyncClient
    ) -> None:
        path = f"/api/petitions/{case.petition.number}/withdrawal"
        assert (await clerk.post(path, json=WHY)).status_code == 404
