"""This project's rules for forms; the general ones are Camunda's."""

import re
from collections import Counter
from collections.abc import Iterator

from modeling.forms import FormField, FormModel
from modeling.lint.finding import Fault

CHINESE = re.compile(r"[\u4e00-\u9fff]")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
WITHOUT_LABEL = frozenset(
    {"text", "html", "image", "spacer", "separator", "iframe", "expression", "documentPreview"}
)
COMPONENTS = WITHOUT_LABEL | frozenset(
    {
        "button",
        "checkbox",
        "checklist",
        "datetime",
        "dynamiclist",
        "filepicker",
        "group",
        "number",
        "radio",
        "select",
        "table",
        "taglist",
        "textarea",
        "textfield",
    }
)


def check_form(form: FormModel, stem: str) -> Iterator[Fault]:
    """Every breach of our rules."""
    if form.form_id != stem:
        yield Fault("", "file-name", form.form_id)
    for field in form.fields:
        yield from _check_field(field)
    for key, count in Counter(form.keys).items():
        if count > 1:
            yield Fault("", "duplicate-key", key)


def _check_field(field: FormField) -> Iterator[Fault]:
    where = field.id or field.key
    if field.type not in COMPONENTS:
        yield Fault(where, "unknown-component", field.type)
        return
    if field.type not in WITHOUT_LABEL and not CHINESE.search(field.label):
        yield Fault(where, "chinese-label")
    if field.key and not KEY.fullmatch(field.key):
        yield Fault(where, "key-is-identifier", field.key)
