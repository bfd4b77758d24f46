"""Drafts of filing: what somebody typed and has not filed yet."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Moment, storable

FieldName = Annotated[str, StringConstraints(max_length=100), AfterValidator(storable)]
Typed = Annotated[str, StringConstraints(max_length=50_000), AfterValidator(storable)]


class DraftIn(BaseModel):
    """The form as typed: pairs of name and text, in its order."""

    model_config = ConfigDict(extra="forbid")

    fields: Annotated[list[tuple[FieldName, Typed]], Field(max_length=5000)]


class DraftRow(BaseModel):
    """A draft in the list: what it is about, and when it was saved last."""

    id: str
    petitioner_name: str
    subject: str
    saved_at: Moment


class DraftOut(DraftRow):
    """A draft with everything typed."""

    fields: list[tuple[str, str]]
