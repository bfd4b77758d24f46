"""What is another's does not exist: 404 from whatever takes its id, never 403.

Made from the parameters of every address; one that is new has to be named here.
"""

import pytest

from api.access import ROWS
from records.people import UNIT_ROLES
from tests.api.access_calls import Calls
from tests.api.access_office import AccessOffice
from tests.api.access_operations import Operation, every_operation
from tests.api.access_roles import USERS

# Of a case, of one person, of one unit; all others name nothing that somebody has.
OF_A_CASE = {"number", "key", "document_id", "note_id", "attachment_id", "instance_key"}
OF_A_PERSON = {"draft_id", "filter_id", "notification_id", "absence_id"}
OF_A_UNIT = {"visitor_id", "template_id"}
OF_NOBODY = {
    *("code", "ordinal", "review", "who", "name", "on", "process_id", "definition_key"),
    *("user_id", "user", "role", "unit", "unit_id", "query_code"),
}
OPERATIONS = [one for one in every_operation() if "/law/" not in one.path]
# A colleague in the same unit, of the same role where there is one.
COLLEAGUES = {
    "window_clerk": "acceptance_zj",
    "acceptance_clerk": "clerk",
    "handler": "handler2_zj",
}
EVERY_CASE = ("/instances/{key}", "/admin/")


def with_any(names: set[str]) -> list[Operation]:
    """The operations that take one of these."""
    return [one for one in OPERATIONS if names & {*one.parameters}]


def allowed_roles(operation: Operation) -> list[str]:
    """Who may use it on things of their own: they are the ones who could mistake it."""
    who = ROWS[operation.name].who
    return [role for role in USERS if who is not None and role in who]


async def answers(
    prepared: AccessOffice, operation: Operation, owner: str, user: str, **change: str
) -> int:
    """The status when this user asks for what is the owner's."""
    request = Calls(prepared).request(operation, owner, **change)
    async with prepared.client(user) as client:
        return (await client.request(**request)).status_code


def test_every_parameter_is_known() -> None:
    named = {name for one in OPERATIONS for name in one.parameters}
    assert named == OF_A_CASE | OF_A_PERSON | OF_A_UNIT | OF_NOBODY


@pytest.mark.parametrize("operation", with_any(OF_A_CASE), ids=lambda one: one.name)
async def test_a_case_of_another_unit_and_its_tasks_do_not_exist(
    prepared: AccessOffice, operation: Operation
) -> None:
    if any(part in operation.path for part in EVERY_CASE):
        pytest.skip("not by units: of what is sealed below")
    roles = set(allowed_roles(operation)) & {*UNIT_ROLES}
    users = {"handler_jy", *(USERS[role][0].replace("_zj", "_jy") for role in roles)}
    users = {user for user in users if user.endswith("_jy")} | {"classifier_qx"}
    found = {user: await answers(prepared, operation, "handler", user) for user in users}
    assert {user: status for user, status in found.items() if status != 404} == {}


@pytest.mark.parametrize("operation", with_any(OF_A_CASE), ids=lambda one: one.name)
async def test_a_sealed_case_and_all_that_belongs_to_it_do_not_exist(
    prepared: AccessOffice, operation: Operation
) -> None:
    """Regulation 30(3): not for who took it in, who leads, who oversees, or runs the engine."""
    sealed = prepared.of["sealed_clerk"]
    change = {"key": str(sealed.held), "instance_key": sealed.values["instance_key"]}
    if operation.path == "/api/instances/{key}":
        change = {"key": sealed.values["instance_key"]}
    roles = [role for role in allowed_roles(operation) if role != "sealed_clerk"]
    found = {
        role: await answers(prepared, operation, "sealed_clerk", USERS[role][0], **change)
        for role in roles or ["bureau_leader", "auditor", "administrator"]
    }
    assert {role: status for role, status in found.items() if status != 404} == {}


@pytest.mark.parametrize("operation", with_any(OF_A_PERSON), ids=lambda one: one.name)
async def test_what_a_colleague_has_for_themself_does_not_exist(
    prepared: AccessOffice, operation: Operation
) -> None:
    for owner, colleague in COLLEAGUES.items():
        assert await answers(prepared, operation, owner, colleague) == 404, owner


LISTS = ("/", "/tasks/next", "/inbox/tasks.csv", "/inbox/tasks.xlsx", "/inbox/events?since=0")


@pytest.mark.parametrize("path", LISTS)
async def test_a_list_is_not_asked_for_by_a_filter_of_a_colleague(
    prepared: AccessOffice, path: str
) -> None:
    address = f"{path}{'&' if '?' in path else '?'}f={prepared.of['handler'].values['filter_id']}"
    async with prepared.client("handler_zj") as owner, prepared.client("handler2_zj") as other:
        assert (await owner.get(address)).status_code in (200, 303)
        assert (await other.get(address)).status_code == 404


async def test_a_filter_of_a_colleague_is_not_saved_as_ones_own(prepared: AccessOffice) -> None:
    given = {"f": prepared.of["handler"].values["filter_id"], "name": "到期"}
    async with prepared.client("handler2_zj") as other:
        assert (await other.post("/inbox/filters", data=given)).status_code == 404


async def test_a_draft_at_a_task_is_not_shown_to_who_leads(prepared: AccessOffice) -> None:
    operation = next(one for one in OPERATIONS if one.name == "GET /api/tasks/{key}/draft")
    assert await answers(prepared, operation, "handler", "handler_zj") == 200
    assert await answers(prepared, operation, "handler", "unit_leader_zj") == 404


@pytest.mark.parametrize("operation", with_any(OF_A_UNIT), ids=lambda one: one.name)
async def test_what_another_unit_keeps_does_not_exist(
    prepared: AccessOffice, operation: Operation
) -> None:
    for user in ("unit_leader_jy", "handler_jy", "classifier_qx"):
        assert await answers(prepared, operation, "handler", user) == 404, user
    if "template_id" in operation.parameters:
        own = {"unit": prepared.of["bureau_leader"].unit}
        assert await answers(prepared, operation, "handler", "leader", **own) == 404
