"""What can stand in the way; the docstring is the message, the class name the error code."""


class RecordsError(Exception):
    """Something about the case does not allow this."""

    field: str | None = None
    """Key of the form field that it is about."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or type(self).__doc__)


class PetitionNotFound(RecordsError):
    """There is no petition with this number. Check the number, or search by name or phone."""


class MatterNotFound(RecordsError):
    """There is no such matter. Look at the petition again: its matters are listed there."""


class ClockNotFound(RecordsError):
    """There is no such clock. Look at the petition again: its clocks are listed there."""


class UnitNotFound(RecordsError):
    """There is no such unit. Choose one of the units listed."""


class NoticeIncomplete(RecordsError):
    """The document lacks something it must say. Fill that in, then let the step try again."""
