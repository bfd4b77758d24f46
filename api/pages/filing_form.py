"""The form of filing: flat fields, rows that can be added, and what is wrong with each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData

from api.i18n import text_or
from api.language import Language
from api.shapes.filing import (
    AgentIn,
    CompanionIn,
    DuplicateQuery,
    EarlierStepIn,
    NewPetitionIn,
)

# A form sent twice (an impatient second click) files one petition.
SOURCE = "window"
CLAIMS = "claims"
SHAPES: dict[str, type[BaseModel]] = {
    "course": EarlierStepIn,
    "companions": CompanionIn,
    "agents": AgentIn,
}
GROUPS = (CLAIMS, *SHAPES)
# `text` is the only column of a claim.
COLUMNS = {CLAIMS: ("text",), **{name: tuple(SHAPES[name].model_fields) for name in SHAPES}}
ROW_FIELD = re.compile(rf"({'|'.join(GROUPS)})-(\d{{1,3}})-(\w+)")
# Ticked or chosen without saying anything: a row with nothing else is an empty one.
IDLE = ("standing", "is_representative", "has_mandate")
MOST_ROWS = 500

Row = dict[str, str]


@dataclass
class Typed:
    """What was typed: `values` by field, `rows` by group, the flags ticked."""

    values: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in GROUPS})
    flags: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """A field as it was typed."""
        return self.values.get(name, "")


def read_form(form: FormData) -> Typed:
    """The fields as typed, line ends as ours; rows without anything in them are left out."""
    typed = Typed()
    found: dict[str, dict[int, Row]] = {name: {} for name in GROUPS}
    for name, value in form.multi_items():
        if not isinstance(value, str):
            continue
        text = value.replace("\r\n", "\n")
        if name == "flags":
            typed.flags.append(text)
        elif match := ROW_FIELD.fullmatch(name):
            found[match[1]].setdefault(int(match[2]), {})[match[3]] = text
        else:
            typed.values[name] = text
    for group, rows in found.items():
        kept = [rows[place] for place in sorted(rows) if _says_something(rows[place])]
        typed.rows[group] = kept[:MOST_ROWS]
    return typed


def as_body(typed: Typed) -> dict[str, Any]:
    """What was typed, as NewPetitionIn takes it."""
    body: dict[str, Any] = {
        name: typed.values[name]
        for name in NewPetitionIn.model_fields
        if name not in GROUPS and typed.get(name).strip()
    }
    body["is_read_back"] = bool(typed.get("is_read_back"))
    body["is_name_clear"] = not typed.get("is_unclear")
    body["flags"] = typed.flags
    body["tags"] = [tag.strip() for tag in typed.get("tags").split(",") if tag.strip()]
    body[CLAIMS] = [row.get("text", "") for row in typed.rows[CLAIMS]]
    for group in SHAPES:
        body[group] = [
            {name: value for name, value in row.items() if value.strip()}
            for row in typed.rows[group]
        ]
    if typed.get("source_id"):
        body["source"] = {"system": SOURCE, "id": typed.get("source_id")}
    return body


def as_duplicate_query(typed: Typed) -> DuplicateQuery | None:
    """What is compared with petitions on file; None while a value is not valid."""
    try:
        return DuplicateQuery.model_validate(
            {name: typed.values[name] for name in DuplicateQuery.model_fields if typed.get(name)}
        )
    except ValidationError:
        return None


def faults_of(error: ValidationError, language: Language) -> dict[str, str]:
    """What is wrong, by field: `subject`, `companions.0.name`, `claims.0.text`."""
    found: dict[str, str] = {}
    for fault in error.errors():
        place = [str(part) for part in fault["loc"]]
        if place[0] == CLAIMS:
            place.append("text")
        pattern = text_or(language, f"input.{fault['type']}", text_or(language, "input.other", ""))
        found.setdefault(".".join(place), _filled(pattern, fault.get("ctx", {})))
    return found


def _filled(pattern: str, values: Mapping[str, Any]) -> str:
    try:
        return pattern.format(**values)
    except (KeyError, IndexError):
        return pattern


def _says_something(row: Row) -> bool:
    return any(value.strip() for name, value in row.items() if name not in IDLE)
