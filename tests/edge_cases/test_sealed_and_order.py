"""Edge cases of reports on officials, and of order."""

import json

import pytest

from law.claims import ClaimFacts, parts_of
from law.decision_words import Route
from law.errors import PauseNotAllowed, ReportToAccused
from law.order import Conduct, OrderStep, order_steps
from law.sealing import check_recipient, recipients
from tests.decisions.rows import evaluated
from tests.engine.procedure.driver import Cohort
from tests.engine.procedure.requests import opened_by_split
from tests.engine.procedure.units import DISCIPLINE as DISCIPLINE_BODY
from tests.law import dates as d
from tests.law.ledgers import HANDLING, add, due_of, paused, started

PARENTS = {
    "city": None,
    "county": "city",
    "county_bureau": "county",
    "county_discipline": "county",
    "bureau_window": "county_bureau",
}
DISCIPLINE = {"county_discipline"}


@pytest.mark.engine
async def test_edge_case_17_report_names_the_unit_that_would_receive_it(cohort: Cohort) -> None:
    """Regulation 30(3): neither that unit nor those under it; only superiors and discipline."""
    facts = {"category": "report", "accused_body": "bureau"}
    answer = await evaluated(cohort.xinfang, "propose_sealing", facts)
    assert answer.output["is_sealed"]
    assert answer.output["exclude_accused"]
    accused = {"county_bureau"}
    for unit in ("county_bureau", "bureau_window"):
        with pytest.raises(ReportToAccused):
            check_recipient(unit, accused, PARENTS, DISCIPLINE)
    assert recipients(accused, PARENTS, DISCIPLINE) == ["city", "county", "county_discipline"]
    case = cohort["report_on_an_official"]
    refused = case.notes["ReportToAccused at hand_over_report"]
    assert refused[:2] == (409, "ReportToAccused")
    (decided,) = cohort.xinfang.query(
        "SELECT data, decided_by FROM task_decision WHERE petition_id = :id "
        "AND element_id = 'hand_over_report'",
        id=case.petition_id,
    )
    assert json.loads(decided.data)["recipient"] == DISCIPLINE_BODY
    told = cohort.xinfang.query(
        "SELECT v.name FROM journal.variable v JOIN journal.instance i ON i.key = v.instance_key "
        "WHERE i.business_key = :id",
        id=case.petition_id,
    )
    assert not {"recipient", "accused_units", "organ"} & {row.name for row in told}
    assert (decided.decided_by, case.matters[0].end) == ("sealed", "handed_over")


@pytest.mark.engine
async def test_edge_case_24_complaint_with_a_report_on_an_official(cohort: Cohort) -> None:
    """Regulation 22(2), 30(3): sealed as a whole until it is split; then only the report is, and
    nothing in the open part names it."""
    mixed = {"category": "claim", "tags": ["names_official"]}
    whole = await evaluated(cohort.xinfang, "propose_sealing", mixed)
    assert (whole.output["is_sealed"], whole.output["pool"]) == (True, "sealed_desk")
    claims = [ClaimFacts(1, Route.petition, False), ClaimFacts(2, Route.none, True)]
    open_part, sealed_part = parts_of(claims)
    assert (open_part.is_sealed, open_part.ordinals) == (False, (1,))
    assert (sealed_part.is_sealed, sealed_part.ordinals) == (True, (2,))
    case = cohort["complaint_with_a_report"]
    opened = opened_by_split(case)
    assert (case.row.is_sealed, case.row.end) == (True, "finished")
    with cohort.xinfang.person("classifier") as classifier:
        assert classifier.get(f"/api/petitions/{case.number}").status_code == 404
        shown = classifier.get(f"/api/petitions/{opened}")
    assert shown.status_code == 200
    assert case.number not in shown.text


@pytest.mark.engine
def test_edge_case_28_violence_or_threat(cohort: Cohort) -> None:
    """Regulation 25(1), 26, 47(1): recorded, answered, reported as urgent; the matter goes on and
    its sixty days are not stopped."""
    steps = order_steps(Conduct.insult_violence_or_threat, is_serious=True, may_affect_public=False)
    assert set(steps) == set(OrderStep)
    running = started(d.THU_18_DEC_2025)
    with pytest.raises(PauseNotAllowed):
        add(HANDLING, running, paused(d.FRI_30_JAN_2026, days=10))
    assert due_of(HANDLING, running).due == d.TUE_24_FEB_2026
    case = cohort["urgent_in_time"]
    assert {"send_urgent_report", "issue_opinion"} <= {*case.documents()}
    (entries,) = case.clock("D05").values()
    assert (entries[0], entries[-1]) == ("started", "met")
    assert "paused" not in entries
    assert (case.matters[0].end, case.row.end) == ("answered", "finished")
