"""Units that end: their successors are recorded, and nothing new is sent to them."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from law.succession import SuccessionCycle, SuccessionKind, SuccessionNotPossible
from records.errors import UnitNotFound
from records.models import AuditEntry, Unit, UnitSuccession
from records.unit_succession import SuccessorNotThere, changes_of, succeed, successors_of
from records.units import exists_on, handling_units, require_unit, the_bureau
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, UNIT

SCHOOLS, LABOUR, ROADS = "990100-jy", "990100-rs", "990100-jt"
EVE = MON_2_MARCH - timedelta(days=1)


def change(
    session: Session,
    unit: str = UNIT,
    kind: SuccessionKind = SuccessionKind.merge,
    on: date = MON_2_MARCH,
    **successors: str,
) -> None:
    shares = {f"990100-{short}": share for short, share in successors.items()}
    succeed(
        session,
        unit,
        shares,
        kind=kind,
        on=on,
        basis="示范市机构改革方案",
        actor="admin",
        now=NOON,
    )


def test_a_merged_unit_ends_and_its_successor_is_found(session: Session) -> None:
    change(session, jy="")
    unit = session.get_one(Unit, UNIT)
    assert [exists_on(unit, day) for day in (EVE, MON_2_MARCH)] == [True, False]
    assert successors_of(session, UNIT, EVE).units == (UNIT,)
    assert successors_of(session, UNIT, MON_2_MARCH).units == (SCHOOLS,)
    (row,) = changes_of(session, SCHOOLS)
    assert (row.predecessor_id, row.basis, row.actor) == (UNIT, "示范市机构改革方案", "admin")
    act = session.get(AuditEntry, 1)
    assert act is not None
    assert (act.action, act.detail["successors"]) == ("succeed_unit", [SCHOOLS])


def test_nothing_is_sent_to_a_unit_that_does_not_exist_on_that_day(session: Session) -> None:
    change(session, jy="")
    session.get_one(Unit, LABOUR).in_force_from = MON_2_MARCH
    session.flush()
    before = {unit.id for unit in handling_units(session, EVE)}
    after = {unit.id for unit in handling_units(session, MON_2_MARCH)}
    assert (before - after, after - before) == ({UNIT}, {LABOUR})
    assert BUREAU not in before | after
    assert require_unit(session, UNIT, EVE).id == UNIT
    for unit_id, on in ((UNIT, MON_2_MARCH), (LABOUR, EVE), ("nowhere", EVE)):
        with pytest.raises(UnitNotFound):
            require_unit(session, unit_id, on)


def test_a_transfer_leaves_the_unit_in_place(session: Session) -> None:
    change(session, kind=SuccessionKind.transfer, jt="道路")
    assert session.get_one(Unit, UNIT).dissolved_on is None
    found = successors_of(session, UNIT, MON_2_MARCH)
    assert {(one.unit, one.shares) for one in found.heirs} == {(UNIT, ()), (ROADS, ("道路",))}


def test_an_abolished_unit_without_successor_is_for_the_level_to_decide(session: Session) -> None:
    change(session, kind=SuccessionKind.abolish)
    assert not successors_of(session, UNIT, MON_2_MARCH).is_clear
    (row,) = changes_of(session, UNIT)
    assert row.successor_id is None


def test_what_cannot_be_is_refused_by_name(session: Session) -> None:
    change(session, jy="")
    with pytest.raises(SuccessionNotPossible):
        change(session, rs="")
    with pytest.raises(SuccessionCycle):
        change(session, SCHOOLS, zj="")
    with pytest.raises(UnitNotFound):
        change(session, "nowhere", jy="")
    with pytest.raises(UnitNotFound):
        change(session, SCHOOLS, nowhere="")
    session.get_one(Unit, LABOUR).in_force_from = MON_2_MARCH + timedelta(days=1)
    with pytest.raises(SuccessorNotThere):
        change(session, ROADS, rs="")
    assert len(session.exec(select(UnitSuccession)).all()) == 1


def test_the_bureau_is_the_one_that_is_left(session: Session) -> None:
    bureau = session.get_one(Unit, BUREAU)
    new = Unit(**bureau.model_dump() | {"id": "990100-sg", "serial": "90"})
    session.add(new)
    session.flush()
    with pytest.raises(UnitNotFound, match="2 bureaus"):
        the_bureau(session)
    change(session, BUREAU, SuccessionKind.rename, sg="")
    assert the_bureau(session).id == "990100-sg"
