"""Every scenario that is lived through on one engine, from all the files that tell them."""

from tests.engine.procedure.edge_scenarios import EDGE_SCENARIOS
from tests.engine.procedure.hearing_scenarios import HEARING_SCENARIOS
from tests.engine.procedure.report_scenarios import REPORT_SCENARIOS
from tests.engine.procedure.reviews import REVIEW_SCENARIOS
from tests.engine.procedure.scenarios import SCENARIOS

EVERY = [
    *SCENARIOS,
    *EDGE_SCENARIOS,
    *REVIEW_SCENARIOS,
    *HEARING_SCENARIOS,
    *REPORT_SCENARIOS,
]
