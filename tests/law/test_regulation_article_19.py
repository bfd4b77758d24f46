"""Regulation on Petition Work, article 19 - what a petition states, and raising it again."""

from datetime import date, timedelta

import pytest

from law.decision_facts import Repetition
from law.levels import Level
from law.particulars import Particulars
from law.repetition import (
    EarlierMatter,
    Finding,
    RepetitionPolicy,
    RepetitionState,
    Stage,
    is_first,
    is_repeat,
    repetition_of,
    times_raised,
)
from law.sources import cite_basis
from tests.law import dates as d
from tests.law.dates import CALENDAR

ONE_DAY = timedelta(days=1)
COMPLETE = Particulars(name=True, address=True, request=True, facts=True, reasons=True)
RUNNING = EarlierMatter("m1", Stage.in_progress, Level.county, last_day=d.TUE_24_FEB_2026)


def raised(
    *earlier: EarlierMatter,
    on: date = d.FRI_13_FEB_2026,
    at: Level = Level.city,
    new_facts: bool = False,
    just_cause: bool = False,
) -> Finding:
    return repetition_of(
        earlier,
        at=at,
        today=on,
        calendar=CALENDAR,
        new_facts=new_facts,
        just_cause=just_cause,
    )


class TestParagraph1:
    """A petition states name, address, request, facts and reasons; nothing else is asked."""

    def test_with_these_five_nothing_is_missing(self) -> None:
        assert COMPLETE.missing == ()
        assert COMPLETE.can_be_reached

    @pytest.mark.parametrize("word", ["name", "address", "request", "facts", "reasons"])
    def test_what_is_not_stated_is_named(self, word: str) -> None:
        stated = dict.fromkeys(("name", "address", "request", "facts", "reasons"), True)
        assert Particulars(**(stated | {word: False})).missing == (word,)

    def test_an_identity_document_is_a_mark_and_never_missing(self) -> None:
        assert COMPLETE.is_unverified
        shown = Particulars(True, True, True, True, True, identity_document=True)
        assert not shown.is_unverified

    @pytest.mark.parametrize(("name", "address"), [(False, True), (True, False), (False, False)])
    def test_without_name_or_address_no_notice_can_be_sent(self, name: bool, address: bool) -> None:
        stated = Particulars(name, address, request=True, facts=True, reasons=True)
        assert not stated.can_be_reached
        assert stated.is_anonymous is not name


class TestParagraph3:
    """A matter that is being handled is not taken up by a superior before its period is over."""

    def test_nothing_earlier(self) -> None:
        assert raised() == Finding(RepetitionState.none)

    def test_the_same_person_with_another_matter_repeats_nothing(self) -> None:
        other = EarlierMatter("m1", Stage.in_progress, Level.county, same_matter=False)
        assert raised(other).state is RepetitionState.none

    def test_the_superior_does_not_take_it_up_and_can_say_until_when_it_runs(self) -> None:
        assert raised(RUNNING) == Finding(
            RepetitionState.in_progress, "regulation_2022:19(3)", "m1", d.TUE_24_FEB_2026
        )

    @pytest.mark.parametrize("at", [Level.national, Level.province, Level.city, Level.county])
    def test_nor_does_any_organ_at_or_above_its_level(self, at: Level) -> None:
        assert raised(RUNNING, at=at).state is RepetitionState.in_progress

    def test_below_it_the_matter_is_linked(self) -> None:
        assert raised(RUNNING, at=Level.town).state is RepetitionState.linked

    def test_on_the_last_day_the_period_still_runs(self) -> None:
        assert raised(RUNNING, on=d.TUE_24_FEB_2026).state is RepetitionState.in_progress

    def test_once_the_period_is_over_nothing_is_refused(self) -> None:
        finding = raised(RUNNING, on=d.WED_25_FEB_2026)
        assert (finding.state, finding.earlier_id) == (RepetitionState.linked, "m1")

    def test_while_no_period_runs_yet_it_counts_as_being_handled(self) -> None:
        registered = EarlierMatter("m1", Stage.in_progress, Level.county)
        assert raised(registered).state is RepetitionState.in_progress

    def test_the_same_matter_of_another_person_is_linked_not_refused(self) -> None:
        neighbour = EarlierMatter("m1", Stage.in_progress, Level.county, same_person=False)
        finding = raised(neighbour)
        assert (finding.state, finding.earlier_id) == (RepetitionState.linked, "m1")

    def test_new_facts_are_added_to_what_is_being_handled(self) -> None:
        assert raised(RUNNING, new_facts=True).state is RepetitionState.in_progress

    def test_what_was_withdrawn_may_be_raised_again(self) -> None:
        withdrawn = EarlierMatter("m1", Stage.withdrawn, Level.county)
        assert raised(withdrawn).state is RepetitionState.linked

    def test_a_settlement_is_final_only_where_an_office_says_so(self) -> None:
        settled = EarlierMatter("m1", Stage.settled, Level.county)
        assert raised(settled).state is RepetitionState.linked
        policy = RepetitionPolicy(settled_is_final=True)
        finding = repetition_of(
            [settled], at=Level.city, today=d.FRI_13_FEB_2026, calendar=CALENDAR, policy=policy
        )
        assert (finding.state, finding.basis) == (RepetitionState.final, "local_rule")

    def test_an_unreasonable_demand_on_file_is_final_by_local_rule(self) -> None:
        finding = raised(EarlierMatter("m1", Stage.found_unreasonable, Level.county))
        assert (finding.state, finding.basis) == (
            RepetitionState.unreasonable_final,
            "local_rule",
        )


