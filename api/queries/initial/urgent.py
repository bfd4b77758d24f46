"""What is known of an urgent report."""

from typing import Any

from api.queries.initial.start import Start, options_of
from records.task_decisions import latest
from records.units import existing_units
from records.urgent import find_open


def situation(start: Start) -> dict[str, Any]:
    """`situation` as drafted last, or as it was raised."""
    report = find_open(start.session, start.petition.id)
    drafted = _drafted(start)
    return {"situation": drafted.get("situation") or (report.situation if report else "")}


def drafted(start: Start) -> dict[str, Any]:
    """`measures` as drafted last."""
    return {"measures": _drafted(start).get("measures") or ""}


def departments(start: Start) -> dict[str, Any]:
    """`unit_options`: every unit."""
    return {"unit_options": options_of(existing_units(start.session, start.today))}


def _drafted(start: Start) -> dict[str, Any]:
    report = find_open(start.session, start.petition.id)
    found = latest(
        start.session,
        "draft_urgent_report",
        petition_id=start.petition.id,
        since=report.raised_at if report else None,
    )
    return found.data if found else {}
