"""Regulation on Petition Work, article 47 - conduct that article 26 forbids."""

import pytest

from law.order import BASES, Conduct, OrderStep, order_steps
from law.sources import cite_basis


class TestParagraph1:
    """Staff dissuade, criticise or explain."""

    @pytest.mark.parametrize("conduct", Conduct)
    def test_every_conduct_is_recorded_and_answered_with_words_first(
        self, conduct: Conduct
    ) -> None:
        steps = order_steps(conduct, is_serious=False, may_affect_public=False)
        assert steps[:2] == [OrderStep.record, OrderStep.dissuade]
        assert OrderStep.call_police not in steps


class TestParagraph2:
    """What is serious and breaks the law on public order is for the police."""

    def test_only_what_is_serious(self) -> None:
        steps = order_steps(Conduct.blockade, is_serious=True, may_affect_public=False)
        assert steps == [OrderStep.record, OrderStep.dissuade, OrderStep.call_police]


def test_violence_and_threats_are_urgent_whatever_comes_of_them() -> None:
    steps = order_steps(
        Conduct.insult_violence_or_threat, is_serious=False, may_affect_public=False
    )
    assert OrderStep.report_urgently in steps


def test_article_26_forbids_six_kinds_and_every_step_has_a_basis() -> None:
    assert len(Conduct) == 6
    assert {step for step in BASES if cite_basis(BASES[step])} == set(OrderStep)
