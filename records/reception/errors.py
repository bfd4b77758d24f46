"""What can stand in the way at the window."""

from records.errors import RecordsError


class VisitorNotFound(RecordsError):
    """There is no such visitor in the queue. Look at the queue of the day."""


class NobodyWaits(RecordsError):
    """Nobody is waiting. Add who comes to the queue first."""


class StillReceiving(RecordsError):
    """You are still receiving somebody. End that visit first, or send them back to wait."""


class VisitorTaken(RecordsError):
    """Somebody else receives this visitor. Call another one."""


class VisitEnded(RecordsError):
    """This visit has ended already. Look at the queue of the day."""


class NotReceived(RecordsError):
    """This visitor is still waiting. Call them first."""


class ReasonNeedsNote(RecordsError):
    """Another reason must be said in words. Write it down."""

    field = "note"
