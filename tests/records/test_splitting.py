"""A petition with a report in it becomes two that do not lead to each other (22(2), 30(3))."""

from dataclasses import replace
from typing import Any

from sqlmodel import Session, col, select

from records.models import AuditEntry, Claim, Companion, OutboxCommand, Petition, Petitioner
from records.petitions import file_petition
from records.registration.new_petition import NewCompanion, NewStep
from records.similarity import similar_petitions, whole_text
from records.similarity_keys import facts_of
from tests.records.cases import A_PETITION, BUREAU, MON_2_MARCH, NOON, UNIT
from tests.records.deciding import decided

REPORT = "反映某科长收受礼金"
MIXED = replace(
    A_PETITION,
    subject="电梯停运和某科长收受礼金",
    text="电梯停运两个月；某科长收受礼金。",
    claims=("恢复电梯运行", REPORT, "公开维修账目"),
    companions=(NewCompanion("乙某某"),),
    course=(NewStep("示范市某局", "某科长曾经答复"),),
)
ROWS = [{"ordinal": 2, "category": "report", "unit": None}]


def split(session: Session) -> tuple[Petition, Petition]:
    """The sealed petition and the open one."""
    first = file_petition(session, MIXED, filed_by=None, now=NOON)
    data: dict[str, Any] = {"category": "claim", "unit": UNIT, "claims": ROWS}
    decided(session, "classify_petition", first.id, by="classifier", **data)
    [other] = session.exec(select(Petition).where(Petition.id != first.id))
    return first, other


def claims(session: Session, petition: Petition) -> list[tuple[int, str]]:
    rows = select(Claim).where(Claim.petition_id == petition.id).order_by(col(Claim.ordinal))
    return [(one.ordinal, one.text) for one in session.exec(rows)]


def test_the_report_stays_and_the_rest_is_filed_apart(session: Session) -> None:
    sealed, opened = split(session)
    assert claims(session, sealed) == [(2, REPORT)]
    assert claims(session, opened) == [(1, "恢复电梯运行"), (2, "公开维修账目")]
    assert (sealed.is_sealed, sealed.category, sealed.unit_id) == (True, "report", BUREAU)
    assert (opened.is_sealed, opened.category, opened.unit_id) == (False, None, None)


def test_the_open_part_has_words_a_number_and_a_code_of_its_own(session: Session) -> None:
    sealed, opened = split(session)
    assert opened.subject == "恢复电梯运行；公开维修账目"
    assert "科长" not in f"{opened.subject}{opened.text}"
    assert {sealed.number, sealed.query_code}.isdisjoint({opened.number, opened.query_code})
    assert (opened.received_on, opened.source_id) == (MON_2_MARCH, None)
    assert sealed.petitioner_id != opened.petitioner_id
    person = session.get_one(Petitioner, opened.petitioner_id)
    assert (person.name, person.phone) == (MIXED.petitioner_name, MIXED.phone)
    names = select(Companion.name).where(Companion.petition_id == opened.id)
    assert list(session.exec(names)) == ["乙某某"]


def test_it_is_taken_in_by_a_process_of_its_own(session: Session) -> None:
    _, opened = split(session)
    started = [
        one.payload["petition_id"]
        for one in session.exec(select(OutboxCommand).order_by(col(OutboxCommand.id)))
        if one.kind == "start_instance"
    ]
    assert started[-1] == opened.id


def test_the_trail_of_the_open_part_names_nothing_else(session: Session) -> None:
    sealed, opened = split(session)
    acts = list(session.exec(select(AuditEntry)))
    own = str([one.detail for one in acts if one.petition_id == opened.id])
    assert sealed.number not in own
    assert sealed.id not in own
    [told] = [one for one in acts if one.action == "split_petition"]
    assert (told.petition_id, told.detail["opened"]) == (sealed.id, opened.number)


def test_a_search_from_the_open_part_does_not_find_the_report(session: Session) -> None:
    sealed, opened = split(session)
    person = facts_of(session.get_one(Petitioner, opened.petitioner_id))
    found = similar_petitions(session, whole_text(sealed.subject, sealed.text), person)
    assert [one.petition_id for one in found] == [opened.id]


def test_what_is_all_report_or_no_report_is_not_split(session: Session) -> None:
    for category in ("report", "claim"):
        source = ("portal", category)
        new = replace(MIXED, source=source)
        petition = file_petition(session, new, filed_by=None, now=NOON)
        decided(session, "classify_petition", petition.id, category=category, unit=UNIT)
        assert len(claims(session, petition)) == 3
    assert len(session.exec(select(Petition)).all()) == 2
