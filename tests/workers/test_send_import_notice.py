"""send_import_notice - article 31(一) to (四): the matter goes into a legal procedure."""

import pytest

from law.decision_words import Route
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import UNIT, Case
from workers.imported_procedure.send_import_notice import send_import_notice


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter for arbitration."""
    return at_unit(case, route=Route.arbitration)


def test_twice_is_as_good_as_once_and_each_round_has_its_letter(matter: AtUnit) -> None:
    for _ in range(2):
        send_import_notice(matter.id)
    assert matter.document("send_import_notice").issued_by == UNIT
    matter.change(route=Route.administrative, round=2)
    send_import_notice(matter.id)
    assert matter.documents() == [
        ("send_import_notice", "1.1", "petitioner"),
        ("send_import_notice", "1.2", "petitioner"),
        ("send_import_notice__letter", "1.1", "organ"),
        ("send_import_notice__letter", "1.2", "organ"),
    ]


def test_whose_name_is_unclear_is_not_told(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    send_import_notice(matter.id)
    assert matter.documents() == [("send_import_notice__letter", "1.1", "organ")]
