"""What stands against a note or an attachment."""

from records.errors import RecordsError


class NoteNotFound(RecordsError):
    """There is no such note. Look at the petition again: its notes are listed there."""


class NotYourNote(RecordsError):
    """Only who wrote a note edits it. Write a note of your own instead."""


class NoteChanged(RecordsError):
    """This note was edited meanwhile. Look at what it says now, then edit it again."""


class AttachmentNotFound(RecordsError):
    """There is no such attachment. Look at the petition again: its attachments are listed there."""


class AttachmentStays(RecordsError):
    """An attachment is removed by who uploaded it, on the same day only. It stays on file."""


class AttachmentEmpty(RecordsError):
    """The file is empty, or none was chosen. Choose a file and send it again."""

    field = "file"


class AttachmentTooLarge(RecordsError):
    """The file is larger than this office takes. Send a smaller one, or several."""

    field = "file"


class KindNotTaken(RecordsError):
    """Files of this kind are not taken; its content counts. Send one of the kinds listed."""

    field = "file"


class VirusFound(RecordsError):
    """The virus scanner refuses this file. It was not kept. Ask its sender for a clean one."""

    field = "file"


class ScannerSilent(RecordsError):
    """The virus scanner does not answer, so no file is taken. Try again later, or call for help."""
