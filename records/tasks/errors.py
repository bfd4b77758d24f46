"""What stands against working on a task."""

from records.errors import RecordsError


class TaskNotFound(RecordsError):
    """There is no such task among yours. It may have ended: look at the inbox again."""


class TaskHeld(RecordsError):
    """Somebody else has taken this task. Choose another one, or ask your leader to assign it."""


class TaskNotYours(RecordsError):
    """You do not hold this task. Claim it first; what you typed is still on the page."""


class TaskEnded(RecordsError):
    """This task has ended in the meantime. Look at the case to see where it went."""


class TaskDecided(RecordsError):
    """This task was decided already, with other data. The first decision stands."""


class LeaderNeeded(RecordsError):
    """Only a leader of the unit or the bureau assigns tasks. Ask yours."""
