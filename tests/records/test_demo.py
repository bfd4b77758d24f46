"""The demo city: complete, marked as demo, and added once."""

from sqlmodel import Session, select

from records.database import Database
from records.demo import seed_demo
from records.models import Membership, Unit, User
from records.people import ROLES
from records.sign_ins import verify_password
from records.units import list_units, the_bureau
from records.vocabularies.terms import codes_on
from settings import DEMO_PASSWORD, Settings
from stack.prepare import prepare
from tests.records.cases import BUREAU, NOON, all_rows, count


def test_preparing_twice_adds_nothing(settings: Settings, database: Database) -> None:
    tables = (Unit, User, Membership)
    before = [count(database, table) for table in tables]
    prepare(settings.model_copy(update={"demo": True}), now=NOON)
    assert [count(database, table) for table in tables] == before
    assert before == [12, 56, 56]


def test_a_unit_that_was_renamed_keeps_its_name(session: Session) -> None:
    session.get_one(Unit, BUREAU).name = "改过的名称"
    session.flush()
    seed_demo(session, password_hash="another")
    session.flush()
    assert session.get_one(Unit, BUREAU).name == "改过的名称"
    assert session.get_one(User, "clerk").password_hash != "another"


def test_everything_is_marked_as_demo_and_opens_with_the_demo_password(
    database: Database,
) -> None:
    users = all_rows(database, User)
    assert all(user.is_demo for user in users)
    assert all(unit.is_demo for unit in all_rows(database, Unit))
    assert verify_password(users[0], DEMO_PASSWORD)


def test_every_role_and_kind_of_unit_is_one_the_product_knows(session: Session) -> None:
    assert {one.role for one in session.exec(select(Membership))} <= set(ROLES)
    kinds = codes_on(session, "unit_kind", NOON.date())
    assert {unit.kind for unit in list_units(session)} <= set(kinds)
    assert the_bureau(session).id == BUREAU
