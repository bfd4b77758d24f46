"""What propose_route.dmn and propose_procedure.dmn are told about a matter."""

from sqlmodel import Session

from law.decision_facts import Litigation, Repetition
from law.decision_settings import DEFAULT_SETTINGS
from law.decision_words import DispatchMode
from law.groups import GroupKind
from records.matters import facts_of
from records.models import Matter, Petition
from records.registration.flags import GROUP, REPEATED, flags_of

TableFact = str | bool | int
KNOWN_OR_NOT = (
    "arbitration_open",
    "party_appeal_open",
    "administrative_open",
    "duty_open",
    "is_several_units",
    "is_likely_rejected",
)


def table_facts(session: Session, petition: Petition, matter: Matter) -> dict[str, TableFact]:
    """The facts by the variable of the tables. What nobody has noted is false, or empty."""
    known = facts_of(session, matter.id)
    flags = flags_of(session, petition)
    return {
        "litigation": known.get("litigation", Litigation.none.value),
        **{name: known.get(name, False) for name in KNOWN_OR_NOT},
        "chosen_route": matter.chosen_route or "",
        "is_superior_assigned": matter.dispatch_mode is DispatchMode.assign,
        "is_repeated": REPEATED in flags or is_judged_repeated(petition),
        "is_joint_letter": GROUP[GroupKind.joint_letter] in flags,
        "people": petition.people,
        "group_from": DEFAULT_SETTINGS.group_from,
        "simple_ground": matter.simple_ground.value if matter.simple_ground else "",
    }


def is_judged_repeated(petition: Petition) -> bool:
    """Whether intake found that the person had raised the matter before."""
    return petition.repetition not in (None, "", Repetition.none)
