"""Reads a .form file (form-js JSON): its fields, wherever they are nested."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from modeling.errors import ModelUnreadable

NESTED_BY_PATH = frozenset({"group", "dynamiclist"})


@dataclass(frozen=True)
class FormField:
    """One component. key is its whole path ("list.field"); empty for texts, pictures, buttons.

    note is what it explains: its text and description together.
    """

    id: str
    type: str
    key: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class FormModel:
    """A form. schema is the JSON as read; fields are all components in order, nested ones too."""

    form_id: str
    fields: tuple[FormField, ...]
    schema: dict[str, Any]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all fields that can be filled in."""
        return tuple(field.key for field in self.fields if field.key)


def read_form(path: Path) -> FormModel:
    """Read a file. Raises ModelUnreadable, OSError."""
    return parse_form(path.read_bytes())


def parse_form(text: bytes) -> FormModel:
    """Read the JSON of a form. Raises ModelUnreadable."""
    try:
        schema = json.loads(text)
    except ValueError as error:
        raise ModelUnreadable(str(error)) from None
    if not isinstance(schema, dict) or not isinstance(schema.get("components"), list):
        raise ModelUnreadable("it is not a form: there is no list of components")
    return FormModel(
        form_id=str(schema.get("id", "")),
        fields=tuple(_fields(schema["components"], "")),
        schema=schema,
    )


def _fields(components: list[Any], prefix: str) -> Iterator[FormField]:
    for component in components:
        if not isinstance(component, dict):
            raise ModelUnreadable("a component is not a JSON object")
        kind = str(component.get("type", ""))
        name = component.get("path" if kind in NESTED_BY_PATH else "key", "")
        labels = (component.get(part) for part in ("label", "dateLabel", "timeLabel"))
        label = next((str(one) for one in labels if one), "")
        notes = (component.get(part) for part in ("text", "description"))
        note = " ".join(str(one) for one in notes if one)
        nested = component.get("components")
        key = f"{prefix}{name}" if name and kind not in NESTED_BY_PATH else ""
        yield FormField(str(component.get("id", "")), kind, key, label, note)
        if isinstance(nested, list):
            yield from _fields(nested, f"{prefix}{name}." if name else prefix)
