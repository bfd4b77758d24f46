"""The registration record over the API: everything intake knows, and what follows from it."""

from typing import Any

import httpx
import pytest

from records.models import Membership, Petition
from tests.api.office import HOUSING, Office

NEW: dict[str, Any] = {
    "form": "letter",
    "subject": "小区电梯停用",
    "text": "电梯停用已有两个月。",
    "petitioner_name": "某信访人",
}
VISIT = NEW | {"form": "visit"}
WHOLE: dict[str, Any] = NEW | {
    "former_name": "旧名",
    "certificate_type": "id_card",
    "id_number": "11010519491231002X",
    "is_verified": True,
    "household_address": "示范市二号路",
    "residence": "示范市三号路",
    "address": "示范市一号路",
    "phone": "000-0000",
    "email": "petitioner@example.invalid",
    "employer": "示范厂",
    "accepts_electronic": True,
    "people": 3,
    "incident_place": "示范小区",
    "division": "990100",
    "content_class": "080100",
    "claims": ["修好电梯", "公开账目"],
    "course": [{"on": "2026-09-01", "organ": "示范街道", "what": "答复由物业处理"}],
    "companions": [{"name": "乙某某", "phone": "000-0001", "is_representative": True}],
    "agents": [{"name": "丁某某", "has_mandate": True}],
    "flags": ["backlog"],
}


async def file(client: httpx.AsyncClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post("/api/petitions", json=body)
    assert answer.status_code == 201, answer.text
    filed: dict[str, Any] = answer.json()
    return filed


async def case(client: httpx.AsyncClient, filed: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"/api/petitions/{filed['number']}")).json()
    return found


async def flags(client: httpx.AsyncClient, body: dict[str, Any]) -> list[str]:
    return [flag["id"] for flag in (await case(client, await file(client, body)))["flags"]]


async def test_everything_that_is_registered_is_shown(clerk: httpx.AsyncClient) -> None:
    shown = await case(clerk, await file(clerk, WHOLE))

    who = shown["petitioner"]
    for field in ("former_name", "household_address", "residence", "address", "email", "employer"):
        # Personal data are masked: each field is asked for.
        path = f"/api/petitions/{shown['number']}/people/petitioner"
        asked = (await clerk.post(f"{path}/reveal", json={"field": field})).json()
        assert asked["value"] == WHOLE[field]
    assert who["certificate_type"] == {"id": "id_card", "name": "居民身份证"}
    assert (who["is_verified"], who["accepts_electronic"]) == (True, True)
    assert who["is_id_number_mistyped"] is False
    assert (shown["people"], shown["incident_place"]) == (3, "示范小区")
    assert shown["division"] == {"id": "990100", "name": "990100"}
    assert shown["content_class"]["id"] == "080100"
    assert [claim["text"] for claim in shown["claims"]] == ["修好电梯", "公开账目"]
    assert shown["course"] == WHOLE["course"]
    [companion] = shown["companions"]
    assert (companion["name"], companion["is_representative"]) == ("乙某某", True)
    [agent] = shown["agents"]
    assert (agent["standing"], agent["has_mandate"]) == ("agent", True)
    assert shown["flags"] == [{"id": "backlog", "name": "积案"}]


async def test_the_engine_is_told_ids_and_codes_only(
    office: Office, clerk: httpx.AsyncClient
) -> None:
    filed = await file(clerk, WHOLE | {"tags": ["own_rights"]})

    [(kind, payload)] = office.outbox()
    assert kind == "start_instance"
    assert payload["variables"] == {
        "petition_id": filed["id"],
        "bureau": "990100-xf",
        "form": "letter",
        "tags": ["own_rights"],
    }


async def test_without_a_card_it_is_registered_and_marked_unverified(
    clerk: httpx.AsyncClient,
) -> None:
    """Regulation 19(1) asks for name and address only."""
    shown = await case(clerk, await file(clerk, NEW))

    assert shown["petitioner"]["is_verified"] is False
    assert shown["is_name_clear"] is True


async def test_a_mistyped_card_number_is_a_warning_and_no_obstacle(
    clerk: httpx.AsyncClient,
) -> None:
    filed = await file(clerk, WHOLE | {"id_number": "110105194912310021"})

    assert filed["warnings"] == ["id_number_mistyped"]
    assert (await case(clerk, filed))["petitioner"]["is_id_number_mistyped"] is True


