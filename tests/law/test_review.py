"""Regulation 35 and 36: what a review may end in, and who may ask."""

import pytest

from law.decision_facts import MissingItems, ReviewStage
from law.errors import RepresentativesMissing, SupplementAskedBefore, TooManyRepresentatives
from law.review import (
    ReviewOutcome,
    ReviewState,
    check_applicants,
    check_supplement,
    level_basis,
)


class TestArticle35:
    """The unit above reviews the opinion and answers in writing."""

    def test_only_what_is_set_aside_is_handled_anew(self) -> None:
        anew = {one for one in ReviewOutcome if one.is_handled_anew}
        assert anew == {ReviewOutcome.revoked, ReviewOutcome.redo}

    def test_the_register_shows_what_went_back_to_the_first_unit(self) -> None:
        states = {one: one.state for one in ReviewOutcome}
        assert states.pop(ReviewOutcome.redo) is ReviewState.returned
        assert set(states.values()) == {ReviewState.issued}

    def test_somebody_works_on_a_request_until_it_has_an_end(self) -> None:
        still = {one for one in ReviewState if one.is_open}
        assert still == {ReviewState.handling, ReviewState.examining}

    @pytest.mark.parametrize("missing", [MissingItems.none, MissingItems.again])
    def test_what_lacks_is_asked_for_once(self, missing: MissingItems) -> None:
        check_supplement(MissingItems.first)
        with pytest.raises(SupplementAskedBefore):
            check_supplement(missing)


class TestArticle20Paragraph3:
    """At most five speak for many, as in a visit."""

    def test_five_may_speak_and_a_sixth_may_not(self) -> None:
        check_applicants(30, 5)
        with pytest.raises(TooManyRepresentatives):
            check_applicants(30, 6)

    def test_many_choose_somebody(self) -> None:
        check_applicants(5, 0)
        with pytest.raises(RepresentativesMissing):
            check_applicants(6, 0)


def test_each_level_has_its_article() -> None:
    assert level_basis(ReviewStage.review) == "regulation_2022:35"
    assert level_basis(ReviewStage.rereview) == "regulation_2022:36(1)"
