"""Tables of the case, one idea per module. Importing this package registers them all."""

from records.models.absence import Absence
from records.models.answer_template import AnswerTemplate
from records.models.audit import AuditEntry
from records.models.calendar import CalendarEdition, WorkDay
from records.models.case_file import Attachment, CaseNote, CaseNoteEdition
from records.models.change import MatterChange
from records.models.clock import Clock, ClockEvent
from records.models.clock_setting import ClockSetting
from records.models.division import Division
from records.models.document import Document, DocumentRendition, NumberSeries
from records.models.filing_draft import FilingDraft
from records.models.hearing import Hearing
from records.models.inbox import (
    InboxChoice,
    InboxEntry,
    InboxFilterKept,
    InboxMark,
    InboxSeen,
    InboxStale,
    InboxText,
)
from records.models.law_text import LawText
from records.models.matter import (
    ExtensionRequest,
    InterestedHandler,
    InterimAnswer,
    Matter,
    MatterFact,
    Rating,
)
from records.models.mediation import Mediation
from records.models.notification import (
    DailyListRun,
    Notification,
    NotificationChoice,
    NotificationDelivery,
    UserSetting,
)
from records.models.number_scheme import NumberScheme
from records.models.outbox import OutboxCommand
from records.models.override import DecisionOverride
from records.models.people import Membership, Unit, UnitHandOver, UnitSuccession, User
from records.models.petition import Claim, Petition, Petitioner
from records.models.reception import Visitor
from records.models.registration import (
    Agent,
    Companion,
    EarlierStep,
    PetitionFlag,
    RelatedPetition,
)
from records.models.review import Review
from records.models.service import DocumentService
from records.models.sign_in import FailedSignIns, ProviderSignIn, SignIn
from records.models.similarity import SimilarityEntry, SimilarityKey
from records.models.supervision import Advice, Supervision
from records.models.task import TaskDecision, TaskHold
from records.models.task_work import (
    TaskChange,
    TaskDelegation,
    TaskDraft,
    TaskOpinion,
    TaskRemark,
    TaskUrge,
)
from records.models.urgent import UrgentAct, UrgentReport
from records.models.vocabulary import Vocabulary, VocabularyEdition, VocabularyTerm
from records.models.withdrawal import Withdrawal

__all__ = [
    "Absence",
    "Advice",
    "Agent",
    "AnswerTemplate",
    "Attachment",
    "AuditEntry",
    "CalendarEdition",
    "CaseNote",
    "CaseNoteEdition",
    "Claim",
    "Clock",
    "ClockEvent",
    "ClockSetting",
    "Companion",
    "DailyListRun",
    "DecisionOverride",
    "Division",
    "Document",
    "DocumentRendition",
    "DocumentService",
    "EarlierStep",
    "ExtensionRequest",
    "FailedSignIns",
    "FilingDraft",
    "Hearing",
    "InboxChoice",
    "InboxEntry",
    "InboxFilterKept",
    "InboxMark",
    "InboxSeen",
    "InboxStale",
    "InboxText",
    "InterestedHandler",
    "InterimAnswer",
    "LawText",
    "Matter",
    "MatterChange",
    "MatterFact",
    "Mediation",
    "Membership",
    "Notification",
    "NotificationChoice",
    "NotificationDelivery",
    "NumberScheme",
    "NumberSeries",
    "OutboxCommand",
    "Petition",
    "PetitionFlag",
    "Petitioner",
    "ProviderSignIn",
    "Rating",
    "RelatedPetition",
    "Review",
    "SignIn",
    "SimilarityEntry",
    "SimilarityKey",
    "Supervision",
    "TaskChange",
    "TaskDecision",
    "TaskDelegation",
    "TaskDraft",
    "TaskHold",
    "TaskOpinion",
    "TaskRemark",
    "TaskUrge",
    "Unit",
    "UnitHandOver",
    "UnitSuccession",
    "UrgentAct",
    "UrgentReport",
    "User",
    "UserSetting",
    "Visitor",
    "Vocabulary",
    "VocabularyEdition",
    "VocabularyTerm",
    "Withdrawal",
    "WorkDay",
]