@pytest.mark.parametrize("change", [{"petitioner_name": ""}, {"petitioner_name": "  "}])
async def test_without_a_name_it_is_anonymous_and_no_notice_is_owed(
    clerk: httpx.AsyncClient, change: dict[str, str]
) -> None:
    """Regulation 23(2): name or address unclear."""
    shown = await case(clerk, await file(clerk, NEW | change))

    assert [flag["id"] for flag in shown["flags"]] == ["anonymous"]
    assert shown["is_name_clear"] is False


async def test_an_unclear_address_waives_the_notice_too(clerk: httpx.AsyncClient) -> None:
    shown = await case(clerk, await file(clerk, NEW | {"is_name_clear": False}))

    assert shown["flags"] == []
    assert shown["is_name_clear"] is False


async def test_flags_that_follow_from_the_facts_are_not_for_people_to_claim(
    clerk: httpx.AsyncClient,
) -> None:
    assert await flags(clerk, NEW | {"flags": ["anonymous", "joint", "repeated"]}) == ["repeated"]
    assert await flags(clerk, NEW | {"people": 4}) == []
    assert await flags(clerk, NEW | {"people": 5}) == ["joint"]
    group = VISIT | {"people": 5, "petitioner_name": ""}
    assert await flags(clerk, group) == ["anonymous", "collective"]


async def test_everybody_listed_is_counted(clerk: httpx.AsyncClient) -> None:
    companions = [{"name": f"某某{n}"} for n in range(6)]
    shown = await case(clerk, await file(clerk, NEW | {"people": 2, "companions": companions}))

    assert shown["people"] == 7
    assert [flag["id"] for flag in shown["flags"]] == ["joint"]


def visitors(speaking: int) -> dict[str, Any]:
    names = [{"name": f"某某{n}", "is_representative": n < speaking} for n in range(6)]
    return VISIT | {"companions": names}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (visitors(6), "TooManyRepresentatives"),
        (visitors(5) | {"is_spokesperson": True}, "TooManyRepresentatives"),
        (visitors(0), "RepresentativesMissing"),
        (VISIT | {"people": 6}, "RepresentativesMissing"),
        (NEW | {"agents": [{"name": "丁某某"}]}, "MandateMissing"),
        (NEW | {"agents": [{"name": f"{n}", "has_mandate": True} for n in "123"]}, "TooManyAgents"),
    ],
)
async def test_who_speaks_and_who_acts_is_limited(
    office: Office, clerk: httpx.AsyncClient, body: dict[str, Any], error: str
) -> None:
    """Regulation 20(3): at most five speak for a visit of more; agents show a mandate."""
    answer = await clerk.post("/api/petitions", json=body)

    assert (answer.status_code, answer.json()["error"]) == (409, error)
    assert office.outbox() == []


@pytest.mark.parametrize(
    "body", [visitors(5), visitors(0) | {"is_spokesperson": True}, visitors(6) | {"form": "letter"}]
)
async def test_five_may_speak_and_letters_need_nobody(
    clerk: httpx.AsyncClient, body: dict[str, Any]
) -> None:
    await file(clerk, body)


async def test_a_guardian_needs_no_mandate_of_an_agent(clerk: httpx.AsyncClient) -> None:
    body = NEW | {"agents": [{"name": "丁某某", "standing": "guardian"}]}
    assert (await case(clerk, await file(clerk, body)))["agents"][0]["standing"] == "guardian"


@pytest.mark.parametrize("form", ["visit", "phone"])
async def test_what_was_told_by_mouth_is_read_back(clerk: httpx.AsyncClient, form: str) -> None:
    """Regulation 19(1): an oral petition is written down as told."""
    body = NEW | {"form": form}
    refused = await clerk.post("/api/petitions", json=body | {"is_read_back": False})

    assert (refused.status_code, refused.json()["error"]) == (422, "NotReadBack")
    assert refused.json()["errors"][0]["key"] == "is_read_back"
    assert (await case(clerk, await file(clerk, body)))["is_read_back"] is True


