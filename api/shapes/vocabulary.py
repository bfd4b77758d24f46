"""Vocabularies: lists of codes, and changes to them."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from api.shapes.common import Moment, Words
from law.clock_rule import Mark
from records.models.vocabulary import Origin

Name = Annotated[Words, StringConstraints(max_length=200)]
ShortCode = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z0-9_-]*$")]
Mapping = Annotated[str, StringConstraints(max_length=200, pattern=r"^[a-z0-9_: -]*$")]


class VocabularyRow(BaseModel):
    """A vocabulary. `version` is its newest edition; `basis` an id, `basis_text` what it says."""

    id: str
    version: str
    name: str
    name_zh: str
    name_en: str
    basis: str
    basis_text: str
    mark: Mark


class TermOut(BaseModel):
    """A code with its names. `mark` tells law from a default that the office may change."""

    code: str
    parent_code: str | None
    name: str
    name_zh: str
    name_en: str
    basis: str
    basis_text: str
    mark: Mark
    national_code: str | None
    maps_to: list[str]
    origin: Origin
    in_force_from: date
    in_force_to: date | None


class EditionOut(BaseModel):
    """One change: who, when, why."""

    version: str
    origin: Origin
    actor: str
    reason: str
    at: Moment


class VocabularyOut(VocabularyRow):
    """A vocabulary with its terms of one day, in order, and every change there was."""

    as_of: date
    terms: list[TermOut]
    editions: list[EditionOut]


class TermIn(BaseModel):
    """What a code shall be called from a day on; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    name_zh: Name
    name_en: Name
    in_force_from: date
    reason: Words
    parent_code: ShortCode | None = None
    national_code: Annotated[str, StringConstraints(max_length=40)] | None = None
    maps_to: Mapping | None = None


class Closing(BaseModel):
    """The last day of a code, and why."""

    model_config = ConfigDict(extra="forbid")

    last_day: date
    reason: Words
