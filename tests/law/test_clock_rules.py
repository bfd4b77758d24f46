"""The catalogue of clocks D01 to D26 - every row cited, dated, marked."""

from datetime import date

import pytest

from law.clock_rule import Mark
from law.clock_rules import RULES, ClockRule, clock_codes, rule_for
from law.errors import ClockNotInForce, UnknownClock, UnknownVariant
from law.explain_words import EVENTS
from law.period_types import Roll, Unit
from law.sources import cite_basis
from tests.law import dates as d
from tests.law.ledgers import due_of, started

TODAY_LAW = d.MON_2_MAR_2026
EXPECTED: dict[str, tuple[int | None, Unit, Mark]] = {
    "D01": (15, Unit.calendar, Mark.statute),
    "D01a": (None, Unit.calendar, Mark.recalled),
    "D02": (15, Unit.calendar, Mark.statute),
    "D03": (15, Unit.calendar, Mark.statute),
    "D04": (5, Unit.workdays, Mark.statute),
    "D05": (60, Unit.calendar, Mark.statute),
    "D06": (30, Unit.calendar, Mark.statute),
    "D07": (30, Unit.calendar, Mark.statute),
    "D08": (30, Unit.calendar, Mark.statute),
    "D09": (30, Unit.calendar, Mark.statute),
    "D10": (30, Unit.calendar, Mark.statute),
    "D11": (None, Unit.calendar, Mark.statute),
    "D12": (3, Unit.workdays, Mark.recalled),
    "D13": (10, Unit.workdays, Mark.recalled),
    "D14": (1, Unit.workdays, Mark.recalled),
    "D15": (3, Unit.workdays, Mark.local),
    "D16": (60, Unit.calendar, Mark.local),
    "D17": (30, Unit.calendar, Mark.local),
    "D17a": (15, Unit.calendar, Mark.recalled),
    "D18": (2, Unit.months, Mark.statute),
    "D19": (30, Unit.calendar, Mark.statute),
    "D20": (7, Unit.calendar, Mark.local),
    "D21": (30, Unit.calendar, Mark.recalled),
    "D22": (None, Unit.hours, Mark.recalled),
    "D23": (12, Unit.months, Mark.statute),
    "D24": (15, Unit.calendar, Mark.recalled),
    "D25": (10, Unit.calendar, Mark.recalled),
    "D26": (None, Unit.calendar, Mark.statute),
}


def test_the_catalogue_has_these_clocks_and_no_others() -> None:
    assert clock_codes() == tuple(EXPECTED)


@pytest.mark.parametrize("code", EXPECTED)
def test_length_unit_and_mark(code: str) -> None:
    rule = rule_for(code, TODAY_LAW)
    assert (rule.length, rule.unit, rule.mark) == EXPECTED[code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}_{rule.in_force_from}")
def test_every_row_cites_a_known_basis_and_event(rule: ClockRule) -> None:
    assert cite_basis(rule.basis)
    assert rule.starts_with in EVENTS
    assert rule.extension is None or cite_basis(rule.extension.basis)


def test_no_two_rows_of_one_clock_are_in_force_on_one_day() -> None:
    for code in clock_codes():
        rows = [rule for rule in RULES if rule.code == code]
        for row in rows:
            in_force = [other for other in rows if other.is_in_force(row.in_force_from)]
            assert in_force == [row]


def test_what_is_not_statute_is_configurable() -> None:
    rule = rule_for("D15", TODAY_LAW).configured(length=15, unit=Unit.calendar)
    assert (rule.length, rule.unit) == (15, Unit.calendar)
    assert rule_for("D15", TODAY_LAW).length == 3


def test_an_unchanged_setting_leaves_the_rule_as_it_is() -> None:
    rule = rule_for("D15", TODAY_LAW)
    assert rule.configured() == rule


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownClock, match="D99"):
        rule_for("D99", TODAY_LAW)


def test_before_2005_no_regulation_of_ours_was_in_force() -> None:
    with pytest.raises(ClockNotInForce):
        rule_for("D02", d.FRI_16_JAN_2004)


@pytest.mark.parametrize(
    ("level", "days"), [("national", 5), ("province", 3), ("city", 3), ("county", 4)]
)
def test_the_limits_by_level(level: str, days: int) -> None:
    assert rule_for("D01a", TODAY_LAW).length_of(level) == days


def test_the_limits_by_level_fit_within_the_fifteen_days() -> None:
    assert sum(days for _, days in rule_for("D01a", TODAY_LAW).variants) == 15


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(UnknownVariant, match="village"):
        rule_for("D01a", TODAY_LAW).length_of("village")


def test_two_months_to_perform_a_duty_end_on_the_corresponding_day() -> None:
    due = due_of(rule_for("D18", TODAY_LAW), started(d.MON_2_MAR_2026))
    assert due.unrolled == date(2026, 5, 2)
    assert (due.due, due.roll) == (d.WED_6_MAY_2026, Roll.alert_unrolled)


def test_the_yearly_report_is_due_by_the_end_of_the_next_year() -> None:
    due = due_of(rule_for("D23", TODAY_LAW), started(date(2025, 12, 31)))
    assert due.due == d.THU_31_DEC_2026
