"""HTML forms: their fields checked by the same shapes as JSON, their faults in words."""

from typing import Any

from pydantic import BaseModel, ValidationError

from api.i18n import text_or
from api.language import Language


def faults_of(error: ValidationError, language: Language) -> dict[str, str]:
    """What is wrong, by field."""
    found: dict[str, str] = {}
    for fault in error.errors():
        pattern = text_or(language, f"input.{fault['type']}", text_or(language, "input.other", ""))
        key = str(fault["loc"][0]) if fault["loc"] else ""
        found.setdefault(key, pattern.format(**fault.get("ctx", {})))
    return found


def given_fields(shape: type[BaseModel], form: dict[str, Any]) -> dict[str, Any]:
    """The fields of the shape that were filled in."""
    return {
        name: form[name].replace("\r\n", "\n")
        for name in shape.model_fields
        if isinstance(form.get(name), str) and form[name].strip()
    }


def local_path(path: str | None) -> str:
    """A path of ours to go on to; anything else is the start page."""
    if path and path.startswith("/") and not path.startswith(("//", "/\\")) and "\n" not in path:
        return path
    return "/"
