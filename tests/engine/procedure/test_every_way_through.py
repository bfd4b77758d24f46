"""Every scenario ends where it should, with its documents and clocks, on the real engine."""

import pytest

from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.edge_scenarios import EDGE_SCENARIOS
from tests.engine.procedure.report_scenarios import REPORT_SCENARIOS
from tests.engine.procedure.scenarios import SCENARIOS
from tests.engine.procedure.year import LATER

pytestmark = pytest.mark.engine


FROM_THE_START = [*SCENARIOS, *EDGE_SCENARIOS, *REPORT_SCENARIOS]


@pytest.mark.parametrize("name", [one.name for one in FROM_THE_START] + [*LATER])
def test_the_case_ends_as_it_should(cohort: Cohort, name: str) -> None:
    case = cohort[name]
    assert case.refused == []
    assert case.row.end == case.scenario.end, sorted(case.visited())
