"""The rules of the clocks as the office has set them, from a day on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session, select

from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from law.errors import LengthSetAtStart, PeriodNotInDays, PeriodTooShort, UnitOfRunningClocks
from law.period_types import Roll, Unit
from law.sources import cite_basis
from records import audit
from records.models import ClockSetting

OFFICE = "office_setting"


class OfficeRules:
    """Every setting there is, read once; questions about one clock at a time."""

    def __init__(self, settings: Iterable[ClockSetting]) -> None:
        self._by_code: dict[str, list[ClockSetting]] = {}
        for setting in sorted(settings, key=_order):
            self._by_code.setdefault(setting.code, []).append(setting)

    def all(self, code: str) -> list[ClockSetting]:
        """Every setting of a clock, by its first day; those to come included."""
        return list(self._by_code.get(code, ()))

    def setting(self, code: str, on: date, known_at: datetime | None = None) -> ClockSetting | None:
        """What is in force on a day; of what was set by the moment `known_at`, if given."""
        found = [
            one
            for one in self.all(code)
            if one.in_force_from <= on and (known_at is None or one.set_at <= known_at)
        ]
        return found[-1] if found else None

    def by_id(self, code: str, number: int) -> ClockSetting | None:
        """The setting with this number."""
        return next((one for one in self.all(code) if one.id == number), None)

    def for_running(
        self, code: str, today: date, after: ClockSetting | None
    ) -> ClockSetting | None:
        """The newest setting for running clocks in force today; None when `after` is as new."""
        found = [
            one
            for one in self.all(code)
            if one.applies_to_running
            and one.in_force_from <= today
            and (after is None or _order(one) > _order(after))
        ]
        return found[-1] if found else None

    def units(self, code: str) -> set[Unit]:
        """Every unit that was ever set for the clock."""
        return {Unit(one.unit) for one in self.all(code) if one.unit}


def load_rules(session: Session) -> OfficeRules:
    """All settings; one query, few rows."""
    return OfficeRules(session.exec(select(ClockSetting)))


def configured(rule: ClockRule, setting: ClockSetting | None) -> ClockRule:
    """The rule as set; one with a length or unit of the office cites the office.

    Raises law.errors.StatutoryLength.
    """
    if setting is None:
        return rule
    changed = rule.configured(
        length=setting.length,
        unit=Unit(setting.unit) if setting.unit else None,
        roll=Roll(setting.roll) if setting.roll else None,
        pause=setting.pause,
    )
    if (changed.length, changed.unit) == (rule.length, rule.unit):
        return changed
    return replace(changed, basis=setting.basis)


def set_clock(
    session: Session,
    code: str,
    *,
    in_force_from: date,
    reason: str,
    actor: str,
    now: datetime,
    length: int | None = None,
    unit: Unit | None = None,
    roll: Roll | None = None,
    pause: bool | None = None,
    applies_to_running: bool = False,
    from_law: bool = False,
    basis: str = OFFICE,
) -> ClockSetting:
    """Set a clock from a day on; what is not given stays as it was set, or with `from_law` as the
    rule says. Running clocks follow with records.clocks.moves when `applies_to_running`.

    Raises law.errors: UnknownClock, ClockNotInForce; StatutoryLength, LengthSetAtStart,
    PeriodTooShort, PeriodNotInDays; UnitOfRunningClocks; UnknownBasis.
    """
    cite_basis(basis)
    rules = load_rules(session)
    rule = rule_for(code, in_force_from)
    before = None if from_law else rules.setting(code, in_force_from)
    setting = ClockSetting(
        code=code,
        in_force_from=in_force_from,
        length=length if length is not None or before is None else before.length,
        unit=unit or (before.unit if before else None),
        roll=roll or (before.roll if before else None),
        pause=pause if pause is not None or before is None else before.pause,
        reason=reason,
        basis=basis,
        applies_to_running=applies_to_running,
        set_by=actor,
        set_at=now,
    )
    _check(rule, setting)
    changed = configured(rule, setting)
    if applies_to_running and {rule.unit, *rules.units(code)} != {changed.unit}:
        raise UnitOfRunningClocks(code)
    session.add(setting)
    session.flush()
    audit.record(session, now=now, actor=actor, action="set_clock", clock=code, setting=setting.id)
    return setting


def _check(rule: ClockRule, setting: ClockSetting) -> None:
    if rule.length is None and (setting.length is not None or setting.unit):
        raise LengthSetAtStart(rule.code)
    if setting.length is not None and setting.length < 1:
        raise PeriodTooShort(rule.code)
    if setting.unit == Unit.hours:
        raise PeriodNotInDays(rule.code)


def _order(setting: ClockSetting) -> tuple[date, int]:
    return setting.in_force_from, setting.id or 0
