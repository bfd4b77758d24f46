"""Examining a matter: route and procedure are proposed, and decided otherwise with a reason."""

import json
from typing import Any

import httpx
import pytest
from sqlmodel import select

from journal import tables
from records.models import DecisionOverride
from settings import ROOT
from tests.api.matter_tasks import add_matter, matter_of, task_of
from tests.api.office import HOUSING, Office, millis

KEYS = {"propose_route": 2251799813685400, "propose_procedure": 2251799813685410}
OWN: dict[str, Any] = {"power": "own", "route": "petition", "procedure": "ordinary"}


def examined(office: Office, **outputs: dict[str, str]) -> tuple[str, int]:
    """A matter at examine_matter after the tables answered; its id, and the task's key."""
    petition = office.petition()
    matter = add_matter(office, petition)
    key = task_of(office, petition, matter, "examine_matter", f"acceptance_clerk@{HOUSING}")
    for decision_id, output in outputs.items():
        _deployed(office, decision_id)
        office.proposed(
            key,
            rule="rule",
            decision_id=decision_id,
            decision_key=KEYS[decision_id],
            element_id=decision_id,
            inputs="{}",
            output=json.dumps(output | {"basis": "regulation_2022:31"}),
        )
    return matter, key


async def clerk_decides(office: Office, key: int, **data: Any) -> httpx.Response:
    async with office.client("acceptance_zj") as clerk:
        await clerk.post(f"/api/tasks/{key}/claim")
        return await clerk.post(f"/api/tasks/{key}/completion", json={"data": data})


async def start(office: Office, key: int) -> dict[str, Any]:
    async with office.client("acceptance_zj") as clerk:
        task = (await clerk.get(f"/api/tasks/{key}")).json()
    assert [proposal["decision_id"] for proposal in task["proposals"]] == [*KEYS]
    data: dict[str, Any] = task["data"]
    return data


def variables(office: Office) -> Any:
    return office.outbox()[-1][1]["variables"]


async def test_what_is_proposed_is_preselected(office: Office) -> None:
    _, key = examined(
        office,
        propose_route={"route": "petition", "route_step": "petition_procedure"},
        propose_procedure={"procedure": "simple"},
    )
    data = await start(office, key)
    assert (data["route"], data["procedure"]) == ("petition", "simple")
    assert (data["proposed_route"], data["proposed_procedure"]) == ("petition", "simple")


async def test_deciding_otherwise_needs_a_reason_for_each_table(office: Office) -> None:
    matter, key = examined(
        office,
        propose_route={"route": "duty", "route_step": "perform_or_answer"},
        propose_procedure={"procedure": "by_route"},
    )
    assert "procedure" not in await start(office, key)

    refused = await clerk_decides(office, key, **OWN)
    assert (refused.status_code, refused.json()["error"]) == (422, "OverrideNeedsReason")
    assert (await clerk_decides(office, key, **OWN, note="不是查处请求。")).status_code == 200

    with office.database.reading() as session:
        [override] = session.exec(select(DecisionOverride)).all()
        assert override.decision_id == "propose_route"
        assert (override.proposed, override.decided) == ({"route": "duty"}, {"route": "petition"})
        assert matter_of(session, matter).route == "petition"


@pytest.mark.parametrize(
    "data", [OWN, {"power": "own", "route": "none"}], ids=["a route", "left open"]
)
async def test_where_several_routes_are_open_the_petitioner_is_asked(
    office: Office, data: dict[str, Any]
) -> None:
    _, key = examined(
        office,
        propose_route={"route": "none", "route_step": "ask_choice"},
        propose_procedure={"procedure": "ordinary"},
    )
    assert (await clerk_decides(office, key, **data)).status_code == 200
    assert variables(office) == {
        "power": "own",
        "route": "none",
        "is_choice_needed": True,
        "procedure": "by_route",
    }


async def test_who_has_no_power_overrides_nothing(office: Office) -> None:
    _, key = examined(office, propose_route={"route": "duty", "route_step": "perform_or_answer"})
    reasons = {"objection_reasons": "属教育部门。", "objection_basis": "“三定”规定"}
    assert (await clerk_decides(office, key, power="none", **reasons)).status_code == 200
    assert variables(office) == {"power": "none", "is_choice_needed": False}


def _deployed(office: Office, decision_id: str) -> None:
    at = millis(office.clock.now())
    key = KEYS[decision_id]
    requirements = {
        "requirements_key": key + 1,
        "requirements_id": f"{decision_id}_definitions",
        "version": 1,
        "xml": (ROOT / "bpmn" / f"{decision_id}.dmn").read_text(),
        "deployed_at": at,
    }
    decision = {
        "decision_key": key,
        "decision_id": decision_id,
        "name": "拟定",
        "version": 1,
        "requirements_key": key + 1,
        "deployed_at": at,
    }
    office.write(tables.requirements, [requirements])
    office.write(tables.decision, [decision])
