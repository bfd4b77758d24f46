"""Decisions at the tasks of the process intake."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import col, select

from law.decision_words import DispatchMode
from records.decisions.case import Decision, Variables
from records.errors import RecordsError
from records.models import Claim
from records.models.petition import Category
from records.similarity import SEALED
from records.splitting import file_open_part
from records.units import require_unit


class ReportDueTooEarly(RecordsError):
    """The closing report must be due later than today. Give another day."""

    field = "report_due_on"


def classify_petition(case: Decision) -> Variables:
    """Category (articles 29 to 31) and the unit with the power to handle it, which exists then.

    What is assigned says until when the closing report is due (article 22(1)(三)). The claims'
    own categories and units, and the facts, are read from the form when matters are opened. A
    report is sealed; claims that are none are filed apart. Raises UnitNotFound, ReportDueTooEarly.
    """
    unit = case.unit()
    for row in _rows(case):
        if row.get("unit"):
            require_unit(case.session, str(row["unit"]), case.today)
    if case.text("dispatch_mode") == DispatchMode.assign:
        due_on = case.day("report_due_on")
        if due_on is None or due_on <= case.today:
            raise ReportDueTooEarly
    petition = case.petition
    petition.category = Category(case.text("category"))
    petition.unit_id = unit.id
    petition.content_class = case.text("content_class") or petition.content_class
    _seal(case)
    return {"category": petition.category.value, "unit": petition.unit_id}


def sign_assignment(case: Decision) -> Variables:
    """A leader signs the letters of assignment, or sends them back (article 22(1)(三))."""
    return {"is_assignment_signed": case.is_yes("is_assignment_signed")}


def _rows(case: Decision) -> list[dict[str, Any]]:
    return list(case.data.get("claims") or ())


def _seal(case: Decision) -> None:
    """Close a report to others from this moment on, not only once matters are opened (article 30).

    It stays with the bureau: the unit chosen belongs to what is open.
    """
    petition, categories = case.petition, dict(_categories(case))
    sealed = [category for category in categories.values() if category in SEALED]
    petition.is_sealed = bool(sealed)
    if not sealed:
        return
    opened = [ordinal for ordinal, one in categories.items() if one not in SEALED]
    if opened:
        file_open_part(case.session, petition, opened, filed_by=case.person_id, now=case.now)
    petition.category, petition.unit_id = sealed[0], petition.bureau_id


def _categories(case: Decision) -> Iterator[tuple[int, Category]]:
    """The category of each claim, by its number: its own where one was given."""
    own = {row.get("ordinal"): row["category"] for row in _rows(case) if row.get("category")}
    ordinals = case.session.exec(
        select(Claim.ordinal)
        .where(col(Claim.petition_id) == case.petition.id)
        .order_by(col(Claim.ordinal))
    )
    for ordinal in ordinals:
        yield ordinal, Category(own.get(ordinal, case.text("category")))
