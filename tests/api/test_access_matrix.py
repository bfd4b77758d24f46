"""Every operation and every page as every role, and as nobody: let in or refused as the table says.

Made from the OpenAPI document and the routers of the pages, so that nothing new is forgotten.
"""

import httpx
import pytest

from api.access import ROWS
from records.people import ROLES
from tests.api.access_calls import Calls
from tests.api.access_office import AccessOffice
from tests.api.access_operations import Operation, every_operation
from tests.api.access_roles import USERS

REFUSED = (401, 403, 404)
# What a task answers to who sees it and has no part in it: refused as well, though a conflict.
NOT_YOURS = ("TaskNotYours", "NotDelegated", "OwnerCompletes")


OPERATIONS = every_operation()


def test_every_operation_and_page_has_a_row_and_every_row_its_operation() -> None:
    named = [operation.name for operation in OPERATIONS]
    assert set(named) - set(ROWS) == set(), "add a row to api/access"
    assert set(ROWS) - set(named) == set(), "remove the row from api/access"


def test_every_role_is_tried() -> None:
    assert set(USERS) == set(ROLES)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
async def test_each_role_is_let_in_or_refused_as_the_table_says(
    prepared: AccessOffice, operation: Operation
) -> None:
    calls, row = Calls(prepared), ROWS[operation.name]
    wrong = []
    for role in (None, *USERS):
        user = USERS[role][0] if role else None
        async with prepared.client(user) as client:
            answer = await client.request(**calls.request(operation, role or "handler"))
        expected = row.refusal(role)
        if not _is(answer, expected):
            wrong.append(f"{role}: {answer.status_code} {_error(answer)}, not {expected or 'in'}")
    assert wrong == []


def _is(answer: httpx.Response, expected: int | None) -> bool:
    if expected == 403 and answer.status_code == 409:
        return "html" in answer.headers["content-type"] or _error(answer) in NOT_YOURS
    if expected is None:
        fine = answer.status_code not in REFUSED and answer.status_code < 500
        return fine and _error(answer) not in NOT_YOURS
    return answer.status_code == expected


def _error(answer: httpx.Response) -> str:
    if answer.headers.get("content-type") != "application/json" or answer.is_success:
        return ""
    return str(answer.json().get("error", ""))
