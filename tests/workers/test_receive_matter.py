"""receive_matter - article 23: what runs from the receipt, and what the tables are told."""

import re
from typing import Any

import pytest

from law.decision_facts import SimpleGround
from law.decision_words import DispatchMode
from records.models import PetitionFlag
from settings import ROOT
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, result_of
from workers.acceptance.receive_matter import receive_matter

pytestmark = pytest.mark.usefixtures("calendar")

# The diagram maps the proposed route itself; a sealed matter never comes to a unit's acceptance.
MAPPED_OR_ABSENT = {"route", "is_sealed"}


def received(matter: AtUnit) -> dict[str, Any]:
    return result_of(receive_matter(matter.id))


def test_a_matter_that_was_sent_is_told_of_and_may_be_objected_to(case: Case) -> None:
    matter = at_unit(case)
    variables = received(matter)
    # Five working days from Monday 2 March, fifteen days of the calendar.
    assert {code: due for code, (due, _) in matter.clocks().items()} == {
        "D03": "2026-03-17",
        "D04": "2026-03-09",
    }
    assert None not in (variables["notice_clock_id"], variables["objection_clock_id"])
    assert (variables["acceptance_clock_id"], variables["acceptance_next_alert_at"]) == (None, None)


def test_what_was_brought_to_the_unit_directly_is_told_of_only(case: Case) -> None:
    matter = at_unit(case, is_direct=True)
    variables = received(matter)
    assert set(matter.clocks()) == {"D02"}
    assert (variables["is_direct"], variables["objection_clock_id"]) == (True, None)


def test_nobody_waits_for_a_notice_where_the_name_is_unclear(case: Case) -> None:
    matter = at_unit(case)
    matter.change_petition(is_name_clear=False)
    assert received(matter)["notice_clock_id"] is None
    assert set(matter.clocks()) == {"D04"}


def test_a_matter_for_simple_handling_is_accepted_sooner(case: Case) -> None:
    matter = at_unit(case, simple_ground=SimpleGround.daily_life)
    variables = received(matter)
    assert matter.clocks()["D12"][0] == "2026-03-05"
    assert (variables["is_simple_expected"], variables["simple_ground"]) == (True, "daily_life")


def test_the_period_counts_from_the_day_of_receipt_not_from_today(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case)
    clock.moment = clock.moment.replace(day=6)
    received(matter)
    assert matter.clocks()["D03"][0] == "2026-03-17"


def test_without_a_day_of_receipt_it_is_today(case: Case) -> None:
    matter = at_unit(case, received_on=None)
    received(matter)
    assert matter.row().received_on == MON_2_MARCH


def test_what_the_unit_accepted_before_starts_no_period_anew(case: Case) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    assert received(matter)["notice_clock_id"] is None
    assert matter.clocks() == {}


def test_twice_is_as_good_as_once(case: Case) -> None:
    matter = at_unit(case, simple_ground=SimpleGround.clear_facts)
    assert received(matter) == received(matter)
    assert matter.entries() == {code: ["started"] for code in ("D03", "D04", "D12")}


def test_the_tables_are_told_everything_they_ask(case: Case) -> None:
    asked: set[str] = set()
    for name in ("propose_route", "propose_procedure"):
        text = (ROOT / "bpmn" / f"{name}.dmn").read_text(encoding="utf-8")
        asked |= set(re.findall(r"get or else\((\w+)", text))
    assert asked - MAPPED_OR_ABSENT <= set(received(at_unit(case)))


def test_what_is_not_known_is_false_or_empty(case: Case) -> None:
    variables = received(at_unit(case))
    assert variables["litigation"] == "none"
    assert (variables["chosen_route"], variables["simple_ground"]) == ("", "")
    assert (variables["people"], variables["group_from"]) == (1, 5)
    assert [name for name, value in variables.items() if value is True] == []


def test_what_is_known_reaches_the_tables_as_words_and_flags(case: Case) -> None:
    matter = at_unit(case, dispatch_mode=DispatchMode.assign, chosen_route="duty")
    matter.know(litigation="open", duty_open=True, is_likely_rejected=True)
    matter.change_petition(people=6)
    matter.write(
        lambda session: session.add(PetitionFlag(petition_id=case.petition_id, flag="joint"))
    )
    variables = received(matter)
    assert (variables["litigation"], variables["chosen_route"]) == ("open", "duty")
    assert variables["people"] == 6
    assert {name for name, value in variables.items() if value is True} == {
        "duty_open",
        "is_likely_rejected",
        "is_superior_assigned",
        "is_joint_letter",
    }


@pytest.mark.parametrize(("repetition", "is_repeated"), [("new_facts", True), ("none", False)])
def test_a_repeated_petition_is_known_by_what_intake_found(
    case: Case, repetition: str, is_repeated: bool
) -> None:
    matter = at_unit(case)
    matter.change_petition(repetition=repetition)
    assert received(matter)["is_repeated"] is is_repeated
