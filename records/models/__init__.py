"""Tables of the case, one idea per module. Importing this package registers them all."""

from records.models.audit import AuditEntry
from records.models.calendar import CalendarEdition, WorkDay
from records.models.clock import Clock, ClockEvent
from records.models.document import Document, NumberSeries
from records.models.outbox import OutboxCommand
from records.models.people import Membership, SignIn, Unit, User
from records.models.petition import Claim, Petition, Petitioner
from records.models.task import TaskDecision, TaskHold

__all__ = [
    "AuditEntry",
    "CalendarEdition",
    "Claim",
    "Clock",
    "ClockEvent",
    "Document",
    "Membership",
    "NumberSeries",
    "OutboxCommand",
    "Petition",
    "Petitioner",
    "SignIn",
    "TaskDecision",
    "TaskHold",
    "Unit",
    "User",
    "WorkDay",
]
