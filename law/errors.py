"""What the law does not allow. The docstring of an error is its message.

LawError
├── CalendarDayTwice
├── PeriodTooShort · PeriodTooLong · PeriodNotInDays
├── UnknownArticle · UnknownBasis
├── UnknownClock · ClockNotInForce · UnknownVariant · StatutoryLength
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


class PeriodTooShort(LawError):
    """A period has at least one day; give a length of 1 or more."""


class PeriodTooLong(LawError):
    """The period ends after the year 9999; give a shorter one."""


class PeriodNotInDays(LawError):
    """This period is not counted in days, working days or months; see its rule."""


class UnknownArticle(LawError):
    """No such article, paragraph or item; write 34, 36(2), 31(六) or 22(1)(三)."""


class UnknownBasis(LawError):
    """No such legal source; write one of law.sources, as in civil_code:203."""


class UnknownClock(LawError):
    """No clock has this code; see law.clock_rules."""


class ClockNotInForce(LawError):
    """The clock's rule was not in force on that day; choose the rule of the right date."""


class UnknownVariant(LawError):
    """The rule has no such variant; see its list of variants."""


class StatutoryLength(LawError):
    """The length is fixed by statute and cannot be configured; change the roll or pause only."""


class EntryRefused(LawError):
    """The clock's ledger cannot take this entry."""


class ClockAlreadyStarted(EntryRefused):
    """The clock was started before; correct the receipt date instead."""


class ClockNotRunning(EntryRefused):
    """The clock does not run: it was never started, or was withdrawn."""


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
