"""Regulation on Petition Work, article 28 - facts, responsibility, recusal."""

import pytest

from law.errors import HandlerHasInterest, NoHandlerLeft
from law.recusal import check_handler, handlers_left


class TestParagraph3:
    """Staff with a direct interest in the matter or the petitioner stand back."""

    def test_who_has_an_interest_is_refused(self) -> None:
        with pytest.raises(HandlerHasInterest):
            check_handler("handler_1", {"handler_1"})

    def test_who_has_none_may_handle(self) -> None:
        check_handler("handler_2", {"handler_1"})

    def test_the_others_are_left_in_their_order(self) -> None:
        assert handlers_left(["h3", "h1", "h2"], {"h1"}) == ["h3", "h2"]

    def test_when_nobody_is_left_the_unit_above_assigns(self) -> None:
        with pytest.raises(NoHandlerLeft):
            handlers_left(["h1"], {"h1"})
