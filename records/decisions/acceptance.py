"""Decisions at the tasks of the process acceptance."""

from law.decision_words import Procedure, Route, RouteStep
from law.errors import ObjectionWithoutReasons
from law.objection import check_objection
from law.simple_procedure import check_simple
from records.calendar import load_calendar
from records.decisions.case import Decision, Variables
from records.decisions.simple_facts import simple_facts

OWN, SUBORDINATE = "own", "subordinate"


def examine_matter(case: Decision) -> Variables:
    """Who has the power (article 23), and by which route and procedure (article 31).

    Where several routes are open the petitioner is asked first. A matter that was sent here and is
    not the unit's is objected to: in time and with reasons, or, after an objection was refused,
    with reasons only, as a dispute.
    Raises UnitNotFound, ObjectionTooLate, ObjectionWithoutReasons, SimpleProcedureExcluded.
    """
    power = case.text("power")
    if power == OWN:
        return {"power": power, **_take_on(case)}
    if power == SUBORDINATE:
        return {"power": power, "is_choice_needed": False, "unit": case.unit().id}
    if not case.the_matter.is_direct:
        _check_objection(case)
    return {"power": power, "is_choice_needed": False}


def _take_on(case: Decision) -> Variables:
    matter = case.the_matter
    route = Route(case.text("route"))
    is_choice_needed = _must_ask(case) or route is Route.none
    if is_choice_needed:
        route = Route.none
    procedure = Procedure.by_route
    if route is Route.petition:
        procedure = Procedure(case.text("procedure"))
    if procedure is Procedure.simple:
        check_simple(simple_facts(case, route))
    matter.route, matter.procedure = route, procedure
    return {
        "route": route.value,
        "is_choice_needed": is_choice_needed,
        "procedure": procedure.value,
    }


def _must_ask(case: Decision) -> bool:
    return bool(case.proposed("propose_route", "route_step") == RouteStep.ask_choice)


def _check_objection(case: Decision) -> None:
    matter = case.the_matter
    has_reasons = bool(case.text("objection_reasons"))
    if matter.is_objection_refused:
        if not has_reasons:
            raise ObjectionWithoutReasons
        return
    received_on = matter.received_on or case.today
    check_objection(received_on, case.now, load_calendar(case.session), has_reasons=has_reasons)
