"""What came in is what ended and what is open, numbers have no gap, and nothing personal leaks."""

from collections import Counter
from datetime import date

import pytest

from simulation.year.facts import Facts, PetitionFact
from simulation.year.plan import PetitionPlan, plan_year
from simulation.year.privacy import Words, WordWithoutMark
from simulation.year.reconcile import UNEXPLAINED, balance_reviews, reconcile
from simulation.year.result import conclude, quantile
from simulation.year.series import gaps
from simulation.year.tally import Tally

DAY = date(2026, 5, 4)
LAST = date(2027, 4, 30)


def fact(number: str, end: str = "finished", **more: bool) -> PetitionFact:
    return PetitionFact(number, "claim", DAY, end=end, **more)


class TestReconciliation:
    def test_ends_and_open_ones_add_up_to_what_was_received(self) -> None:
        found = reconcile(
            ["1", "2", "3"],
            [fact("1"), fact("2", "withdrawn"), fact("3", "", has_window=True)],
            lambda _: "window",
        )
        assert found.is_balanced
        assert (found.ends, found.open) == ({"finished": 1, "withdrawn": 1}, {"window": 1})
        assert found.by_category == {"claim": {"finished": 1, "open": 1, "withdrawn": 1}}
        assert not found.stuck

    def test_a_petition_that_is_missing_is_found(self) -> None:
        found = reconcile(["1", "2"], [fact("1")], lambda _: "")
        assert not found.is_balanced
        assert found.missing == ["2"]

    def test_a_petition_that_nobody_filed_is_found(self) -> None:
        found = reconcile(["1"], [fact("1"), fact("9")], lambda _: "")
        assert not found.is_balanced
        assert found.strange == ["9"]

    def test_an_open_one_without_task_and_window_is_stuck(self) -> None:
        found = reconcile(["1"], [fact("1", "")], lambda _: UNEXPLAINED)
        assert (found.stuck, found.unexplained) == (["1"], ["1"])


class TestReviews:
    """Requests for review = refused + withdrawn + decided + pending."""

    def test_every_request_is_in_one_state(self) -> None:
        states = {"refused": 13, "issued": 14, "returned": 2, "handling": 1, "examining": 1}
        found = balance_reviews(31, states)
        assert found.is_balanced
        assert (found.refused, found.decided, found.pending, found.withdrawn) == (13, 16, 2, 0)

    def test_one_that_is_lost_is_found(self) -> None:
        assert not balance_reviews(31, {"refused": 13, "issued": 16}).is_balanced
        facts = Facts(reviews=Counter(refused=1))
        tally = Tally(requests=Counter(ask_review=2))
        assert any("review" in one for one in conclude([], tally, facts, LAST, 1.0).problems)


class TestNumbers:
    SERIES = ("bureau", "转送", 2026)

    def test_a_series_without_a_gap_is_right(self) -> None:
        assert gaps({self.SERIES: 3}, [(self.SERIES, n) for n in (2, 1, 3)]) == []

    def test_a_missing_serial_is_found(self) -> None:
        assert gaps({self.SERIES: 3}, [(self.SERIES, n) for n in (1, 3)]) == [
            "bureau 转送 2026: 2 missing"
        ]

    def test_a_serial_given_twice_or_beyond_the_last_is_found(self) -> None:
        (twice,) = gaps({self.SERIES: 2}, [(self.SERIES, n) for n in (1, 2, 2)])
        assert twice.endswith("2 given twice")
        (beyond,) = gaps({self.SERIES: 1}, [(self.SERIES, n) for n in (1, 2)])
        assert beyond.endswith("2 on file, 1 given out")


class TestPersonalData:
    @pytest.fixture
    def words(self) -> Words:
        (plan,) = plan_year(2026, 1, 1, ["zj"])
        return Words([*plan.person.words, plan.subject])

    @pytest.fixture
    def plan(self) -> PetitionPlan:
        return plan_year(2026, 1, 1, ["zj"])[0]

    def test_each_word_is_found_as_it_is_and_escaped(
        self, words: Words, plan: PetitionPlan
    ) -> None:
        for word in (*plan.person.words, plan.subject):
            assert word in words.found_in(f'{{"x": "{word}"}}'.encode())
            assert word in words.found_in(b'{"x": "' + word.encode("unicode_escape") + b'"}')

    def test_capital_escapes_are_found(self, words: Words, plan: PetitionPlan) -> None:
        escaped = plan.person.name.encode("unicode_escape").upper().replace(b"\\U", b"\\u")
        assert plan.person.name in words.found_in(escaped)

    def test_keys_times_and_unit_ids_are_not_taken_for_people(self, words: Words) -> None:
        stream = b'{"key":2251799813685249,"timestamp":1767229200000,"unit":"990100-zj"}'
        assert words.found_in(stream) == set()

    def test_a_word_without_a_mark_is_refused(self) -> None:
        with pytest.raises(WordWithoutMark):
            Words(["张三"])


class TestResult:
    def test_a_year_that_adds_up_has_no_problems(self) -> None:
        plans = plan_year(2026, 2, 1, ["zj"])
        tally, facts = self._year(plans)
        assert conclude(plans, tally, facts, LAST, 10.0).problems == []

    def test_what_is_wrong_is_said(self) -> None:
        plans = plan_year(2026, 2, 1, ["zj"])
        tally, facts = self._year(plans)
        facts.petitions.pop()
        facts.incidents.append("issue_opinion: JOB_NO_RETRIES")
        facts.personal["journal.variable"] = 2
        facts.refused_commands = 3
        problems = conclude(plans, tally, facts, LAST, 10.0).problems
        assert len(problems) == 5
        assert "filed, but not on file: 2" in problems

    def test_an_answer_that_is_not_due_yet_is_a_reason_to_be_open(self) -> None:
        plans = plan_year(2026, 2, 1, ["zj"])
        tally, facts = self._year(plans)
        facts.petitions[0] = fact("1", "", has_task=True)
        assert conclude(plans, tally, facts, LAST, 1.0).problems == ["open without reason: 1"]
        plans[0].answered_on = date(2027, 12, 1)
        assert conclude(plans, tally, facts, LAST, 1.0).problems == []

    def test_quantiles_of_nothing_are_nothing(self) -> None:
        assert quantile([], 50) is None
        assert quantile([1, 2, 3, 4], 50) == 3

    def _year(self, plans: list[PetitionPlan]) -> tuple[Tally, Facts]:
        tally = Tally()
        for plan in plans:
            plan.answered_on = DAY
            tally.filed(plan.index, f"id-{plan.index}", str(plan.index + 1))
        series = ("b", "petition", 2026)
        return tally, Facts(
            petitions=[fact("1"), fact("2")],
            series={series: 2},
            serials=[(series, 1), (series, 2)],
        )
