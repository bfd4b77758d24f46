"""Decisions at the tasks of the process joint_handling: who leads (article 24(1))."""

from law.joint_handling import dispute_of
from records.decisions.case import Decision, Variables
from records.errors import UnitNotFound
from records.matters import parents_of_units
from records.units import require_unit


def negotiate_lead(case: Decision) -> Variables:
    """The units agree who leads, one of them; or they do not, and somebody above decides.

    Raises NotJoint for fewer than two units, UnitNotFound.
    """
    is_agreed = case.is_yes("is_lead_agreed")
    units = case.chosen("units")
    dispute_of(units, parents_of_units(case.session), is_disputed=not is_agreed)
    for unit_id in units:
        require_unit(case.session, unit_id, case.today)
    if not is_agreed:
        return {"is_lead_agreed": False}
    lead = case.unit().id
    if lead not in units:
        raise UnitNotFound
    return {"is_lead_agreed": True, "unit": lead}


def decide_lead_by_superior(case: Decision) -> Variables:
    """The superior common to the units decides. Raises UnitNotFound."""
    return {"unit": case.unit().id}


def decide_lead_by_conference(case: Decision) -> Variables:
    """The joint conference decides where no superior is common to them. Raises UnitNotFound."""
    return {"unit": case.unit().id}
