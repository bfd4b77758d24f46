"""Grave and urgent matters (regulation 25): who is told, and by when.

The article says "in time" and gives no hours: they are an office's settings and never printed as
the law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from law.clock_rules import rule_for
from law.instants import SHANGHAI
from law.period_types import DueMoment
from law.periods import due_moment

CODE = "D22"
REPORTING = "regulation_2022:25(1)"
UPWARDS = "regulation_2022:25(2)"


class ReportForm(StrEnum):
    """How a report is made: at first by telephone, then in writing."""

    phone = "phone"
    written = "written"


class UrgentKind(StrEnum):
    """Why a matter is grave or urgent; an office's own sorting."""

    violence_or_threat = "violence_or_threat"
    gathering = "gathering"
    danger_to_life = "danger_to_life"
    public_opinion = "public_opinion"
    other = "other"


class Told(StrEnum):
    """Who is told."""

    party_and_government = "party_and_government"
    department = "department"
    conference_office = "conference_office"
    superior_bureau = "superior_bureau"
    national_bureau = "national_bureau"


@dataclass(frozen=True)
class Telling:
    """One addressee and the paragraph that names it."""

    told: Told
    basis: str


def tellings(*, is_bureau: bool) -> tuple[Telling, ...]:
    """Whom a unit tells; a petition bureau also reports upwards (paragraph 2)."""
    found = [
        Telling(one, REPORTING)
        for one in (Told.party_and_government, Told.department, Told.conference_office)
    ]
    if is_bureau:
        found += [Telling(one, UPWARDS) for one in (Told.superior_bureau, Told.national_bureau)]
    return tuple(found)


def report_limits(
    known_at: datetime, hours: Mapping[ReportForm, int] | None = None
) -> dict[ReportForm, DueMoment]:
    """Until when each form of report is due; `hours` as an office has set them.

    Raises PeriodTooShort.
    """
    rule = rule_for(CODE, known_at.astimezone(SHANGHAI).date())
    return {
        form: due_moment(
            known_at, (hours or {}).get(form) or rule.length_of(form), rule.unit, basis=rule.basis
        )
        for form in ReportForm
    }
