"""Codes that the program itself decides by. An office may rename them; they stay."""

from law.succession import SuccessionKind
from records.models.petition import Category, Outcome, PetitionForm
from records.units import BUREAU, DEPARTMENT, NOT_HANDLING

REQUIRED: dict[str, frozenset[str]] = {
    "petition_form": frozenset(PetitionForm),
    "purpose": frozenset(Category),
    "handling_result": frozenset(Outcome),
    "succession_kind": frozenset(SuccessionKind),
    "unit_kind": frozenset({BUREAU, DEPARTMENT, *NOT_HANDLING}),
}
# Columns and rules take these codes and no others.
COMPLETE = frozenset({"petition_form", "purpose", "succession_kind"})
