"""Notes and attachments of a case."""

from pydantic import BaseModel, ConfigDict, Field

from api.shapes.common import LongText, Moment, Named


class NoteEditionOut(BaseModel):
    """What a note said before."""

    edition: int
    text: str
    written_at: Moment


class NoteOut(BaseModel):
    """A note of the office, with what it said before, newest first."""

    id: str
    author: Named
    written_at: Moment
    edition: int
    edited_at: Moment | None
    text: str
    earlier: list[NoteEditionOut]
    may_edit: bool


class NoteIn(BaseModel):
    """A note to put on file."""

    model_config = ConfigDict(extra="forbid")

    text: LongText


class NoteEditIn(NoteIn):
    """What a note shall say now; `edition` is the one that was read."""

    edition: int = Field(ge=1, le=1_000_000)


class AttachmentOut(BaseModel):
    """A file of the case. One that was removed has no `link` and no `preview`."""

    id: str
    name: str
    kind: str
    size: int = Field(description="bytes")
    sha256: str
    scan: str = Field(description="not_scanned or clean")
    uploaded_by: Named
    uploaded_at: Moment
    removed_at: Moment | None
    link: str | None
    preview: str | None = Field(description="shows it in a page; for kinds that browsers show")
    may_remove: bool


class AttachmentsOut(BaseModel):
    """The files of a case, newest first, and what may be added."""

    attachments: list[AttachmentOut]
    kinds: list[str] = Field(description="kinds that are taken, by content")
    max_bytes: int
    is_scanned: bool = Field(description="whether a virus scanner looks at new files")
    may_upload: bool