class TestSeveral:
    """What runs comes before what is open, what is open before what is closed."""

    OPEN = EarlierMatter("open", Stage.opinion_served, Level.county, served_on=d.FRI_30_JAN_2026)
    OPEN_AGAIN = EarlierMatter(
        "open_again", Stage.review_opinion_served, Level.city, served_on=d.FRI_30_JAN_2026
    )
    MISSED = EarlierMatter(
        "missed", Stage.opinion_served, Level.county, served_on=d.FRI_26_SEP_2025
    )
    FINAL = EarlierMatter("final", Stage.rereview_opinion_served, Level.province)
    COURT = EarlierMatter("court", Stage.litigation_concluded, Level.county)
    UNREASONABLE = EarlierMatter("unreasonable", Stage.found_unreasonable, Level.county)
    NEIGHBOUR = EarlierMatter("other", Stage.in_progress, Level.county, same_person=False)
    RANKED = (RUNNING, OPEN_AGAIN, OPEN, COURT, FINAL, UNREASONABLE, MISSED, NEIGHBOUR)

    @pytest.mark.parametrize("first", range(len(RANKED)))
    def test_the_order(self, first: int) -> None:
        rest = self.RANKED[first:]
        assert raised(*reversed(rest)).earlier_id == rest[0].id

    def test_of_two_alike_the_later_one(self) -> None:
        older = EarlierMatter("older", Stage.opinion_served, Level.city, served_on=d.SAT_4_OCT_2025)
        assert raised(older, self.MISSED).earlier_id == "older"
        assert raised(self.MISSED, older).earlier_id == "older"

    def test_new_facts_do_not_reopen_what_the_courts_concluded(self) -> None:
        assert raised(self.COURT, new_facts=True).state is RepetitionState.litigation_final

    @pytest.mark.parametrize("closed", [OPEN, OPEN_AGAIN, MISSED, FINAL, UNREASONABLE])
    def test_new_facts_reopen_the_rest(self, closed: EarlierMatter) -> None:
        finding = raised(closed, new_facts=True)
        assert (finding.state, finding.earlier_id) == (RepetitionState.new_facts, closed.id)

    def test_every_finding_cites_a_known_basis(self) -> None:
        for matter in self.RANKED:
            assert cite_basis(raised(matter).basis)


class TestFact:
    """What the table of admissibility is told."""

    @pytest.mark.parametrize("state", RepetitionState)
    def test_every_state_has_a_word_there(self, state: RepetitionState) -> None:
        expected = {"rereview_open": "review_open", "linked": "none"}.get(state, state.value)
        assert state.fact is Repetition(expected)


class TestFirstOrRepeated:
    """初次: no earlier petition of this person on this matter, with whatever organ."""

    def test_the_first_time(self) -> None:
        neighbour = EarlierMatter("m1", Stage.in_progress, Level.county, same_person=False)
        other = EarlierMatter("m2", Stage.in_progress, Level.county, same_matter=False)
        assert is_first([neighbour, other])
        assert not is_repeat([neighbour, other])

    def test_the_third_time_is_a_repetition_even_after_a_withdrawal(self) -> None:
        earlier = [RUNNING, EarlierMatter("m2", Stage.withdrawn, Level.city)]
        assert times_raised(earlier) == 3
        assert is_repeat(earlier)
        assert not is_first(earlier)
