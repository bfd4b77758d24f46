"""Checks what a person sent against a form, with the very validator the page runs (form-js)."""

from dataclasses import dataclass
from typing import Any, Literal

from modeling.javascript import Script

Language = Literal["zh", "en"]

_script = Script("validate_form.js")


@dataclass(frozen=True)
class FormProblem:
    """One thing wrong with one field.

    key: the field's key; in the second row of a list "list.1.field". code: see web/src/problems.js.
    """

    key: str
    label: str
    code: str
    message: str


def validate_form(
    schema: dict[str, Any],
    data: dict[str, Any],
    language: Language = "zh",
    context: dict[str, Any] | None = None,
) -> list[FormProblem]:
    """Every problem of `data`, what the person sent, against the form-js `schema`; empty: fine.

    context: what the form may read but nobody fills in: options named by `valuesKey`, values of
    read-only and disabled fields (which must then come back unchanged or not at all), variables of
    conditions. A read-only field without a value in `context` is checked like any other.
    Keys the form does not have, and values for fields hidden by a condition, are problems.
    Not checked: whether a date lies in the past (needs a clock; left to the caller).
    Raises BundleMissing, ScriptFailed (for a schema form-js cannot read).
    """
    found = _script.call("validateForm", schema, data, language, context or {})
    return [FormProblem(**problem) for problem in found]
