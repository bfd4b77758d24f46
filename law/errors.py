"""What the law does not allow. The docstring of an error is its message.

LawError
├── CalendarDayTwice · DayKindUnfit
├── NoticeRefused
│   ├── NoticeNotReadable · NoticeYearMissing · NationalDayMissing · NoticeDayOutside
│   └── NoticeDateImpossible · NoticeWeekdayWrong · NoticeCountWrong
├── PeriodTooShort · PeriodTooLong · PeriodNotInDays · PeriodNotInHours
├── UnknownArticle · UnknownBasis · LawTextRefused
├── UnknownClock · ClockNotInForce · UnknownVariant · StatutoryLength
├── LengthSetAtStart · UnitOfRunningClocks
├── StepRefused
│   ├── TooManyRepresentatives · RepresentativesMissing · TooManyAgents · MandateMissing
│   ├── ObjectionTooLate · ObjectionWithoutReasons · NotJoint
│   ├── WithdrawalTooLate · WithdrawalNotWritten · NewFactsUndecided
│   ├── ProofOfServiceMissing · ConsentMissing · RefusalMissing · PublicNoticeTooEarly
│   ├── ReportToAccused · NobodyMayReceive · HandlerHasInterest · NoHandlerLeft
│   ├── OpinionIncomplete · InterimAnswer · SameOpinionAgain
│   ├── SimpleProcedureExcluded · InvestigatorsTooFew
│   └── SameOutcomeUnexplained · SupplementAskedBefore
└── EntryRefused
    ├── ClockAlreadyStarted · ClockNotRunning · AlreadyMet · EntryBeforeStart · EntryIncomplete
    ├── ExtensionNotAllowed · ExtensionTooLate · ExtensionAlreadyGiven · ExtensionTooLong
    ├── PauseNotAllowed · PauseTooLate · ClockAlreadyPaused · ClockNotPaused
    └── BreachTooEarly · BreachAlreadyRecorded
"""


class LawError(ValueError):
    """Something was asked that the law, or its computation, does not allow."""

    def __init__(self, detail: str = "") -> None:
        """`detail` names codes and dates only, never people."""
        self.detail = detail
        super().__init__(" ".join(filter(None, (type(self).__doc__, detail))))


class CalendarDayTwice(LawError):
    """A date is listed twice in the work calendar; keep one row per date."""


class DayKindUnfit(LawError):
    """This kind does not fit the weekday: make-up days lie on a weekend, shifted rest does not."""


class NoticeRefused(LawError):
    """The holiday notice cannot be loaded; nothing of it was."""


class NoticeNotReadable(NoticeRefused):
    """This part of the notice cannot be read; correct it, or give the days as CSV or JSON."""


class NoticeYearMissing(NoticeRefused):
    """The notice does not say its year; keep its title, as in 2027年部分节假日安排."""


class NationalDayMissing(NoticeRefused):
    """The notice does not give 1 October off, as every full notice does; load the whole of it."""


class NoticeDayOutside(NoticeRefused):
    """A day lies neither in the year of the notice nor in the December before it."""


class NoticeDateImpossible(NoticeRefused):
    """There is no such date, or a stretch of days ends before it begins."""


class NoticeWeekdayWrong(NoticeRefused):
    """The date is not on the weekday that the notice names."""


class NoticeCountWrong(NoticeRefused):
    """The days listed are not as many as the notice says."""


class PeriodTooShort(LawError):
    """A period has at least one day; give a length of 1 or more."""


class PeriodTooLong(LawError):
    """The period ends after the year 9999; give a shorter one."""


class PeriodNotInDays(LawError):
    """This period is not counted in days, working days or months; see its rule."""


class PeriodNotInHours(LawError):
    """This period is not counted in hours; compute its last day."""


class UnknownArticle(LawError):
    """No such article, paragraph or item; write 34, 36(2), 31(六) or 22(1)(三)."""


class UnknownBasis(LawError):
    """No such legal source; write one of law.sources, as in civil_code:203."""


class LawTextRefused(LawError):
    """This is not the whole text of the law, or not laid out as one; nothing of it was loaded."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """`problems` names articles by their numbers, in English."""
        self.problems = problems
        super().__init__("; ".join(problems))


class UnknownClock(LawError):
    """No clock has this code; see law.clock_rules."""


class ClockNotInForce(LawError):
    """The clock's rule was not in force on that day; choose the rule of the right date."""


class UnknownVariant(LawError):
    """The rule has no such variant; see its list of variants."""


class StatutoryLength(LawError):
    """The length is fixed by statute and cannot be configured; change the roll or pause only."""


class LengthSetAtStart(LawError):
    """The letter or decision that starts this period says how long it is; none can be set."""


class UnitOfRunningClocks(LawError):
    """Running clocks keep their unit; set it for clocks to come, without --running."""


class EntryRefused(LawError):
    """The clock's ledger cannot take this entry."""


class ClockAlreadyStarted(EntryRefused):
    """The clock was started before; correct the receipt date instead."""


class ClockNotRunning(EntryRefused):
    """The clock does not run: it was never started, was withdrawn, or has lapsed."""


class AlreadyMet(EntryRefused):
    """The clock was met; nothing can be added to it."""


class EntryBeforeStart(EntryRefused):
    """The entry is dated before the day the period starts from; check the date."""


class EntryIncomplete(EntryRefused):
    """The entry lacks its number of days, its date or its approver."""


