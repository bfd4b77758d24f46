"""Which pattern numbers follow from which day on."""

from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records import audit
from records.errors import RecordsError
from records.models import NumberScheme
from records.models.number_scheme import Numbered
from records.number_patterns import check_pattern


class SchemeTooEarly(RecordsError):
    """Numbers already given keep their look: begin the new scheme after today and after others."""


def list_schemes(session: Session) -> list[NumberScheme]:
    """Every scheme there was, is or will be, by what is numbered and then by day."""
    order = (col(NumberScheme.what), col(NumberScheme.in_force_from))
    return list(session.exec(select(NumberScheme).order_by(*order)))


def add_scheme(
    session: Session,
    what: Numbered,
    pattern: str,
    *,
    in_force_from: date,
    reason: str,
    actor: str,
    now: datetime,
) -> NumberScheme:
    """Let numbers follow this pattern from that day on; the scheme before ends the day before.

    Serials go on counting. Raises BadPattern, SchemeTooEarly.
    """
    check_pattern(what, pattern)
    latest = session.exec(
        select(NumberScheme)
        .where(NumberScheme.what == what)
        .order_by(col(NumberScheme.in_force_from).desc())
        .with_for_update()
    ).first()
    if in_force_from <= now.astimezone(SHANGHAI).date():
        raise SchemeTooEarly
    if latest is not None:
        if in_force_from <= latest.in_force_from:
            raise SchemeTooEarly
        latest.in_force_to = in_force_from - timedelta(days=1)
        session.add(latest)
    scheme = NumberScheme(
        what=what,
        pattern=pattern,
        in_force_from=in_force_from,
        reason=reason,
        actor=actor,
        at=now,
    )
    session.add(scheme)
    session.flush()
    audit.record(
        session, now=now, actor=actor, action="add_number_scheme", what=what.value, scheme=scheme.id
    )
    return scheme
