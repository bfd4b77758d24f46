"""Tables of the case, one idea per module. Importing this package registers them all."""

from records.models.answer_template import AnswerTemplate
from records.models.audit import AuditEntry
from records.models.calendar import CalendarEdition, WorkDay
from records.models.change import MatterChange
from records.models.clock import Clock, ClockEvent
from records.models.clock_setting import ClockSetting
from records.models.division import Division
from records.models.document import Document, DocumentRendition, NumberSeries
from records.models.filing_draft import FilingDraft
from records.models.hearing import Hearing
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
from records.models.number_scheme import NumberScheme
from records.models.outbox import OutboxCommand
from records.models.override import DecisionOverride
from records.models.people import Membership, SignIn, Unit, UnitHandOver, UnitSuccession, User
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
from records.models.similarity import SimilarityEntry, SimilarityKey
from records.models.supervision import Advice, Supervision
from records.models.task import TaskDecision, TaskHold
from records.models.urgent import UrgentAct, UrgentReport
from records.models.vocabulary import Vocabulary, VocabularyEdition, VocabularyTerm
from records.models.withdrawal import Withdrawal

__all__ = [
    "Advice",
    "Agent",
    "AnswerTemplate",
    "AuditEntry",
    "CalendarEdition",
    "Claim",
    "Clock",
    "ClockEvent",
    "ClockSetting",
    "Companion",
    "DecisionOverride",
    "Division",
    "Document",
    "DocumentRendition",
    "DocumentService",
    "EarlierStep",
    "ExtensionRequest",
    "FilingDraft",
    "Hearing",
    "InterestedHandler",
    "InterimAnswer",
    "LawText",
    "Matter",
    "MatterChange",
    "MatterFact",
    "Mediation",
    "Membership",
    "NumberScheme",
    "NumberSeries",
    "OutboxCommand",
    "Petition",
    "PetitionFlag",
    "Petitioner",
    "Rating",
    "RelatedPetition",
    "Review",
    "SignIn",
    "SimilarityEntry",
    "SimilarityKey",
    "Supervision",
    "TaskDecision",
    "TaskHold",
    "Unit",
    "UnitHandOver",
    "UnitSuccession",
    "UrgentAct",
    "UrgentReport",
    "User",
    "Visitor",
    "Vocabulary",
    "VocabularyEdition",
    "VocabularyTerm",
    "Withdrawal",
    "WorkDay",
]
