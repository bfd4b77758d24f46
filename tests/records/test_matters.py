"""The matters of a petition, what is known of them, and their own clocks."""

import pytest
from sqlmodel import Session

from records.clocks.find import latest, running
from records.clocks.many import meet_all, withdraw_all
from records.errors import MatterNotFound
from records.ledger import clocks_of, open_clock
from records.matters import (
    facts_of,
    get_matter,
    is_lower_bureau,
    matters_of,
    parents_of_units,
    set_facts,
)
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, UNIT
from tests.records.matters import add_matter


def opened(session: Session, filed_id: str, code: str, matter_id: str | None = None) -> str:
    return open_clock(
        session,
        petition_id=filed_id,
        matter_id=matter_id,
        code=code,
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    ).id


def test_they_come_in_the_order_of_the_claims(session: Session, filed_id: str) -> None:
    second, first = (add_matter(session, filed_id, ordinal) for ordinal in (2, 1))
    assert matters_of(session, filed_id) == [first, second]
    assert get_matter(session, first.id) == first


def test_an_unknown_one_is_not_found(session: Session) -> None:
    with pytest.raises(MatterNotFound):
        get_matter(session, "nothing")


def test_facts_are_words_or_true_and_false_takes_one_away(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    set_facts(session, matter.id, {"litigation": "open", "is_urgent": True, "is_backlog": True})
    set_facts(session, matter.id, {"litigation": "finished", "is_backlog": False})
    assert facts_of(session, matter.id) == {"litigation": "finished", "is_urgent": True}


def test_each_matter_has_a_clock_of_each_code(session: Session, filed_id: str) -> None:
    matters = [add_matter(session, filed_id, ordinal).id for ordinal in (1, 2)]
    own = [opened(session, filed_id, "D03", matter_id) for matter_id in matters]
    whole = opened(session, filed_id, "D03")
    assert len({*own, whole}) == 3
    assert opened(session, filed_id, "D03", matters[0]) == own[0]
    assert [clock.id for clock in running(session, matter_id=matters[1])] == [own[1]]
    assert len(running(session, petition_id=filed_id, codes=("D03",))) == 3
    found = latest(session, "D03", petition_id=filed_id)
    assert found is not None
    assert found.id == whole


def test_ending_those_of_one_matter_leaves_the_others(session: Session, filed_id: str) -> None:
    first, second = (add_matter(session, filed_id, ordinal).id for ordinal in (1, 2))
    for matter_id in (first, second):
        opened(session, filed_id, "D03", matter_id)
        opened(session, filed_id, "D04", matter_id)
    for _ in range(2):
        meet_all(session, matter_id=first, codes=("D03",), now=NOON)
        withdraw_all(session, matter_id=first, reason="受理", now=NOON)
    assert {clock.matter_id for clock in running(session, petition_id=filed_id)} == {second}
    kinds = {
        clock.code: [event.kind for event in events]
        for clock, events in clocks_of(session, filed_id)
        if clock.matter_id == first
    }
    assert kinds == {"D03": ["started", "met"], "D04": ["started", "withdrawn"]}


def test_a_bureau_is_told_from_a_unit_that_handles(session: Session) -> None:
    assert is_lower_bureau(session, BUREAU)
    assert not is_lower_bureau(session, UNIT)
    assert not is_lower_bureau(session, "nothing")
    assert parents_of_units(session)[UNIT] == BUREAU
