"""An earlier petition of the same person, for tests of the steps that look for one."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from records.models import Matter, Petition, RelatedPetition
from records.models.petition import Category
from records.petitions import file_petition
from tests.workers.at_bureau import AtBureau
from tests.workers.at_unit import CLERK, set_all
from tests.workers.conftest import A_PETITION, UNIT

JANUARY = date(2026, 1, 12)


def file_earlier(petition: AtBureau, now: datetime, **values: Any) -> str:
    """The same matter, filed in January, before the petition under test; its id."""
    before = now - timedelta(days=49)
    with petition.case.database.transaction() as session:
        new = replace(A_PETITION, received_on=JANUARY)
        earlier = file_petition(session, new, filed_by=None, now=before)
        set_all(earlier, values)
        return earlier.id


def add_earlier_matter(petition: AtBureau, earlier_id: str, **values: Any) -> str:
    """Its only matter; its id."""
    with petition.case.database.transaction() as session:
        given: dict[str, Any] = {
            "category": Category.claim,
            "unit_id": UNIT,
            "received_on": JANUARY,
        }
        matter = Matter(petition_id=earlier_id, ordinal=1, **(given | values))
        session.add(matter)
        session.flush()
        return matter.id


def link(petition: AtBureau, earlier_id: str, now: datetime, *, same_person: bool = True) -> None:
    """A person found that the petition repeats the earlier one."""

    def act(session: Session) -> None:
        session.get_one(Petition, earlier_id)
        session.add(
            RelatedPetition(
                petition_id=petition.id,
                earlier_id=earlier_id,
                same_person=same_person,
                linked_by=CLERK,
                linked_at=now,
            )
        )

    petition.write(act)
