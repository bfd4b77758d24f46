"""What is wrong with a form, as a summary above it: each fault leads to its field."""

from dataclasses import dataclass

from api.i18n import text, text_or
from api.language import Language
from api.pages.filing_form import CLAIMS, GROUPS


@dataclass(frozen=True)
class FaultLink:
    """`target` is the id of the field, `label` its words."""

    target: str
    label: str
    message: str


def fault_links(faults: dict[str, str], language: Language) -> list[FaultLink]:
    """One for each fault, in the order they were found."""
    return [
        FaultLink(f"field-{key.replace('.', '-')}", _label(key, language), message)
        for key, message in faults.items()
    ]


def _label(key: str, language: Language) -> str:
    group, _, rest = key.partition(".")
    if group not in GROUPS or not rest:
        return text_or(language, f"field.{key}", text_or(language, f"filing.{key}", key))
    place, _, name = rest.partition(".")
    number = int(place) + 1 if place.isdigit() else place
    if group == CLAIMS:
        return f"{text(language, 'filing.claim')} {number}"
    row = text(language, f"filing.{group}")
    return f"{row} {number} · {text_or(language, f'field.{name}', name)}" if name else row
