"""Regulation on Petition Work, article 33 - mediation and settlement."""

from dataclasses import replace

import pytest

from law.clock_rules import rule_for
from law.errors import AgreementIncomplete, ConfirmationTooLate, PerformanceBeforeAgreement
from law.mediation import Agreement, Consents, check_agreement, check_confirmation
from law.periods import Roll
from tests.law import dates as d
from tests.law.ledgers import due_of, started

AGREED = Agreement(
    parties=True,
    dispute=True,
    content=True,
    way=True,
    agreed_on=d.THU_5_MAR_2026,
    perform_until=d.TUE_7_APR_2026,
)


class TestAgreement:
    """What both sides agree on is written down; they may have a court confirm it together."""

    def test_the_court_is_asked_within_thirty_days_of_its_effect(self) -> None:
        rule = rule_for("D19", d.THU_5_MAR_2026)
        due = due_of(rule, started(d.THU_5_MAR_2026))
        assert (due.unrolled, due.due) == (d.SAT_4_APR_2026, d.TUE_7_APR_2026)
        assert rule.roll is Roll.over

    @pytest.mark.parametrize("lacks", ["parties", "dispute", "content", "way"])
    def test_each_of_its_three_items_is_there(self, lacks: str) -> None:
        with pytest.raises(AgreementIncomplete, match=lacks):
            check_agreement(replace(AGREED, **{lacks: False}))

    @pytest.mark.parametrize("lacks", ["agreed_on", "perform_until"])
    def test_it_says_from_when_it_holds_and_until_when_it_is_performed(self, lacks: str) -> None:
        with pytest.raises(AgreementIncomplete):
            check_agreement(replace(AGREED, **{lacks: None}))

    def test_it_may_be_performed_the_same_day_but_not_before(self) -> None:
        same_day = replace(AGREED, perform_until=AGREED.agreed_on)
        assert check_agreement(same_day) == (d.THU_5_MAR_2026, d.THU_5_MAR_2026)
        with pytest.raises(PerformanceBeforeAgreement):
            check_agreement(replace(AGREED, perform_until=d.MON_2_MAR_2026))

    def test_its_own_words_set_the_time_to_perform_it_and_nobody_is_late(self) -> None:
        rule = rule_for("D26", d.THU_5_MAR_2026)
        assert (rule.length, rule.is_window) == (None, True)

    def test_a_request_after_the_thirty_days_is_too_late(self) -> None:
        check_confirmation(d.TUE_7_APR_2026, d.TUE_7_APR_2026)
        with pytest.raises(ConfirmationTooLate):
            check_confirmation(d.TUE_7_APR_2026, d.SAT_4_APR_2026)


@pytest.mark.parametrize("refuses", ["within_discretion", "petitioner", "other_side"])
def test_mediation_needs_discretion_and_both_sides(refuses: str) -> None:
    everybody = Consents(within_discretion=True, petitioner=True, other_side=True)
    assert everybody.may_mediate
    assert not replace(everybody, **{refuses: False}).may_mediate
