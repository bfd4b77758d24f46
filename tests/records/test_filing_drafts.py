"""Drafts of filing: everybody's own, kept until filed, never for long."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session

from records.filing_drafts import (
    KEPT_DAYS,
    MOST_KEPT,
    DraftFiled,
    FilingDraftNotFound,
    drafts_of,
    drop_draft,
    get_draft,
    save_draft,
)
from records.petitions import file_petition
from tests.records.cases import A_PETITION, NOON

TYPED = [["subject", "小区电梯停运"], ["text", ""]]


def test_what_is_typed_later_takes_the_place_of_what_was_kept(session: Session) -> None:
    save_draft(session, "clerk", "form-one", TYPED, now=NOON)
    later = NOON + timedelta(minutes=3)
    save_draft(session, "clerk", "form-one", [["subject", "电梯"]], now=later)

    [kept] = drafts_of(session, "clerk")
    assert (kept.fields, kept.saved_at) == ([["subject", "电梯"]], later)


def test_a_foreign_draft_is_neither_read_nor_written_nor_dropped(session: Session) -> None:
    save_draft(session, "clerk", "form-one", TYPED, now=NOON)
    with pytest.raises(FilingDraftNotFound):
        get_draft(session, "leader", "form-one")
    with pytest.raises(FilingDraftNotFound):
        save_draft(session, "leader", "form-one", TYPED, now=NOON)
    drop_draft(session, "leader", "form-one")

    assert get_draft(session, "clerk", "form-one").fields == TYPED
    assert drafts_of(session, "leader") == []


def test_what_comes_after_filing_is_not_kept(session: Session) -> None:
    new = replace(A_PETITION, source=("window", "form-one"))
    file_petition(session, new, filed_by="clerk", now=NOON)
    with pytest.raises(DraftFiled):
        save_draft(session, "clerk", "form-one", TYPED, now=NOON)


def test_old_and_many_drafts_go(session: Session) -> None:
    save_draft(session, "clerk", "form-old", TYPED, now=NOON - timedelta(days=KEPT_DAYS, hours=1))
    for number in range(MOST_KEPT + 1):
        save_draft(session, "clerk", f"form-{number}", TYPED, now=NOON + timedelta(minutes=number))

    kept = [one.id for one in drafts_of(session, "clerk")]
    assert len(kept) == MOST_KEPT
    assert kept[0] == f"form-{MOST_KEPT}"
    assert {"form-old", "form-0"}.isdisjoint(kept)
