"""Figures of suggestions (article 29)."""

from datetime import date

from pydantic import BaseModel, Field

from api.shapes.common import Named


class SuggestionRow(BaseModel):
    """One unit. `open` is what it has now; the rest was decided within the days asked for."""

    unit: Named
    adopted: int
    partly: int
    not_adopted: int
    rewarded: int
    open: int


class SuggestionFigures(BaseModel):
    """What became of suggestions, unit by unit."""

    since: date
    until: date = Field(description="included")
    units: list[SuggestionRow]