class ExtensionNotAllowed(EntryRefused):
    """This period cannot be extended."""


class ExtensionTooLate(EntryRefused):
    """An extension must be approved on or before the last day of the period."""


class ExtensionAlreadyGiven(EntryRefused):
    """The period can be extended once only, and was."""


class ExtensionTooLong(EntryRefused):
    """The extension is longer than the rule allows."""


class PauseNotAllowed(EntryRefused):
    """Nothing stops this period: neither statute nor configuration allows a pause."""


class PauseTooLate(EntryRefused):
    """The period was over before the pause would begin."""


class ClockAlreadyPaused(EntryRefused):
    """The clock is paused on that day already; resume it first."""


class ClockNotPaused(EntryRefused):
    """The clock is not paused; there is nothing to resume."""


class BreachTooEarly(EntryRefused):
    """A breach can be recorded only after the last day has ended."""


class BreachAlreadyRecorded(EntryRefused):
    """The breach of this due date was recorded; one is enough."""


class WindowNotBreached(EntryRefused):
    """The period of a right is not breached: when it ends, the right has lapsed."""


class DutyDoesNotLapse(EntryRefused):
    """A duty does not lapse: after its last day it is late, and still due."""


class LapseTooEarly(EntryRefused):
    """A right lapses only after the last day has ended."""


class StepRefused(LawError):
    """The law, or what the office has set, does not allow this step."""


class TooManyRepresentatives(StepRefused):
    """At most five representatives speak for a group that visits; choose fewer (20(3))."""


class RepresentativesMissing(StepRefused):
    """A group of more than five that visits chooses one to five representatives (20(3))."""


class TooManyAgents(StepRefused):
    """The office allows fewer agents for one petitioner."""


class MandateMissing(StepRefused):
    """An agent has shown no written mandate (授权委托书); ask for it."""


class ObjectionTooLate(StepRefused):
    """The five working days to object are over; the unit handles the matter (23(3))."""


class ObjectionWithoutReasons(StepRefused):
    """An objection gives its reasons in detail (23(3)); write them."""


class NotJoint(StepRefused):
    """A matter is settled jointly by two units or more; name them all (24(1))."""


class WithdrawalTooLate(StepRefused):
    """The opinion is signed and will be served; the matter cannot be withdrawn any more."""


class WithdrawalNotWritten(StepRefused):
    """A withdrawal is in writing; ask the petitioner for a signed statement."""


class NewFactsUndecided(StepRefused):
    """A clerk and a leader decide together, with a written reason, that facts are new (36(3))."""


class ProofOfServiceMissing(StepRefused):
    """Nothing proves the day of receipt; file the receipt, slip, witness or pictures."""


class ConsentMissing(StepRefused):
    """Electronic service needs the recipient's consent; ask, or serve in another way."""


class RefusalMissing(StepRefused):
    """A document is left behind only where the recipient refuses it; hand it over instead."""


class PublicNoticeTooEarly(StepRefused):
    """Public notice is the last way of service; try the others first."""


class ReportToAccused(StepRefused):
    """A report never goes to the accused or to units under or beside them (30(3))."""


class NobodyMayReceive(StepRefused):
    """No unit known here may receive this report; add a superior or an organ of discipline."""


class HandlerHasInterest(StepRefused):
    """This person has a direct interest in the matter; assign somebody else (28(3))."""


class NoHandlerLeft(StepRefused):
    """Everybody here has a direct interest; the unit above assigns (28(3))."""


class OpinionIncomplete(StepRefused):
    """A written opinion lacks parts that article 32 asks for; add them."""


class InterimAnswer(StepRefused):
    """An interim answer finishes nothing; send it as a message and go on handling."""


class SameOpinionAgain(StepRefused):
    """This is the opinion that was set aside, on the same facts; decide anew."""


class SameOutcomeUnexplained(StepRefused):
    """The same outcome on the same facts again; write why it is another opinion."""

    field = "note"


class SimpleProcedureExcluded(StepRefused):
    """Simple handling is not open to this matter; handle it by the ordinary procedure."""


class InvestigatorsTooFew(StepRefused):
    """The office lets two people investigate; name another one, or write why one is enough."""


class SupplementAskedBefore(StepRefused):
    """What a request for review lacks is asked for once; accept or refuse it now."""


class HearingNoticeTooShort(StepRefused):
    """The notice must go out some days before the hearing; choose a later day."""


class ChairInvestigated(StepRefused):
    """Whoever investigated the matter does not chair its hearing; choose somebody else."""


class HearingClosedWithoutGround(StepRefused):
    """A hearing is public unless a secret, privacy or a business secret is at stake; say which."""


class HearingNotConcluded(StepRefused):
    """A hearing leaves a record, who signed it and a conclusion; complete them."""


class PostponementWithoutReason(StepRefused):
    """A hearing is put off for a reason; write it."""


class HearingWaiverNotWritten(StepRefused):
    """A petitioner gives up a hearing in writing; ask for a signed statement."""


class AgreementIncomplete(StepRefused):
    """An agreement names parties, dispute, content, way and time of performance; add them (33)."""


class PerformanceBeforeAgreement(StepRefused):
    """An agreement cannot be performed before it was made; correct one of the days."""


class ConfirmationTooLate(StepRefused):
    """The time to ask a court for confirmation is over; the agreement itself still binds."""
