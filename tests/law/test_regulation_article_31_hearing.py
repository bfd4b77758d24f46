"""Regulation on Petition Work, articles 31(六) and 36(2) - how a hearing is arranged and ended."""

from datetime import date

import pytest

from law.clock_rules import rule_for
from law.errors import (
    ChairInvestigated,
    EntryIncomplete,
    HearingClosedWithoutGround,
    HearingNotConcluded,
    HearingNoticeTooShort,
    HearingWaiverNotWritten,
    PostponementWithoutReason,
)
from law.hearing import (
    NOTICE,
    ClosedGround,
    HearingPhase,
    HearingResult,
    Minutes,
    check_chair,
    check_notice,
    check_openness,
    check_result,
    last_day_to_notify,
)
from law.sources import cite_basis

HELD_ON = date(2026, 3, 20)
RULE = rule_for(NOTICE, HELD_ON)
COMPLETE = Minutes(record=True, signed=True, conclusion=True)


class TestNotice:
    """So many days before the hearing; how many is an office's to set."""

    def test_on_the_last_day_it_is_in_time(self) -> None:
        assert last_day_to_notify(HELD_ON, RULE) == date(2026, 3, 13)
        check_notice(date(2026, 3, 13), HELD_ON, RULE)

    def test_a_day_later_it_is_too_short(self) -> None:
        with pytest.raises(HearingNoticeTooShort):
            check_notice(date(2026, 3, 14), HELD_ON, RULE)

    def test_an_office_may_ask_for_more(self) -> None:
        with pytest.raises(HearingNoticeTooShort):
            check_notice(date(2026, 3, 13), HELD_ON, RULE.configured(length=10))

    def test_a_rule_without_length_says_nothing(self) -> None:
        with pytest.raises(EntryIncomplete):
            last_day_to_notify(HELD_ON, rule_for("D11", HELD_ON))


class TestChair:
    """Whoever investigated does not lead."""

    def test_somebody_else_may(self) -> None:
        check_chair("leader", {"one", "two"})

    def test_an_investigator_may_not(self) -> None:
        with pytest.raises(ChairInvestigated):
            check_chair("one", {"one", "two"})


class TestOpenness:
    """Public, or not for one of three grounds."""

    @pytest.mark.parametrize("ground", [None, *ClosedGround])
    def test_public_needs_no_ground(self, ground: ClosedGround | None) -> None:
        check_openness(is_public=True, ground=ground)

    @pytest.mark.parametrize("ground", list(ClosedGround))
    def test_closed_with_a_ground(self, ground: ClosedGround) -> None:
        check_openness(is_public=False, ground=ground)

    def test_closed_without_a_ground_is_refused(self) -> None:
        with pytest.raises(HearingClosedWithoutGround):
            check_openness(is_public=False, ground=None)


class TestResult:
    """Held with record, signatures and conclusion; postponed for a reason; waived in writing."""

    @pytest.mark.parametrize(
        "minutes",
        [
            Minutes(record=False, signed=True, conclusion=True),
            Minutes(record=True, signed=False, conclusion=True),
            Minutes(record=True, signed=True, conclusion=False),
        ],
    )
    def test_held_without_one_of_the_three_is_refused(self, minutes: Minutes) -> None:
        with pytest.raises(HearingNotConcluded):
            check_result(HearingResult.held, minutes, has_reason=True, is_waiver_written=True)

    def test_held_with_all_three(self) -> None:
        check_result(HearingResult.held, COMPLETE, has_reason=False, is_waiver_written=False)

    def test_postponed(self) -> None:
        nothing = Minutes(record=False, signed=False, conclusion=False)
        result = HearingResult.postponed
        check_result(result, nothing, has_reason=True, is_waiver_written=False)
        with pytest.raises(PostponementWithoutReason):
            check_result(result, nothing, has_reason=False, is_waiver_written=False)

    def test_waived(self) -> None:
        result = HearingResult.waived
        check_result(result, COMPLETE, has_reason=False, is_waiver_written=True)
        with pytest.raises(HearingWaiverNotWritten):
            check_result(result, COMPLETE, has_reason=True, is_waiver_written=False)


def test_only_in_re_review_the_pause_is_the_law_s() -> None:
    assert [(phase.clock, phase.pause_basis) for phase in HearingPhase] == [
        ("D05", "office_setting"),
        ("D08", "office_setting"),
        ("D10", "regulation_2022:36(2)"),
    ]
    assert all(cite_basis(phase.pause_basis) for phase in HearingPhase)
