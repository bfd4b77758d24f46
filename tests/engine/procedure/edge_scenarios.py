"""Scenarios of tests/edge_cases: what the ways through the procedure alone do not show."""

from simulation.answers import Form, Task, assigned
from tests.engine.moved_time import today_of
from tests.engine.procedure.driver import WAIT, Case, Scenario, changed
from tests.engine.procedure.requests import claims, held, refused, several
from tests.engine.procedure.scenarios import OWN, classified, objects
from tests.engine.procedure.units import ESTATES, LOWER_BUREAU, RS, ZJ

__all__ = ["EDGE_SCENARIOS"]

ANONYMOUS = {"petitioner_name": "", "address": None}
SPEAKERS = [{"name": f"来访人{one}", "is_representative": one in "甲乙"} for one in "甲乙丙丁戊"]


def first_to_arbitration(case: Case, task: Task) -> Form:
    """The first claim belongs into arbitration, the others into the petition procedure."""
    usual = case.usual("examine_matter", task)
    if task["data"]["claim_number"] != 1:
        return changed(usual, OWN)
    return changed(usual, {"route": "arbitration", "procedure": None})


def drafts_when_the_other_has_ended(case: Case, task: Task) -> Form:
    """Waits for the first claim, then notes that the petition is still open."""
    if case.matters[0].ended_at is None:
        return WAIT
    case.notes["closed_before_the_last_claim"] = case.row.closed_at is not None
    return case.usual("draft_opinion", task)


def assigns_what_is_simple(case: Case, task: Task) -> Form:
    """Classifies with 交办 what would be simple."""
    usual = case.usual("classify_petition", task)
    return assigned(usual, today_of(case.xinfang)) | classified(simple_ground="clear_facts")


# The recipient does not sign: left behind without a witness it is not served, with one it is.
REFUSED: Form = {
    "way": "left",
    "refused": True,
    "is_proved": True,
    "witness": "社区工作人员",
    "place": "示范路一号",
}


def left_without_a_witness(case: Case, task: Task) -> Form:
    """The first answer proves nothing and is refused; the second names who saw it."""
    alone = {"is_proved": None, "witness": None}
    return changed(refused("ProofOfServiceMissing", **(REFUSED | alone))(case, task), REFUSED)


EDGE_SCENARIOS = [
    Scenario(
        "visitor_without_card",
        petition={"form": "visit"},
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "anonymous_report",
        petition=ANONYMOUS,
        answers={"classify_petition": classified(category="report")},
    ),
    Scenario(
        "claims_on_different_routes",
        petition=several(2),
        answers={
            "classify_petition": classified(claims=claims(("claim", ZJ), ("claim", ZJ))),
            "examine_matter": first_to_arbitration,
            "draft_opinion": drafts_when_the_other_has_ended,
        },
    ),
    Scenario(
        "in_progress_below",
        answers={"classify_petition": classified(unit=ESTATES), "assign_handler": held},
    ),
    Scenario(
        "objects_on_the_last_evening",
        answers={
            "classify_petition": classified(),
            "examine_matter": [held, OWN],
            "redispatch_matter": {"unit": RS},
        },
        then={"examine_matter": objects()},
    ),
    Scenario(
        "passed_down_late",
        answers={
            "classify_petition": classified(unit=LOWER_BUREAU),
            "forward_matter": held,
            "examine_matter": [objects(), OWN],
            "redispatch_matter": {"unit": RS},
        },
        then={"forward_matter": {"unit": ZJ}},
    ),
    Scenario(
        "due_on_a_rest_saturday",
        petition={"received_on": "2026-03-20"},
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "due_on_a_make_up_saturday",
        petition={"received_on": "2026-01-30"},
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "six_visitors",
        petition={"form": "visit", "people": 6, "companions": SPEAKERS},
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "simple_but_assigned",
        answers={
            "classify_petition": assigns_what_is_simple,
            "examine_matter": refused("SimpleProcedureExcluded", procedure="simple"),
        },
        then={"examine_matter": OWN},
    ),
    Scenario(
        "agent_with_mandate",
        petition={
            "phone": "13900000097",
            "agents": [{"name": "代理人甲", "has_mandate": True}],
        },
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "guardian_and_successor",
        petition={
            "agents": [
                {"name": "监护人甲", "standing": "guardian"},
                {"name": "承继人甲", "standing": "successor"},
            ]
        },
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "left_before_a_witness",
        answers={
            "classify_petition": classified(),
            "hand_over_document": left_without_a_witness,
        },
    ),
]
