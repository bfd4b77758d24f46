"""The body of POST /api/petitions for a planned petition."""

from dataclasses import dataclass
from typing import Any

from simulation.year.people import Invented
from simulation.year.plan import PetitionPlan

TAGS = {
    "claim": ["seeks_solution"],
    "appeal": ["disputes_decision"],
    "proposal": ["makes_proposal"],
    "opinion": ["gives_opinion"],
    "report": ["names_official"],
    "accusation": ["names_official", "own_rights"],
}
REPRESENTATIVES = 4
AT_UNIT = ("at_unit", "at_unit_refused")


@dataclass(frozen=True)
class Window:
    """Where petitions come in: the bureau, and the units, by unit id."""

    bureau: str
    prefix: str  # of unit ids: `990100`

    def of(self, plan: PetitionPlan) -> str:
        """The unit id of where this petition is filed."""
        return f"{self.prefix}-{plan.unit}" if plan.path in AT_UNIT else self.bureau


def body(plan: PetitionPlan, window: Window) -> dict[str, Any]:
    """What is filed. The source lets a repeated request find the same petition."""
    given: dict[str, Any] = {
        "bureau": window.of(plan),
        "form": plan.form,
        "subject": plan.subject,
        "text": plan.text,
        "claims": plan.claims,
        "people": plan.people,
        "accepts_electronic": plan.accepts_electronic,
        # Whose tags say nothing is proposed as a claim, and a person may decide otherwise.
        "tags": [] if plan.path == "category_overridden" else TAGS[plan.category],
        "source": {"system": "simulated-year", "id": f"{plan.seed}:{plan.index}"},
    }
    if plan.path != "anonymous":
        given |= _who(plan.person)
    if plan.path == "address_unclear":
        given |= {"is_name_clear": False, "address": None}
    if plan.path == "level_skipped":
        given["flags"] = ["level_skipped"]
    given["companions"] = [
        {
            "name": one.name,
            "phone": one.phone,
            "id_number": one.id_number,
            "address": one.address,
            "is_representative": place < REPRESENTATIVES,
        }
        for place, one in enumerate(plan.companions)
    ]
    return given


def words_of(plan: PetitionPlan) -> set[str]:
    """Everything personal in that body: what must be found in no engine and no log."""
    people = [*([] if plan.path == "anonymous" else [plan.person]), *plan.companions]
    return {word for one in people for word in one.words} | {plan.subject}


def _who(person: Invented) -> dict[str, Any]:
    return {
        "petitioner_name": person.name,
        "phone": person.phone,
        "id_number": person.id_number,
        "certificate_type": "id_card",
        "address": person.address,
    }
