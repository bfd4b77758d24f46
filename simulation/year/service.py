"""How an opinion is handed over: mostly in person or by post, at times only at the second try."""

from datetime import date
from typing import Protocol

from simulation.answers import Form
from simulation.year.people import MARK
from simulation.year.plan import PetitionPlan


class Served(Protocol):
    """What is asked of a question."""

    @property
    def plan(self) -> PetitionPlan:
        """The petition."""

    @property
    def times(self) -> int:
        """How often it was tried before."""

    @property
    def today(self) -> date:
        """The day."""


def service_answer(question: Served, _form: Form) -> Form:
    """The form of `hand_over_document`. Where a way fails, it is not proved and not served."""
    path, is_first = question.plan.path, question.times == 0
    on = {"on": question.today.isoformat()}
    if path == "service_failed_first" and is_first:
        return on | _failed("post", "地址查无此人")
    if path == "service_by_public_notice":
        if is_first:
            return on | _failed("in_person", "下落不明")
        return on | {"way": "public_notice", "other_ways_failed": True, "is_proved": True}
    if path == "service_left":
        return on | {"way": "left", "refused": True, "witness": f"见证人{MARK}"}
    if question.plan.accepts_electronic:
        return on | {"way": "electronic", "consented": True}
    if question.plan.dice("way").random() < 0.3:
        return on | {"way": "post", "recipient": f"同住亲属{MARK}", "relation": "配偶"}
    return on


def _failed(way: str, why: str) -> Form:
    return {"way": way, "is_document_served": "no", "is_proved": False, "note": why}
