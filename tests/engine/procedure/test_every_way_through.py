"""Every scenario ends where it should, with its documents and clocks, on the real engine."""

import pytest

from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.every_scenario import EVERY
from tests.engine.procedure.year import LATER

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("name", [one.name for one in EVERY] + [*LATER])
def test_the_case_ends_as_it_should(cohort: Cohort, name: str) -> None:
    case = cohort[name]
    assert case.refused == []
    assert case.row.end == case.scenario.end, sorted(case.visited())
