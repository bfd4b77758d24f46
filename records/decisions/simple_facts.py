"""What the rules of simple handling ask about a matter, out of the records."""

from law.decision_facts import Repetition
from law.decision_words import DispatchMode, Route
from law.groups import GroupKind, group_kind
from law.simple_procedure import SimpleFacts
from records.decisions.case import Decision
from records.models.petition import PetitionForm
from records.registration.flags import GROUP, REPEATED, flags_of


def simple_facts(case: Decision, route: Route, *, is_rejected: bool = False) -> SimpleFacts:
    """The facts of the matter; `route` is what is being decided for it."""
    petition = case.petition
    flags = {*flags_of(case.session, petition)}
    is_judged_repeated = petition.repetition not in (None, "", Repetition.none)
    kind = group_kind(petition.people, by_visit=petition.form is PetitionForm.visit)
    return SimpleFacts(
        route,
        is_repeated=REPEATED in flags or is_judged_repeated,
        is_assigned=case.the_matter.dispatch_mode is DispatchMode.assign,
        is_rejected=is_rejected,
        is_joint=kind is not GroupKind.single or not flags.isdisjoint(GROUP.values()),
    )
