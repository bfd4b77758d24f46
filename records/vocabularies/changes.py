"""Changing vocabularies: a change closes the old row and adds a new one, with a reason."""

from datetime import date, datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, select

from law.clock_rule import Mark
from law.instants import SHANGHAI
from records import audit
from records.models import Vocabulary, VocabularyEdition, VocabularyTerm
from records.models.vocabulary import Origin
from records.vocabularies.checks import (
    TermChange,
    check_mapping,
    check_parent,
    check_reason,
    check_words,
)
from records.vocabularies.codes import COMPLETE, REQUIRED
from records.vocabularies.errors import (
    CodesFixed,
    TermChangeTooEarly,
    TermHasChildren,
    TermNotFound,
    VocabularyNotFound,
)
from records.vocabularies.terms import rows_of, terms_on

# Kept from the row before, else these: what an office adds is its own setting, not the law.
OFFICE_BASIS, OFFICE_MARK = "office_setting", Mark.recalled


def set_terms(
    session: Session,
    vocabulary_id: str,
    changes: list[TermChange],
    *,
    actor: str,
    reason: str,
    now: datetime,
) -> list[VocabularyTerm]:
    """Add or change terms in one edition; those that change nothing are left out of it.

    Raises VocabularyNotFound, TermInvalid, TermChangeTooEarly, CodesFixed.
    """
    _lock(session, vocabulary_id)
    check_reason(reason)
    today = now.astimezone(SHANGHAI).date()
    wanted = [
        (change, before)
        for change in changes
        for before in [_newest(session, vocabulary_id, change.code)]
        if not _is_same(before, change)
    ]
    if not wanted:
        return []
    edition = _edition(session, vocabulary_id, actor=actor, reason=reason, now=now)
    rows = [
        _set(session, vocabulary_id, change, before, edition, today) for change, before in wanted
    ]
    for change, _ in wanted:
        check_parent(session, vocabulary_id, change)
        check_mapping(session, change)
    _audit(session, "set_terms", vocabulary_id, edition, [row.code for row in rows], actor, now)
    return rows


def close_term(
    session: Session,
    vocabulary_id: str,
    code: str,
    *,
    last_day: date,
    actor: str,
    reason: str,
    now: datetime,
) -> VocabularyTerm:
    """End a term after `last_day`; its rows stay. Closing it again on the same day is harmless.

    Raises VocabularyNotFound, TermNotFound, TermInvalid, TermChangeTooEarly, CodesFixed,
    TermHasChildren.
    """
    _lock(session, vocabulary_id)
    check_reason(reason)
    term = _newest(session, vocabulary_id, code)
    if term is None:
        raise TermNotFound(f"{vocabulary_id} {code}")
    if term.in_force_to == last_day:
        return term
    if term.in_force_to is not None:
        raise TermNotFound(f"{vocabulary_id} {code}")
    if code in REQUIRED.get(vocabulary_id, ()):
        raise CodesFixed(f"{vocabulary_id} {code}")
    if last_day < max(now.astimezone(SHANGHAI).date(), term.in_force_from):
        raise TermChangeTooEarly(f"{last_day}")
    below = terms_on(session, vocabulary_id, last_day + timedelta(days=1))
    if any(one.parent_code == code for one in below):
        raise TermHasChildren(code)
    edition = _edition(session, vocabulary_id, actor=actor, reason=reason, now=now)
    _close(session, term, last_day, edition)
    _audit(session, "close_term", vocabulary_id, edition, [code], actor, now)
    return term


def _set(
    session: Session,
    vocabulary_id: str,
    change: TermChange,
    before: VocabularyTerm | None,
    edition: int,
    today: date,
) -> VocabularyTerm:
    check_words(change)
    if before is None and vocabulary_id in COMPLETE:
        raise CodesFixed(f"{vocabulary_id} {change.code}")
    if before is not None:
        newest_day = before.in_force_to or before.in_force_from
        if change.in_force_from <= newest_day or change.in_force_from < today:
            raise TermChangeTooEarly(f"{change.code} {change.in_force_from}")
        if before.in_force_to is None:
            _close(session, before, change.in_force_from - timedelta(days=1), edition)
    row = VocabularyTerm(
        vocabulary_id=vocabulary_id,
        code=change.code,
        parent_code=_parent(change, before),
        name_zh=change.name_zh,
        name_en=change.name_en,
        position=before.position if before else _last_position(session, vocabulary_id) + 10,
        basis=change.basis or (before.basis if before else OFFICE_BASIS),
        mark=change.mark or (before.mark if before else OFFICE_MARK),
        national_code=_kept(change.national_code, before.national_code if before else None),
        maps_to=_kept(change.maps_to, before.maps_to if before else "") or "",
        origin=Origin.office,
        in_force_from=change.in_force_from,
        added_by=edition,
    )
    session.add(row)
    session.flush()
    return row


def _parent(change: TermChange, before: VocabularyTerm | None) -> str | None:
    return _kept(change.parent_code, before.parent_code if before else None) or None


def _kept(given: str | None, before: str | None) -> str | None:
    return before if given is None else given


def _is_same(before: VocabularyTerm | None, change: TermChange) -> bool:
    if before is None or before.in_force_to is not None:
        return False
    given = {
        "parent_code": change.parent_code,
        "basis": change.basis,
        "mark": change.mark,
        "national_code": change.national_code,
        "maps_to": change.maps_to,
    }
    return (before.name_zh, before.name_en) == (change.name_zh, change.name_en) and all(
        value is None or (getattr(before, name) or "") == value for name, value in given.items()
    )


def _lock(session: Session, vocabulary_id: str) -> None:
    """One change of a vocabulary at a time: two would both close the same row."""
    if session.get(Vocabulary, vocabulary_id, with_for_update=True) is None:
        raise VocabularyNotFound


def _newest(session: Session, vocabulary_id: str, code: str) -> VocabularyTerm | None:
    rows = rows_of(session, vocabulary_id, code)
    return rows[-1] if rows else None


def _last_position(session: Session, vocabulary_id: str) -> int:
    last = func.max(VocabularyTerm.position)
    query = select(last).where(VocabularyTerm.vocabulary_id == vocabulary_id)
    return session.exec(query).one() or 0


def _edition(
    session: Session, vocabulary_id: str, *, actor: str, reason: str, now: datetime
) -> int:
    edition = VocabularyEdition(
        vocabulary_id=vocabulary_id,
        origin=Origin.office,
        actor=actor,
        reason=reason.strip(),
        at=now,
    )
    session.add(edition)
    session.flush()
    return edition.id or 0


def _close(session: Session, term: VocabularyTerm, last_day: date, edition: int) -> None:
    term.in_force_to, term.closed_by = last_day, edition
    session.add(term)
    session.flush()


def _audit(
    session: Session,
    action: str,
    vocabulary_id: str,
    edition: int,
    codes: list[str],
    actor: str,
    now: datetime,
) -> None:
    audit.record(
        session,
        now=now,
        actor=actor,
        action=action,
        vocabulary=vocabulary_id,
        edition=edition,
        codes=codes,
    )
