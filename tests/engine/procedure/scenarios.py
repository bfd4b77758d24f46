"""Every way through the procedure, as scenarios: what is filed and who decides otherwise."""

from simulation.answers import Form, Task, assigned
from tests.engine.moved_time import today_of
from tests.engine.procedure.driver import LEAVE_OPEN, Case, Scenario
from tests.engine.procedure.requests import (
    asks_for_extension,
    asks_in_vain,
    claims,
    claims_in_vain,
    held,
    refused,
    several,
    withdraws,
)
from tests.engine.procedure.units import (
    DISCIPLINE,
    ESTATES,
    HEATING,
    JY,
    LOWER_BUREAU,
    RAILWAY,
    RS,
    ZJ,
)


def assigns(case: Case, task: Task) -> Form:
    """Classifies with 交办."""
    usual = case.usual("classify_petition", task)
    return assigned(usual, today_of(case.xinfang)) | {"category": "claim", "unit": ZJ}


def classified(**more: object) -> Form:
    """A claim for the housing bureau, with these fields changed."""
    return {"category": "claim", "unit": ZJ, **more}


def objects(**more: object) -> Form:
    """The unit says that it has no power."""
    reasons = {"objection_reasons": "不属本单位职权", "objection_basis": "三定规定"}
    return {"power": "none", "route": None, "procedure": None, **reasons, **more}


OWN = {"power": "own", "route": "petition", "procedure": "ordinary"}
NO = {"note": "理由如下。"}
FACTS_SIMPLE = classified(simple_ground="clear_facts")
SIMPLE = OWN | {"procedure": "simple"}


def facts(*words: str) -> Form:
    """A classification with these facts of the matter."""
    return classified(facts=list(words))


