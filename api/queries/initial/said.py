"""What others wrote in an earlier step and this one decides about: shown, not to be changed."""

from typing import Any

from api.queries.initial.start import Start
from records.people import unit_names
from records.requests.extension import requests_of


def assignment(start: Start) -> dict[str, Any]:
    """Until when the classifier wants the closing report."""
    return _kept(start.said("classify_petition"), "report_due_on")


def new_facts(start: Start) -> dict[str, Any]:
    """Why the clerk finds facts to be new."""
    return {"clerk_note": str(start.said("judge_repetition").get("note") or "")}


def closing_report(start: Start) -> dict[str, Any]:
    """The report of the unit."""
    return _kept(start.said("write_closing_report"), "report", "contact")


def objection(start: Start) -> dict[str, Any]:
    """The unit's reasons, and whom it names."""
    kept = _kept(start.said("examine_matter"), "objection_reasons", "objection_basis")
    proposed = str(start.said("examine_matter").get("proposed_unit") or "")
    return kept | {"proposed_unit_name": _names(start, [proposed]) if proposed else ""}


def disputing_units(start: Start) -> dict[str, Any]:
    """The units that could not agree."""
    return {"disputing_units": _names(start, start.said("negotiate_lead").get("units") or [])}


def extension(start: Start) -> dict[str, Any]:
    """The days asked for, and why."""
    if start.matter is None:
        return {}
    asked = requests_of(start.session, [start.matter.id])
    waiting = next((one for one in asked if one.is_approved is None), None)
    return {"days": waiting.days, "extension_reason": waiting.reason} if waiting else {}


def switch(start: Start) -> dict[str, Any]:
    """Why the handler finds the matter unfit for simple handling."""
    return {"switch_reason": str(start.said("answer_simply").get("note") or "")}


def _kept(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: data[key] for key in keys if data.get(key)}


def _names(start: Start, unit_ids: list[str]) -> str:
    names = unit_names(start.session, set(unit_ids))
    return "、".join(names.get(unit_id, unit_id) for unit_id in unit_ids)
