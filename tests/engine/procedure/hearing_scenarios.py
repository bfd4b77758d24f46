"""Hearings and mediation on the way to an opinion: every answer, refusal and end."""

from simulation.answers import Form, Task
from tests.engine.moved_time import today_of
from tests.engine.procedure.driver import LEAVE_OPEN, WAIT, Answer, Case, Scenario, changed
from tests.engine.procedure.requests import refused
from tests.engine.procedure.scenarios import classified

__all__ = ["HEARING_SCENARIOS"]

INVESTIGATORS = ["handler_zj", "handler2_zj"]
HEARING = {"investigators": INVESTIGATORS, "is_hearing_wanted": True}
MEDIATION = {"investigators": INVESTIGATORS, "is_mediation_wanted": True}
NOT_HELD: Form = dict.fromkeys(
    ("held_on", "record", "record_signed_by", "conclusion", "concluded_on")
)
POSTPONED = NOT_HELD | {"hearing_result": "postponed", "note": "当事人患病。"}
WAIVED = NOT_HELD | {"hearing_result": "waived", "is_waiver_written": True}
NO_AGREEMENT: Form = dict.fromkeys(
    (
        *("mediator", "agreement_kind", "parties", "dispute", "agreement"),
        *("performance_way", "agreed_on", "perform_until"),
    )
)


def too_soon(case: Case, task: Task) -> Form:
    """Tries today first, which no notice allows."""
    return refused("HearingNoticeTooShort", hearing_on=today_of(case.xinfang).isoformat())(
        case, task
    )


def on_its_day(case: Case, task: Task) -> Form:
    """Holds the hearing as soon as its day has come; an answer before it is refused."""
    if today_of(case.xinfang).isoformat() < task["data"]["hearing_on"]:
        return WAIT
    return refused("HearingNotConcluded", conclusion=None)(case, task)


def once_confirmed(case: Case, task: Task) -> Form:
    """Performs when the court has answered."""
    if not case.seen["record_judicial_confirmation"]:
        return WAIT
    return case.usual("confirm_performance", task)


def once_lapsed(case: Case, task: Task) -> Form:
    """Performs when the time to ask the court has passed unused."""
    if [entries[-1] for entries in case.clock("D19").values()] != ["lapsed"]:
        return WAIT
    return case.usual("confirm_performance", task)


def changed_both_times(first: Form, second: Form) -> Answer:
    """A hearing and mediation are chosen together."""
    return lambda case, task: changed(case.usual("investigate_facts", task), first | second)


HEARING_SCENARIOS = [
    Scenario(
        "hearing_held",
        answers={
            "classify_petition": classified(),
            "investigate_facts": HEARING,
            "arrange_hearing": too_soon,
            "hold_hearing": on_its_day,
        },
    ),
    Scenario(
        "hearing_postponed",
        answers={
            "classify_petition": classified(),
            "investigate_facts": HEARING,
            "arrange_hearing": refused("ChairInvestigated", chair="handler_zj"),
            "hold_hearing": [POSTPONED, on_its_day],
        },
    ),
    Scenario(
        "hearing_waived",
        answers={
            "classify_petition": classified(),
            "investigate_facts": HEARING,
            "arrange_hearing": refused("HearingClosedWithoutGround", is_public="no"),
            "hold_hearing": WAIVED,
        },
        then={"arrange_hearing": {"is_public": "no", "closed_ground": "privacy"}},
    ),
    Scenario(
        "mediation_refused",
        answers={
            "classify_petition": classified(),
            "investigate_facts": MEDIATION,
            "ask_consent": {"other_side_agrees": "no"},
        },
    ),
    Scenario(
        "nothing_agreed",
        answers={
            "classify_petition": classified(),
            "investigate_facts": MEDIATION,
            "mediate_dispute": NO_AGREEMENT | {"is_agreed": "no", "note": "分歧较大。"},
        },
    ),
    Scenario(
        "settled",
        answers={
            "classify_petition": classified(),
            "investigate_facts": MEDIATION,
            "mediate_dispute": refused("AgreementIncomplete", parties=None),
        },
    ),
    Scenario(
        "heard_and_not_performed",
        answers={
            "classify_petition": classified(),
            "investigate_facts": changed_both_times(HEARING, MEDIATION),
            "hold_hearing": WAIVED,
            "confirm_performance": {"is_agreement_performed": "no", "performed_on": None},
        },
    ),
    Scenario(
        "confirmed_by_the_court",
        answers={
            "classify_petition": classified(),
            "investigate_facts": MEDIATION,
            "mediate_dispute": {"is_confirmation_wanted": True},
            "confirm_performance": once_confirmed,
        },
    ),
    Scenario(
        "confirmation_lapsed",
        answers={
            "classify_petition": classified(),
            "investigate_facts": MEDIATION,
            "mediate_dispute": {"is_confirmation_wanted": True},
            "record_judicial_confirmation": lambda _case, _task: LEAVE_OPEN,
            "confirm_performance": once_lapsed,
        },
    ),
]
