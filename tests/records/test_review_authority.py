"""Who reviews: the organ above, or the review body of the division (articles 35 and 36)."""

import pytest

from records.database import Database
from records.models import Unit
from records.review_authority import is_authority_over, review_authority


def unit(unit_id: str, kind: str, parent: str | None = None, division: str = "990700") -> Unit:
    return Unit(
        id=unit_id,
        name=unit_id,
        designation=unit_id,
        division=division,
        serial="01",
        kind=kind,
        parent_id=parent,
    )


@pytest.mark.parametrize(
    ("above", "authority"),
    [
        ([("city", "government", None)], "city"),
        ([("city", "government", None), ("bureau", "bureau", "city")], "city"),
        ([("bureau", "bureau", None)], "body"),
        ([("body2", "review_body", None)], "body2"),
    ],
)
def test_a_petition_bureau_reviews_nothing(
    database: Database, above: list[tuple[str, str, str | None]], authority: str
) -> None:
    with database.transaction() as session:
        session.add(unit("body", "review_body"))
        for unit_id, kind, parent in above:
            session.add(unit(unit_id, kind, parent))
            session.flush()
        session.add(unit("office", "department", above[-1][0]))
        session.flush()

        found = review_authority(session, session.get_one(Unit, "office"))

        assert found is not None
        assert found.id == authority


def test_without_any_on_record_there_is_none(database: Database) -> None:
    with database.transaction() as session:
        session.add(unit("elsewhere", "review_body", division="990800"))
        session.add(unit("office", "department"))
        session.flush()

        assert review_authority(session, session.get_one(Unit, "office")) is None


def test_a_review_body_is_reviewed_by_the_one_above_it_and_never_by_itself(
    database: Database,
) -> None:
    with database.transaction() as session:
        session.add(unit("high", "review_body", division="990000"))
        session.flush()
        session.add(unit("low", "review_body", "high"))
        session.flush()

        found = review_authority(session, session.get_one(Unit, "low"))

        assert found is not None
        assert found.id == "high"
        assert review_authority(session, session.get_one(Unit, "high")) is None
        assert is_authority_over(session, "high", {"low"})
        assert not is_authority_over(session, "low", {"low"})
