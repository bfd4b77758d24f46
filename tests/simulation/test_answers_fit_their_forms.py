"""What the people of the year write passes the forms it is for, whichever way a petition goes."""

import json
from datetime import date
from typing import Any

import pytest

from modeling.form_validation import validate_form
from settings import ROOT
from simulation.answers import USUAL
from simulation.year.answers import answer
from simulation.year.paths import PATHS, PLAIN
from simulation.year.plan import PetitionPlan
from simulation.year.question import Question

TODAY = date(2026, 4, 1)
UNITS = ["990100-qx", "990100-zj", "990100-rs"]


def options(*values: str) -> list[dict[str, str]]:
    return [{"label": value, "value": value} for value in values]


DATA: dict[str, Any] = {
    "unit_options": options(*UNITS),
    "handler_options": options("handler_zj", "handler2_zj"),
    "chair_options": options("unit_leader_zj"),
    "earlier_options": options("earlier-id"),
    "attitude_options": options("agrees", "disagrees", "unclear"),
    "content_class_options": options("010000"),
    "subordinate_options": [],
    "proposed_category": "claim",
    "proposed_route": "petition",
    "proposed_procedure": "ordinary",
}


CHANCES = range(40)  # petitions whose dice fall differently


def filled(path: str, element: str, times: int, index: int = 0, **data: Any) -> dict[str, Any]:
    plan = PetitionPlan(index, TODAY, "complaint", "letter", 20.0, path=path, unit="zj", seed="x")
    return answer(
        Question(
            plan=plan,
            element=element,
            task={"data": DATA | data},
            times=times,
            today=TODAY,
            prefix="990100",
            lower_bureau="990100-qx",
            earlier_id="earlier-id",
        )
    )


@pytest.mark.parametrize("element", sorted(USUAL))
def test_every_answer_passes_its_form(element: str) -> None:
    schema = json.loads((ROOT / "forms" / f"{element}.form").read_text())
    ways = [PLAIN, *(path.name for path in PATHS if path.name != "at_unit_refused")]
    forms = {json.dumps(filled(way, element, times)) for way in ways for times in (0, 1, 2)}
    forms |= {json.dumps(filled(PLAIN, element, 0, index)) for index in CHANCES}
    start = DATA | {"is_direct": False, "has_several_claims": True}
    faults = {
        form: found
        for form in forms
        if (found := validate_form(schema, json.loads(form), "zh", start))
    }
    assert faults == {}


def test_what_a_unit_has_no_power_for_is_refused_where_it_was_filed_there() -> None:
    schema = json.loads((ROOT / "forms" / "examine_matter.form").read_text())
    form = filled("at_unit_refused", "examine_matter", 0, is_direct=True)
    assert form["power"] == "none"
    assert not validate_form(schema, form, "zh", DATA | {"is_direct": True})


def test_an_opinion_is_refused_once_and_then_signed() -> None:
    signed = [filled("not_signed_once", "sign_opinion", n)["is_opinion_signed"] for n in (0, 1)]
    assert signed == ["no", "yes"]


def test_an_objection_that_was_refused_is_not_raised_again_unless_it_is_a_dispute() -> None:
    powers = [filled("objection_refused", "examine_matter", n)["power"] for n in (0, 1)]
    assert powers == ["none", "own"]
    disputed = [filled("dispute_agreed", "examine_matter", n)["power"] for n in (0, 1, 2)]
    assert disputed == ["none", "none", "own"]


def test_the_earlier_petition_is_named_only_where_it_is_offered() -> None:
    assert filled("repeats_running", "judge_repetition", 0)["same_matter"] == ["earlier-id"]
    none = filled("repeats_running", "judge_repetition", 0, earlier_options=[])
    assert none["same_matter"] == []


def test_a_matter_goes_to_its_unit_and_after_a_dispute_to_another() -> None:
    assert filled("dispute_agreed", "classify_petition", 0)["unit"] == "990100-zj"
    lead = filled("dispute_agreed", "negotiate_lead", 0)
    assert lead["unit"] == "990100-rs"
    assert lead["unit"] in lead["units"]
    assert filled("lower_bureau", "classify_petition", 0)["unit"] == "990100-qx"
