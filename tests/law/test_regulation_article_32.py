"""Regulation on Petition Work, article 32 - what a written opinion says."""

from dataclasses import replace

import pytest

from law.claims import ClaimFacts, unanswered
from law.decision_words import Route
from law.errors import InterimAnswer, OpinionIncomplete
from law.opinion import PARTS, OpinionFacts, check_opinion

COMPLETE = OpinionFacts(requests=True, facts_and_reasons=True, decision=True, legal_basis=True)


class TestParagraph1:
    """It states the requests, facts and reasons, the opinion and the law it rests on."""

    def test_a_complete_one_finishes_the_handling(self) -> None:
        check_opinion(COMPLETE)

    @pytest.mark.parametrize(
        ("part", "opinion"),
        [
            ("requests", replace(COMPLETE, requests=False)),
            ("facts_and_reasons", replace(COMPLETE, facts_and_reasons=False)),
            ("decision", replace(COMPLETE, decision=False)),
            ("legal_basis", replace(COMPLETE, legal_basis=False)),
        ],
        ids=PARTS,
    )
    def test_without_one_of_them_it_does_not(self, part: str, opinion: OpinionFacts) -> None:
        with pytest.raises(OpinionIncomplete, match=part):
            check_opinion(opinion)

    def test_each_claim_has_its_outcome(self) -> None:
        claims = [
            ClaimFacts(1, Route.petition, is_answered=True),
            ClaimFacts(2, Route.petition),
        ]
        with pytest.raises(OpinionIncomplete, match="claim 2"):
            check_opinion(replace(COMPLETE, unanswered=unanswered(claims)))

    def test_an_interim_answer_is_none_however_complete(self) -> None:
        with pytest.raises(InterimAnswer):
            check_opinion(replace(COMPLETE, is_interim=True))
