"""What can stand in the way of a supervision."""

from records.errors import RecordsError


class SupervisionNotFound(RecordsError):
    """There is no such supervision. Look at the case again."""


class SupervisionRuns(RecordsError):
    """A supervision for this reason runs already for the matter. See how far it has come."""

    field = "trigger"


class AdviceNotFound(RecordsError):
    """No suggestion has been drafted for this supervision. Draft one first."""
