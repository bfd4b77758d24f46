"""A call of each operation that is as good as a real one: what is refused then is refused for who
calls."""

from typing import Any

from settings import DEMO_PASSWORD
from tests.api.access_office import AccessOffice
from tests.api.access_operations import Json, Operation, api_operations
from tests.api.access_roles import Things
from tests.api.office import PETITION_DEFINITION, SCHOOLS

DAY = "2026-11-23"
# Parameters that mean the same to everybody.
VALUES = {
    "code": "D05",
    "ordinal": "1",
    "review": "1",
    "who": "petitioner",
    "user_id": "handler_jy",
    "role": "handler",
    "unit_id": SCHOOLS,
    "user": "leader",
    "name": "hot_topic",
    "on": "2026-12-31",
    "process_id": "petition",
    "definition_key": str(PETITION_DEFINITION),
}
# Fields of bodies that are not told by their shape.
FIELDS: Json = {
    "deputy": "handler2_zj",
    "first_day": DAY,
    "last_day": "2026-11-25",
    "received_on": "2026-11-20",
    "requested_on": DAY,
    "field": "phone",
    "until": 1,
    "add": "1d",
    "bureau": "satisfied",
    "unit": "satisfied",
    "user": "leader",
    "users": ["leader"],
    "is_read_back": True,
    "in_force_from": "2026-12-01",
    "trigger": "leader_order",
    "current": DEMO_PASSWORD,
    "password": "short",
}
# What one operation needs besides.
BODIES: dict[str, Json] = {
    "POST /api/session": {"user": "clerk", "password": DEMO_PASSWORD},
    "POST /sign-in": {"user": "clerk", "password": DEMO_PASSWORD},
    "POST /api/petitions/{number}/matters/{ordinal}/transfer": {"unit": SCHOOLS, "reason": "管辖"},
    "POST /api/petitions/{number}/matters/{ordinal}/recusal": {
        "user": "handler_zj",
        "reason": "亲属",
    },
    "POST /api/tasks/bulk": {"action": "claim"},
    "POST /tasks/bulk": {"action": "claim"},
    "POST /language": {"to": "zh"},
    "POST /large-type": {"to": "true"},
    "POST /admin/people/{user_id}": {"act": "changed", "name": "某某"},
    "POST /petitions/{number}/clocks/{code}/extension": {"days": "30", "reason": "复杂"},
    "POST /petitions/{number}/matters/{ordinal}/extension": {"days": "30", "reason": "复杂"},
    "POST /petitions/new/duplicates": {},
    "POST /tasks/{key}/opinions/mine": {"stance": "agree"},
}
# Forms that do what an operation of another address does.
TWINS = {
    "POST /petitions/{number}/documents/{document_id}/service": (
        "POST /api/documents/{document_id}/service"
    ),
    "POST /petitions/{number}/tasks/{key}/urge": "POST /api/tasks/{key}/urge",
    "POST /petitions/{number}/notes/{note_id}": "PUT /api/petitions/{number}/notes/{note_id}",
}


def example(shape: Json, shapes: Json) -> Any:
    """Something of this shape, as little as it takes."""
    if "$ref" in shape:
        return example(shapes[shape["$ref"].rpartition("/")[2]], shapes)
    if "enum" in shape:
        return shape["enum"][0]
    for choice in ("anyOf", "oneOf", "allOf"):
        if choice in shape:
            return example(shape[choice][0], shapes)
    match shape.get("type"):
        case "object":
            fields = shape.get("properties", {})
            return {
                name: FIELDS[name] if name in FIELDS else example(fields[name], shapes)
                for name in shape.get("required", [])
            }
        case "array":
            return [example(shape["items"], shapes)] if shape.get("minItems") else []
        case "integer":
            return max(1, shape.get("minimum", 1))
        case "number":
            return 1
        case "boolean":
            return True
        case "null":
            return None
    if shape.get("format") == "date":
        return DAY
    if shape.get("format") == "date-time":
        return f"{DAY}T09:00:00+08:00"
    return "字" * max(1, shape.get("minLength", 1))


class Calls:
    """Makes calls, in the words of who calls."""

    def __init__(self, office: AccessOffice) -> None:
        self._office = office
        self._shapes = {one.name: one for one in api_operations(office.office.app)}

    def request(self, operation: Operation, role: str, **change: str) -> Json:
        """What httpx sends: method, address and body. `change` says which parameters differ."""
        things = self._office.of[role]
        values = VALUES | things.values | self._own(operation, role, things) | change
        if "/roles/" in operation.path or "units/{unit_id}" in operation.path:
            values |= {"unit": SCHOOLS, "unit_id": SCHOOLS}
        sent: Json = {"method": operation.method, "url": operation.path.format_map(values)}
        if operation.path.endswith("/events"):
            sent["params"] = {"since": "0"}
        if operation.path.endswith("/provider/return"):
            sent["params"] = {"code": "code", "state": "returning"}
            sent["headers"] = {"Cookie": "xinfang_provider=browser"}
        if operation.method in ("POST", "PUT"):
            sent |= self._body(operation, values)
        return sent

    def _own(self, operation: Operation, role: str, things: Things) -> Json:
        """Where the operation needs another one of what the role has."""
        path = operation.path
        if path.endswith("/urge"):
            # Nobody urges themself.
            return {"key": str(things.asked)}
        if path.endswith("/record") and role == "acceptance_clerk":
            return {"number": self._office.filed_at_unit.number}
        if "/law/" in path:
            return {"number": "34"}
        if "/vocabularies/" in path:
            return {"code": "pollution"}
        if path.endswith("/claim"):
            return {"key": str(things.free)}
        if path.endswith(("/delegation/answer", "/delegation/end")) or operation.is_taking_back:
            return {"key": str(things.given)}
        if path.endswith("/send-back"):
            return {"key": str(things.signed)}
        if path.endswith("/opinions/mine"):
            return {"key": str(things.asked)}
        if path == "/api/instances/{key}":
            return {"key": str(self._office.instance)}
        if path.endswith(("/waiting", "/unregistered")):
            return {"visitor_id": things.values["received_id"]}
        return {}

    def _body(self, operation: Operation, values: Json) -> Json:
        if operation.path.endswith("/attachments"):
            return {"files": {"file": ("信.txt", b"text", "text/plain")}}
        same = f"{operation.method} /api{operation.path}"
        twin = self._shapes.get(TWINS.get(operation.name, same))
        shape = operation.body or (twin.body if twin else None)
        body = example(shape["shape"], shape["shapes"]) if shape else {}
        body |= BODIES.get(same, {})
        body |= BODIES.get(operation.name, {})
        if operation.path.endswith("/tasks/bulk"):
            body["keys"] = [int(values["key"])]
        if operation.path.startswith("/answer-templates"):
            body["unit"] = values["unit"]
        if operation.path == "/inbox/filters":
            body = {"f": values["filter_id"], "name": "到期"}
        if operation.is_api or operation.path.endswith("/like-answers"):
            return {"json": body}
        return {"data": {name: _typed(value) for name, value in body.items()}}


def _typed(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return [str(one) for one in value] if isinstance(value, list) else str(value)