SCENARIOS = [
    Scenario("supported_and_rated", answers={"classify_petition": classified()}),
    Scenario(
        "rejected_after_returns",
        answers={
            "classify_petition": classified(),
            "draft_opinion": {"outcome": "reject"},
            "review_legality": [{"is_lawful": "no", **NO}, {}],
            "sign_opinion": [{"is_opinion_signed": "no", **NO}, {}],
            "hand_over_document": [
                {"way": "post", "is_document_served": "no", "is_proved": None, **NO},
                {},
            ],
        },
    ),
    Scenario(
        "answered_simply",
        answers={"classify_petition": FACTS_SIMPLE, "examine_matter": SIMPLE},
    ),
    Scenario(
        "switched_to_ordinary",
        answers={
            "classify_petition": FACTS_SIMPLE,
            "examine_matter": SIMPLE,
            "answer_simply": {
                "suits_simple": "no",
                "outcome": None,
                "facts": None,
                "answer": None,
                "legal_basis": None,
                **NO,
            },
            "approve_switch": [{"is_switch_approved": "no", **NO}, {}],
        },
    ),
    Scenario(
        "assigned_and_returned",
        answers={
            "classify_petition": assigns,
            "sign_assignment": [{"is_assignment_signed": "no", **NO}, {}],
            "check_closing_report": [{"is_report_accepted": "no", "defects": "未逐项答复"}, {}],
        },
    ),
    Scenario(
        "objection_agreed",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), OWN],
            "redispatch_matter": {"unit": RS},
        },
    ),
    Scenario(
        "objection_refused",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), OWN],
            "decide_objection": {"is_objection_agreed": "no", **NO},
        },
    ),
    Scenario(
        "objection_agreed_twice",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), objects(), OWN],
            "redispatch_matter": {"unit": RS},
            "negotiate_lead": {"units": [ZJ, RS], "unit": ZJ},
        },
    ),
    Scenario(
        "disputed_with_superior",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), objects(), OWN],
            "decide_objection": {"is_objection_agreed": "no", **NO},
            "negotiate_lead": {"is_lead_agreed": "no", "units": [ZJ, RS], "unit": None},
            "decide_lead_by_superior": {"unit": ZJ},
        },
    ),
    Scenario(
        "disputed_without_superior",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), objects(), OWN],
            "decide_objection": {"is_objection_agreed": "no", **NO},
            "negotiate_lead": {"is_lead_agreed": "no", "units": [ZJ, RAILWAY], "unit": None},
            "decide_lead_by_conference": {"unit": ZJ},
        },
    ),
    Scenario(
        "handed_down",
        answers={
            "classify_petition": classified(),
            "examine_matter": [
                {"power": "subordinate", "unit": ESTATES, "route": None, "procedure": None},
                OWN,
            ],
        },
    ),
    Scenario(
        "passed_down_the_levels",
        answers={
            "classify_petition": classified(unit=LOWER_BUREAU),
            "forward_matter": {"unit": ZJ},
        },
    ),
    Scenario(
        "passed_down_simply",
        answers={
            "classify_petition": FACTS_SIMPLE | {"unit": LOWER_BUREAU},
            "forward_matter": {"unit": ZJ},
            "examine_matter": SIMPLE,
        },
    ),
    Scenario(
        "imported_into_arbitration",
        answers={"classify_petition": facts("arbitration_open")},
        end="guided",
    ),
    Scenario(
        "procedure_does_not_take_it_up",
        answers={
            "classify_petition": facts("administrative_open"),
            "record_procedure_result": {"is_taken_up": "no", "result": None, **NO},
        },
    ),
    Scenario("duty_performed", answers={"classify_petition": facts("duty_open")}),
    Scenario(
        "route_chosen",
        answers={"classify_petition": facts("arbitration_open", "administrative_open")},
        end="guided",
    ),
    Scenario(
        "route_not_chosen",
        answers={"classify_petition": facts("arbitration_open", "administrative_open")},
        end="guided",
    ),
    Scenario(
        "litigation_visitor",
        petition={"form": "visit"},
        answers={"classify_petition": facts("litigation")},
        end="guided",
    ),
    Scenario("litigation_letter", answers={"classify_petition": facts("litigation")}, end="guided"),
    Scenario("suggestion", answers={"classify_petition": classified(category="proposal")}),
    Scenario(
        "report_on_an_official",
        answers={
            "classify_petition": classified(category="report"),
            "hand_over_report": refused(
                "ReportToAccused", accused_units=[ZJ], recipient=ZJ, organ=None
            ),
        },
        then={"hand_over_report": {"accused_units": [ZJ], "recipient": DISCIPLINE, "organ": None}},
    ),
    Scenario(
        "several_claims",
        petition=several(3),
        answers={
            "classify_petition": classified(
                claims=claims(("claim", ZJ), ("proposal", RS), ("appeal", JY))
            ),
        },
    ),
    Scenario("withdrawn_at_intake", answers={"classify_petition": withdraws}, end="withdrawn"),
    Scenario(
        "withdrawn_during_handling",
        answers={"classify_petition": classified(), "hear_petitioner": withdraws},
        end="withdrawn",
    ),
    Scenario(
        "filed_at_the_unit",
        petition={"bureau": ZJ},
        filer="acceptance_zj",
    ),
    Scenario(
        "filed_at_the_wrong_unit",
        petition={"bureau": ZJ},
        filer="acceptance_zj",
        answers={
            "examine_matter": {
                "power": "none",
                "route": None,
                "procedure": None,
                "legal_path": "请向有权处理的单位提出。",
            }
        },
        end="refused",
    ),
    Scenario(
        "extension_approved",
        answers={
            "classify_petition": classified(),
            "draft_opinion": asks_for_extension(),
            "sign_opinion": asks_in_vain(
                "handler_zj", "/matters/1/extension", {"days": 10, "reason": "仍需时间"}
            ),
        },
    ),
    Scenario(
        "extension_refused",
        answers={
            "classify_petition": classified(),
            "draft_opinion": asks_for_extension(),
            "decide_extension": {"is_extension_approved": "no", **NO},
        },
    ),
    Scenario(
        "extension_decided_too_late",
        answers={
            "classify_petition": classified(),
            "draft_opinion": asks_for_extension(),
            "decide_extension": lambda _case, _task: LEAVE_OPEN,
        },
    ),
    Scenario(
        "anonymous",
        petition={"petitioner_name": "", "address": None},
        answers={"classify_petition": classified()},
    ),
    Scenario(
        "overdue",
        answers={
            "classify_petition": classified(),
            "investigate_facts": held,
            "draft_opinion": asks_in_vain(
                "handler_zj", "/matters/1/extension", {"days": 10, "reason": "案情复杂"}
            ),
        },
    ),
    Scenario(
        "interim_answer",
        answers={
            "classify_petition": classified(),
            "hear_petitioner": asks_in_vain(
                "handler_zj", "/interim-answers", {"text": "正在调查，请耐心等待。"}
            ),
            "investigate_facts": asks_in_vain(
                "unit_leader_zj", "/clocks/D05/pause", {"reason": "举行听证"}
            ),
            "draft_opinion": refused("InterimAnswer", is_interim=True),
            "hand_over_document": asks_in_vain(
                "clerk", "/withdrawal", {"reason": "不再信访", "is_written": True}
            ),
        },
    ),
    Scenario(
        "interested_handler",
        answers={
            "classify_petition": classified(),
            "assign_handler": refused(
                "HandlerHasInterest", handler="handler_zj", interested=["handler_zj"]
            ),
            "hear_petitioner": claims_in_vain("handler_zj"),
            "investigate_facts": {"investigators": ["handler2_zj"], **NO},
        },
        then={"assign_handler": {"handler": "handler2_zj", "interested": ["handler_zj"]}},
    ),
    Scenario(
        "assigned_is_not_simple",
        answers={
            "classify_petition": assigns,
            "examine_matter": refused("SimpleProcedureExcluded", procedure="simple"),
        },
        then={"examine_matter": OWN},
    ),
    Scenario(
        "group_is_not_simple",
        petition={"people": 6, "companions": [{"name": f"同行人{n}"} for n in "甲乙丙丁戊"]},
        answers={
            "classify_petition": FACTS_SIMPLE,
            "examine_matter": refused(
                "SimpleProcedureExcluded", procedure="simple", route="petition"
            ),
        },
        then={"examine_matter": OWN},
    ),
    Scenario(
        "objects_too_late",
        answers={"classify_petition": classified(), "examine_matter": held},
        then={"examine_matter": OWN},
    ),
    Scenario(
        "merged_during_handling",
        answers={
            "classify_petition": lambda case, task: assigns(case, task) | {"unit": HEATING},
            "check_closing_report": [held, {}],
        },
        then={"check_closing_report": {"is_report_accepted": "no", "defects": "未逐项答复"}},
    ),
    Scenario(
        "route_corrected",
        answers={"classify_petition": classified(), "hear_petitioner": held},
    ),
    # Whose clock is withdrawn while people work: its watcher ends, the work goes on.
    Scenario(
        "unwatched_intake",
        answers={"classify_petition": held},
        then={"classify_petition": classified()},
    ),
    Scenario(
        "unwatched_handling", answers={"classify_petition": classified(), "hear_petitioner": held}
    ),
    Scenario(
        "unwatched_duty", answers={"classify_petition": facts("duty_open"), "perform_duty": held}
    ),
    Scenario(
        "unwatched_level",
        answers={"classify_petition": classified(unit=LOWER_BUREAU), "forward_matter": held},
        then={"forward_matter": {"unit": ZJ}},
    ),
    Scenario(
        "unwatched_redispatch",
        answers={
            "classify_petition": classified(),
            "examine_matter": [objects(), OWN],
            "redispatch_matter": held,
        },
        then={"redispatch_matter": {"unit": RS}},
    ),
    Scenario(
        "unwatched_simple",
        answers={
            "classify_petition": FACTS_SIMPLE,
            "examine_matter": SIMPLE,
            "answer_simply": held,
        },
    ),
]
