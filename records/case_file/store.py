"""The bytes of attachments: files in the data directory, each under its SHA-256 and its row's id.

The same bytes brought twice are two files, so that taking one away never takes the other. Writing
is atomic; what is removed goes once that is committed. A file without a row is what a process left
that died in between: harmless.
"""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from sqlalchemy import event
from sqlmodel import Session

from records.models import Attachment


class AttachmentStore:
    """One folder of files named by hash."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / "attachments"

    def path(self, attachment: Attachment) -> Path:
        """Where its file is, or would be."""
        digest = attachment.sha256
        return self._folder / digest[:2] / f"{digest}.{attachment.id}"

    def keep(self, attachment: Attachment, content: bytes) -> None:
        """Write the bytes; they are on the disk when this returns."""
        path = self.path(attachment)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def read(self, attachment: Attachment) -> bytes:
        """The bytes, checked against their hash. Raises FileNotFoundError, ValueError."""
        content = self.path(attachment).read_bytes()
        if sha256(content).hexdigest() != attachment.sha256:
            raise ValueError("the bytes are not those that were kept")
        return content

    def drop(self, session: Session, attachment: Attachment) -> None:
        """Take the file away once the session has committed."""
        path = self.path(attachment)

        def unlink(_: Session) -> None:
            with suppress(FileNotFoundError):
                path.unlink()

        event.listen(session, "after_commit", unlink, once=True)
