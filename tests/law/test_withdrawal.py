"""Withdrawal of a petition - office practice, as the regulation is silent."""

import pytest

from law.errors import WithdrawalNotWritten, WithdrawalTooLate
from law.sources import cite_basis
from law.withdrawal import BASIS, Withdrawn, effect_of_withdrawal


def test_until_the_opinion_is_signed_it_ends_the_matter() -> None:
    effect = effect_of_withdrawal(is_written=True, opinion_signed=False)
    assert effect is Withdrawn.matter_ends


def test_afterwards_it_is_too_late() -> None:
    with pytest.raises(WithdrawalTooLate):
        effect_of_withdrawal(is_written=True, opinion_signed=True)


def test_a_review_ends_and_the_opinion_under_it_stands() -> None:
    effect = effect_of_withdrawal(is_written=True, opinion_signed=False, is_review=True)
    assert effect is Withdrawn.review_ends


def test_a_report_on_an_official_goes_on() -> None:
    effect = effect_of_withdrawal(is_written=True, opinion_signed=False, is_report=True)
    assert effect is Withdrawn.matter_goes_on


def test_spoken_words_are_not_enough() -> None:
    with pytest.raises(WithdrawalNotWritten):
        effect_of_withdrawal(is_written=False, opinion_signed=False)


def test_it_is_never_printed_as_law() -> None:
    assert "可配置默认值" in cite_basis(BASIS)
