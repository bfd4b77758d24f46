"""Explaining a date - one sentence a petitioner understands, in both languages."""

from datetime import date

import pytest

from law.clock_entries import ClockEntry, EntryKind
from law.clock_rules import clock_codes, rule_for
from law.explain import explain_due, explain_state, explain_step
from law.explain_words import STEP_WORDS, amount_words
from law.periods import Roll, StepKind, Unit, due_date, set_date
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import (
    ASSIGNMENT,
    HANDLING,
    OBJECTION,
    REREVIEW,
    at,
    due_of,
    extended,
    met,
    paused,
    started,
    state_of,
)

ACCEPTED = started(d.THU_18_DEC_2025)


class TestDueDates:
    """From which day, how long, why moved, by which law."""

    def test_rolled_over_the_spring_festival(self) -> None:
        due = due_of(HANDLING, ACCEPTED)
        assert explain_due(due, HANDLING) == (
            "自2025年12月18日受理之日起60日，到2026年2月16日为止，遇春节假期顺延至2026年2月24日"
            "（《信访工作条例》第三十四条、《民法典》第二百零三条）。"
        )
        assert explain_due(due, HANDLING, "en") == (
            "From 18 December 2025, when it was accepted, a period of 60 days ends on "
            "16 February 2026; that is the Spring Festival break, so it moves to "
            "24 February 2026 (Regulation on Petition Work, Article 34; Civil Code, Article 203)."
        )

    def test_extended(self) -> None:
        due = due_of(HANDLING, ACCEPTED, extended(d.FRI_30_JAN_2026))
        assert "，经批准延长30日到2026年3月18日（" in explain_due(due, HANDLING)
        assert "extended with approval by 30 days" in explain_due(due, HANDLING, "en")

    def test_hearing_time(self) -> None:
        due = due_of(REREVIEW, started(d.MON_2_MAR_2026), paused(d.TUE_10_MAR_2026, days=10))
        assert "，扣除不计算的10日后到2026年4月11日，遇周末顺延至2026年4月13日" in explain_due(
            due, REREVIEW
        )
        assert "10 days not counted" in explain_due(due, REREVIEW, "en")

    def test_working_days_around_a_holiday(self) -> None:
        due = due_of(OBJECTION, started(d.FRI_26_SEP_2025))
        assert "起5个工作日，不含国庆节、中秋节假期，到2025年10月10日为止" in explain_due(
            due, OBJECTION
        )

    def test_a_makeup_day_that_stays(self) -> None:
        rule = rule_for("D03", d.FRI_26_SEP_2025)
        text = explain_due(due_of(rule, started(d.FRI_26_SEP_2025)), rule)
        assert "当天是调休上班日，不再顺延" in text

    def test_a_set_date(self) -> None:
        due = set_date(d.FRI_26_SEP_2025, d.WED_1_OCT_2025, CALENDAR)
        text = explain_due(due, ASSIGNMENT)
        assert text.startswith("自2025年9月26日交办之日起须在2025年10月1日前（含当日）完成")
        assert "当天虽是国庆节假期，不作顺延" in text

    def test_a_month_without_that_day(self) -> None:
        due = due_date(d.SAT_31_JAN_2026, 1, Unit.months, CALENDAR)
        assert "1个月，到2026年2月28日为止（当月没有对应日，以月末日为准）" in explain_due(due)
        assert "a period of 1 month ends on 28 February 2026" in explain_due(due, None, "en")

    def test_without_a_rule_the_rule_of_counting_is_cited(self) -> None:
        due = due_date(d.THU_9_OCT_2025, 1, Unit.calendar, CALENDAR)
        assert explain_due(due) == (
            "自2025年10月9日起1日，到2025年10月10日为止（《民法典》第二百零一条）。"
        )

    def test_a_provisional_date_says_so(self) -> None:
        due = due_date(d.FRI_18_DEC_2026, 60, Unit.calendar, CALENDAR)
        assert explain_due(due).endswith("该年放假安排尚未公布，日期待校准。")
        assert explain_due(due, None, "en").endswith("the date is provisional.")

    @pytest.mark.parametrize("code", [c for c in clock_codes() if c != "D22"])
    def test_every_clock_has_its_sentence(self, code: str) -> None:
        rule = rule_for(code, d.MON_2_MAR_2026)
        due = due_of(rule, started(d.MON_2_MAR_2026, days=rule.length or 5))
        assert explain_due(due, rule).startswith("自2026年3月2日")
        assert explain_due(due, rule, "en").startswith("From 2 March 2026, when ")


class TestSteps:
    """Every step on a line of its own, with its basis."""

    def test_each_kind_of_step_has_words(self) -> None:
        for words in STEP_WORDS.values():
            assert set(words) == set(StepKind)

    def test_a_rolled_day(self) -> None:
        rolled = due_date(d.THU_18_DEC_2025, 60, Unit.calendar, CALENDAR).steps[-1]
        assert explain_step(rolled) == (
            "2026年2月24日：最后一日遇春节假期，顺延8日到此后第一个工作日（《民法典》第二百零三条）"
        )
        assert explain_step(rolled, "en") == (
            "24 February 2026: the last day is the Spring Festival break, moved by 8 "
            "to a working day (Civil Code, Article 203)"
        )

    def test_working_days_name_what_they_went_around(self) -> None:
        counted = due_date(d.FRI_26_SEP_2025, 5, Unit.workdays, CALENDAR).steps[-1]
        assert "不含国庆节、中秋节假期" in explain_step(counted)
        assert "without the National Day and Mid-Autumn Festival break" in explain_step(
            counted, "en"
        )

    def test_a_rest_day_kept(self) -> None:
        kept = due_date(d.FRI_10_OCT_2025, 2, Unit.calendar, CALENDAR, Roll.none).steps[-1]
        assert explain_step(kept) == "2025年10月12日：周末，仍为最后一日（按要求不顺延）"
        assert "a weekend" in explain_step(kept, "en")

    def test_one_is_not_plural(self) -> None:
        assert amount_words(1, "workdays", "en") == "1 working day"


class TestStates:
    """Where a clock stands."""

    @pytest.mark.parametrize(
        ("entries", "zh", "en"),
        [
            ((), "尚未开始", "not begun"),
            ((ACCEPTED,), "第三十四条", "Article 34"),
            ((ACCEPTED, met(d.TUE_24_FEB_2026)), "在期限2026年2月24日之内", "in time"),
            ((ACCEPTED, met(d.WED_25_FEB_2026)), "超过了期限", "after 24 February 2026"),
            ((ACCEPTED, at(EntryKind.withdrawn, d.FRI_30_JAN_2026)), "撤回", "Withdrawn on 30"),
            ((ACCEPTED, paused(d.FRI_30_JAN_2026)), "现已中止", "is paused"),
            ((ACCEPTED, at(EntryKind.breached, d.WED_25_FEB_2026)), "仍须办理", "duty remains"),
        ],
    )
    def test_it_is_told_in_both_languages(
        self, entries: tuple[ClockEntry, ...], zh: str, en: str
    ) -> None:
        state = state_of(HANDLING, *entries)
        assert zh in explain_state(state, HANDLING)
        assert en in explain_state(state, HANDLING, "en")

    def test_a_breach_of_an_earlier_date_is_not_told_of_the_new_one(self) -> None:
        corrected = at(EntryKind.receipt_corrected, date(2026, 2, 1))
        breached = at(EntryKind.breached, d.WED_25_FEB_2026, until=d.TUE_24_FEB_2026)
        state = state_of(HANDLING, ACCEPTED, breached, corrected)
        assert "仍须办理" not in explain_state(state, HANDLING)
