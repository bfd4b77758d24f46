"""By which rule and which calendar a clock runs, and where it stands by them."""

from functools import cached_property

from sqlmodel import Session

from law.calendar import WorkCalendar
from law.clock_ledger import ClockState, fold
from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from records.calendar import load_calendar
from records.clocks.ledgers import Ledger
from records.clocks.office_rules import OfficeRules, configured, load_rules
from records.models import ClockSetting


class Terms:
    """Settings and calendar of one unit of work: read once, for as many clocks as are asked."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def rules(self) -> OfficeRules:
        """The settings of the office."""
        return load_rules(self._session)

    @cached_property
    def newest(self) -> WorkCalendar:
        """The newest edition of the work calendar."""
        return load_calendar(self._session)

    def setting(self, ledger: Ledger) -> ClockSetting | None:
        """The setting a clock runs by: the one that last moved it, else that of its start."""
        if ledger.setting_id is not None:
            return self.rules.by_id(ledger.code, ledger.setting_id)
        if ledger.started_on is None:
            return None
        return self.rules.setting(ledger.code, ledger.started_on, ledger.opened_at)

    def rule(self, ledger: Ledger) -> ClockRule:
        """The rule a clock runs by; old cases keep the old law, that of the day of the start."""
        rule = rule_for(ledger.code, ledger.started_on or ledger.due_on)
        return configured(rule, self.setting(ledger))

    def calendar(self, ledger: Ledger) -> WorkCalendar:
        """The edition a clock runs by: the one its due date was last set or moved with."""
        version = ledger.calendar_version
        return load_calendar(self._session, version) if version else self.newest

    def state(self, ledger: Ledger) -> ClockState:
        """Where the clock stands."""
        return fold(self.rule(ledger), ledger.entries, self.calendar(ledger))

    def explained_state(self, ledger: Ledger) -> tuple[ClockRule, ClockState]:
        """The rule and the state, for people.

        Where the newest edition gives a running clock the same dates, it explains them: what was
        provisional may be certain by now.
        """
        rule = self.rule(ledger)
        calendar = self.calendar(ledger)
        state = fold(rule, ledger.entries, calendar)
        if not state.is_running or calendar.version == self.newest.version:
            return rule, state
        newest = fold(rule, ledger.entries, self.newest)
        is_same = _dates(newest) == _dates(state)
        return rule, newest if is_same else state


def _dates(state: ClockState) -> tuple[object, ...]:
    return (state.due.due, state.due.unrolled) if state.due else ()
