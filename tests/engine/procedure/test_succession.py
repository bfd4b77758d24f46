"""Who has a matter changes on the engine: its unit is merged on day 40 of 60, it is transferred."""

import json
from datetime import date, timedelta

import pytest

from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.units import DRAINAGE, RS

pytestmark = pytest.mark.engine


def test_the_heir_answers_within_the_days_that_are_left(cohort: Cohort) -> None:
    """Regulation 24(2): dates are kept, the opinion names the heir, the trail names both."""
    case = cohort["merged_on_day_forty"]
    [matter] = case.matters
    accepted_on = date.fromisoformat(str(matter.accepted_on))
    assert case.due("D05") == case.notes["due_before"]
    assert date.fromisoformat(case.notes["due_before"]) >= accepted_on + timedelta(days=60)
    assert case.notes["merged_on"] == accepted_on + timedelta(days=40)
    assert next(iter(case.clock("D05").values()))[0] == "started"
    assert "breached" not in str(case.clock("D05"))
    assert (matter.unit_id, case.row.end) == (RS, "finished")
    opinions = case.xinfang.query(
        "SELECT issued_by FROM document WHERE petition_id = :id AND element_id = 'issue_opinion'",
        id=case.petition_id,
    )
    assert [row.issued_by for row in opinions] == [RS]
    acts = case.xinfang.query(
        "SELECT detail FROM audit_entry WHERE petition_id = :id AND action = 'succeed_matter'",
        id=case.petition_id,
    )
    told = [json.loads(row.detail) for row in acts]
    assert [(one["predecessor"], one["successor"]) for one in told] == [(DRAINAGE, RS)]


def test_the_bureau_gives_a_matter_to_another_unit(cohort: Cohort) -> None:
    """The new unit examines it and tells the petitioner again; the day of acceptance is kept."""
    case = cohort["transferred_by_the_bureau"]
    [matter] = case.matters
    assert (matter.unit_id, case.row.end) == (RS, "finished")
    assert matter.accepted_on == case.notes["transferred"]
    assert len(case.clock("D05")) == 1
    assert case.documents().count("send_acceptance") == 2


def test_a_handler_with_an_interest_is_replaced_on_the_way(cohort: Cohort) -> None:
    """Regulation 28(3)."""
    case = cohort["handler_recused"]
    assert (case.matters[0].handler_id, case.row.end) == ("handler2_zj", "finished")
