"""Who may chair a hearing, what was arranged before, and when an agreement is to be performed."""

from typing import Any

from api.queries.initial.start import Start
from records.hearings import hearings_of
from records.mediations import mediations_of
from records.people import members_of

CHAIR_ROLES = ("unit_leader", "legal_reviewer", "handler", "review_handler")


def chairs(start: Start) -> dict[str, Any]:
    """`chair_options`: who decides, checks or handles in the unit that holds the hearing.

    Whoever investigated is listed too: a refusal names the rule.
    """
    users = [
        user
        for role in CHAIR_ROLES
        for user in members_of(start.session, [f"{role}@{unit}" for unit in start.task.units])
    ]
    names = {user.id: user.name for user in users}
    return {"chair_options": [{"label": name, "value": id_} for id_, name in names.items()]}


def last(start: Start) -> dict[str, Any]:
    """Place, chair and members of the hearing that was postponed; empty before there is one."""
    found = hearings_of(start.session, start.matter.id) if start.matter else []
    if not found:
        return {}
    hearing = found[-1]
    return {
        "place": hearing.place,
        "chair": hearing.chair_id,
        "hearing_members": hearing.members,
        "is_public": "yes" if hearing.is_public else "no",
        "closed_ground": hearing.closed_ground.value if hearing.closed_ground else None,
    }


def arranged(start: Start) -> dict[str, Any]:
    """The day of the hearing, and of its notice."""
    found = hearings_of(start.session, start.matter.id) if start.matter else []
    if not found:
        return {}
    sent = found[-1].notice_sent_on
    return {
        "hearing_on": found[-1].planned_on.isoformat(),
        "notice_sent_on": sent.isoformat() if sent else "",
    }


def agreement(start: Start) -> dict[str, Any]:
    """The days of the agreement."""
    found = mediations_of(start.session, start.matter.id) if start.matter else []
    days = [("agreed_on", one.agreed_on) for one in found[-1:]]
    days += [("perform_until", one.perform_until) for one in found[-1:]]
    return {key: day.isoformat() for key, day in days if day}