async def test_a_letter_is_not_read_back(clerk: httpx.AsyncClient) -> None:
    filed = await file(clerk, NEW | {"is_read_back": False})
    assert (await case(clerk, filed))["is_read_back"] is False


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"flags": ["no_such"]}, "flags"),
        ({"certificate_type": "no_such"}, "certificate_type"),
        ({"content_class": "999998"}, "content_class"),
        ({"division": "99"}, "division"),
        ({"division": "99010"}, "division"),
        ({"people": 0}, "people"),
        ({"companions": [{"name": ""}]}, "companions.0.name"),
        ({"course": [{"organ": "示范街道"}]}, "course.0.what"),
    ],
)
async def test_a_code_that_is_not_there_is_named(
    clerk: httpx.AsyncClient, change: dict[str, Any], field: str
) -> None:
    answer = await clerk.post("/api/petitions", json=NEW | change)

    assert answer.status_code == 422
    assert [fault["key"] for fault in answer.json()["errors"]] == [field]


async def test_a_petition_can_be_filed_at_a_unit_itself(office: Office) -> None:
    """Regulation 23(2): the number and the process are the unit's."""
    with office.database.transaction() as session:
        session.add(Membership(user_id="handler_zj", role="window_clerk", unit_id=HOUSING))
    async with office.client("handler_zj") as client:
        filed = await file(client, NEW)
        shown = await case(client, filed)

    assert filed["number"] == "990100022026X000001"
    assert shown["bureau"]["id"] == HOUSING
    assert office.outbox()[0][1]["variables"]["bureau"] == HOUSING


async def test_a_dissolved_unit_takes_no_petition(office: Office) -> None:
    from records.models import Unit

    with office.database.transaction() as session:
        unit = session.get_one(Unit, HOUSING)
        unit.dissolved_on = office.clock.now().date()
        session.add_all(
            [unit, Membership(user_id="handler_zj", role="window_clerk", unit_id=HOUSING)]
        )
    async with office.client("handler_zj") as client:
        answer = await client.post("/api/petitions", json=NEW)

    assert (answer.status_code, answer.json()["error"]) == (422, "UnitNotFound")


async def ask(client: httpx.AsyncClient, **body: Any) -> dict[str, Any]:
    answer = await client.post("/api/petitions/duplicates", json=NEW | body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


class TestDuplicates:
    async def test_the_surest_come_first_with_reasons(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        other = office.petition("学校收费", text="学校收取的费用没有公示。", phone="000-0009")
        same = office.petition("电梯", text="别的事情，与此无关。", phone="000-0000")

        found = await ask(clerk, phone="000 0000")

        [candidate] = found["candidates"]
        assert candidate["number"] == same.number != other.number
        assert (candidate["reasons"], candidate["score"]) == (["same_phone"], 0.9)
        assert found["hidden"] == 0

    async def test_likeness_of_the_text_is_told_in_hundredths(
        self, office: Office, clerk: httpx.AsyncClient
    ) -> None:
        office.petition("小区电梯停用", text="电梯停用已有两个月。", phone=None)

        [candidate] = (await ask(clerk))["candidates"]
        assert candidate["reasons"] == ["text 1.00"]

    async def test_those_one_may_not_see_are_only_counted(self, office: Office) -> None:
        office.petition("小区电梯停用", text="电梯停用已有两个月。")
        with office.database.transaction() as session:
            session.add(Membership(user_id="handler_jy", role="window_clerk", unit_id=HOUSING))
        async with office.client("handler_jy") as client:
            found = await ask(client)

        assert found == {"candidates": [], "hidden": 1}

    async def test_what_is_sealed_is_neither_shown_nor_counted(
        self, office: Office, clerk: httpx.AsyncClient, manager: httpx.AsyncClient
    ) -> None:
        """Regulation 30(3)."""
        petition = office.petition("小区电梯停用", text="电梯停用已有两个月。")
        with office.database.transaction() as session:
            kept = session.get_one(Petition, petition.id)
            kept.is_sealed = True
            session.add(kept)

        assert await ask(clerk) == {"candidates": [], "hidden": 0}
        with office.database.transaction() as session:
            session.add(Membership(user_id="clerk", role="sealed_clerk", unit_id="990100-xf"))
        assert len((await ask(clerk))["candidates"]) == 1

    async def test_it_is_for_who_files(
        self, office: Office, handler: httpx.AsyncClient, anyone: httpx.AsyncClient
    ) -> None:
        answer = await handler.post("/api/petitions/duplicates", json=NEW)
        assert (answer.status_code, answer.json()["error"]) == (403, "RoleMissing")
        assert (await anyone.post("/api/petitions/duplicates", json=NEW)).status_code == 401

    async def test_nothing_is_written(self, office: Office, clerk: httpx.AsyncClient) -> None:
        await ask(clerk)
        assert office.outbox() == []
        assert (await clerk.get("/api/petitions")).json()["petitions"] == []
