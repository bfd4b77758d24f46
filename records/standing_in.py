"""Who stands in for whom on a day: read here, entered in records.absences."""

from datetime import date

from sqlalchemy import ColumnElement, and_
from sqlmodel import Session, col, select

from records.models import Absence


def runs_on(on: date) -> ColumnElement[bool]:
    """Whether an absence runs on that day, as a condition."""
    return and_(
        col(Absence.first_day) <= on, col(Absence.last_day) >= on, col(Absence.ended_at).is_(None)
    )


def represented_by(session: Session, deputy_id: str, on: date) -> list[str]:
    """Ids of those for whom this person stands in on that day, sorted."""
    return list(
        session.exec(
            select(Absence.user_id)
            .where(Absence.deputy_id == deputy_id, runs_on(on))
            .distinct()
            .order_by(Absence.user_id)
        )
    )


def deputies_on(session: Session, on: date) -> dict[str, str]:
    """The deputy of each person who is away that day."""
    rows = session.exec(select(Absence.user_id, Absence.deputy_id).where(runs_on(on))).all()
    return dict(rows)
