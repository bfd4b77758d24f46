"""The PDF of an issued document: printed when first asked for, then kept."""

from contextlib import nullcontext

import structlog
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.deps import Runtime, read_briefly
from api.errors import DocumentNotFound, GlyphsMissing, PrintingFailed
from api.queries.visibility import visible_document
from printing import errors as printing_errors
from printing.child import print_document
from printing.typesetting import Printed, renderer
from records.models import Document, DocumentRendition
from records.people import Person
from records.renditions import find_rendition, keep_rendition

logger = structlog.get_logger(__name__)


async def printed_document(
    runtime: Runtime, person: Person, document_id: str
) -> tuple[Document, DocumentRendition]:
    """The document and its PDF, for who may see its petition.

    Raises DocumentNotFound, GlyphsMissing, PrintingFailed.
    """

    def ask(session: Session) -> tuple[Document, DocumentRendition | None]:
        document = visible_document(session, person, document_id)
        if document is None:
            raise DocumentNotFound
        return document, find_rendition(session, document.id)

    document, rendition = await read_briefly(runtime, ask)
    if rendition is None:
        # One at a time: whoever waited finds what the one before has made.
        async with runtime.printing:
            _, rendition = await read_briefly(runtime, ask)
            if rendition is None:
                printed = await run_in_threadpool(_printed, runtime, document)
                rendition = await _kept(runtime, document, printed)
    return document, rendition


def _printed(runtime: Runtime, document: Document) -> Printed:
    try:
        return print_document(
            document.body,
            at=document.issued_at,
            seal_place=runtime.settings.demo,
            fonts=[runtime.settings.data_dir / "fonts"],
        )
    except printing_errors.GlyphsMissing as missing:
        raise GlyphsMissing(code_points=", ".join(missing.code_points)) from None
    except printing_errors.PrintingError as error:
        # What a typesetter says may quote the document: only what we word ourselves is logged.
        ours = isinstance(error, printing_errors.UnknownMarkup)
        detail = {"detail": error.detail} if ours else {}
        logger.error(
            "printing_failed", error=type(error).__name__, document_id=document.id, **detail
        )
        raise PrintingFailed from None


async def _kept(runtime: Runtime, document: Document, printed: Printed) -> DocumentRendition:
    def write() -> DocumentRendition:
        with runtime.database.transaction() as session:
            return keep_rendition(
                session,
                document.id,
                content=printed.pdf,
                pages=printed.pages,
                renderer=renderer(),
                now=runtime.clock.now(),
            )

    turn = runtime.writing if runtime.database.is_sqlite else nullcontext()
    async with turn, runtime.slots:
        return await run_in_threadpool(write)
