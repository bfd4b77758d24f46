"""What petitioners and units ask for beside the tasks: withdrawal, extension, choice, rating ..."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from simulation.year.bodies import AT_UNIT
from simulation.year.people import MARK
from simulation.year.plan import PetitionPlan

MOST_TRIES = 12
# Asked again it would be refused again.
TOO_LATE = {
    "NoRatingAsked", "WithdrawalTooLate", "PetitionClosed", "ExtensionTooLate", "ReviewRuns",
    "ReviewNotFound",
}  # fmt: skip
EXTENSION_DAYS = 30  # what units ask for here; whether it may be is for the law to say
ROUTE = "administrative"  # of the two that are open where a choice is made


@dataclass
class Act:
    """One request about a petition, on a day; tried again on later days where it was too early."""

    plan: PetitionPlan
    name: str
    on: date
    tries: int = 0


@dataclass(frozen=True)
class Request:
    """Who asks what: `group` is a candidate group of the account, path follows the number."""

    group: str
    path: str
    body: dict[str, Any]


def acts_at_filing(plan: PetitionPlan) -> list[Act]:
    """What will be asked, known from the start."""
    found = []
    whole = (plan.answered_on - plan.day).days
    if plan.path == "withdrawn_early":
        found.append(Act(plan, "withdraw", plan.day + timedelta(plan.dice("w").randint(1, 4))))
    if plan.path == "withdrawn_late":
        found.append(Act(plan, "withdraw", plan.day + timedelta(max(9, round(whole * 0.6)))))
    if plan.path in ("extension_approved", "extension_refused"):
        found.append(Act(plan, "extend", plan.day + timedelta(min(40, round(whole * 0.6)))))
    if plan.sends_interim:
        found.append(Act(plan, "answer_interim", plan.day + timedelta(round(whole * 0.5))))
    return found


def act_after(plan: PetitionPlan, element: str, times: int, today: date) -> Act | None:
    """What the petitioner does once the unit has examined the matter, or the request for review."""
    if element == "examine_request" and not times and plan.review == "withdrawn":
        return Act(plan, "withdraw_review", today)
    if element != "examine_matter" or times or plan.path != "choice_made":
        return None
    return Act(plan, "choose_route", today + timedelta(plan.dice("choice").randint(1, 8)))


def act_on_seeing(plan: PetitionPlan, element: str, today: date) -> Act | None:
    """The rating, some time after the answer: whoever is called back may also rate.

    Taken down at the bureau: of what was filed at a unit itself, by nobody. Some ask for review.
    """
    if element == "hand_over_document" and plan.review and plan.path != "anonymous":
        return Act(plan, "ask_review", today + timedelta(plan.dice("ask").randint(6, 25)))
    is_asked = plan.path not in (*AT_UNIT, "anonymous")
    if element != "follow_up_petitioner" or plan.rating is None or not is_asked:
        return None
    return Act(plan, "rate", today + timedelta(plan.dice("rate").randint(1, 20)))


def request(act: Act, bureau: str, unit: str) -> Request:
    """The request itself; `unit` has the matter."""
    plan = act.plan
    match act.name:
        case "withdraw":
            given: dict[str, Any] = {"reason": f"信访人书面撤回{MARK}", "is_written": True}
            return Request(f"window_clerk@{bureau}", "withdrawal", given)
        case "extend":
            given = {"days": EXTENSION_DAYS, "reason": f"情况复杂，需要进一步调查{MARK}"}
            return Request(f"handler@{unit}", "matters/1/extension", given)
        case "answer_interim":
            given = {"text": f"您反映的事项正在调查，请耐心等候。{MARK}"}
            by_unit = plan.path in AT_UNIT
            group = f"handler@{unit}" if by_unit else f"classifier@{bureau}"
            return Request(group, "interim-answers", given)
        case "choose_route":
            return Request(f"window_clerk@{bureau}", "matters/1/route", {"route": ROUTE})
        case "ask_review":
            given = _review_request(plan, act.on)
            by_unit = plan.path in AT_UNIT
            group = f"acceptance_clerk@{unit}" if by_unit else f"window_clerk@{bureau}"
            return Request(group, "matters/1/review-requests", given)
        case "withdraw_review":
            given = {"reason": f"不再请求复查{MARK}", "is_written": True}
            path = "matters/1/review-requests/1/withdrawal"
            return Request(f"window_clerk@{bureau}", path, given)
        case _:
            given = {"bureau": plan.dice("b").choice(("satisfied", plan.rating))}
            given |= {"unit": plan.rating, "reason": f"答复情况{MARK}"}
            return Request(f"follow_up@{bureau}", "rating", given)


def _review_request(plan: PetitionPlan, on: date) -> dict[str, Any]:
    """Refused is what somebody else asks for."""
    return {
        "level": "review",
        "requested_on": on.isoformat(),
        "reference": f"复查申请书{MARK}",
        "reasons": f"对处理意见不服{MARK}",
        "applicant": "other" if plan.review == "refused" else "petitioner",
    }
