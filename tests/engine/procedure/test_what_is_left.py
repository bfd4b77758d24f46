"""What the cohort leaves behind: documents, numbers, clocks, supervisions, nothing personal."""

import zlib
from collections import Counter

import pytest

from tests.coverage_of_elements import Visited, missed
from tests.engine.procedure.driver import Cohort

pytestmark = pytest.mark.engine

DOCUMENTS = {
    "supported_and_rated": [
        "issue_receipt",
        "dispatch_petition",
        "notify_dispatch",
        "send_acceptance",
        "issue_opinion",
        "record_service",
        "record_follow_up",
    ],
    "anonymous": [
        "issue_receipt",
        "dispatch_petition",
        "issue_opinion",
        "record_service",
        "record_follow_up",
    ],
    "withdrawn_at_intake": ["issue_receipt", "record_withdrawal"],
    "withdrawn_during_handling": [
        "issue_receipt",
        "dispatch_petition",
        "notify_dispatch",
        "send_acceptance",
        "record_matter_withdrawal",
    ],
    "litigation_letter": ["issue_receipt", "send_justice_letter", "send_justice_letter__letter"],
    "litigation_visitor": ["issue_receipt", "send_litigation_guidance"],
    "repeated_in_progress": ["issue_receipt", "notify_progress"],
    "repeated_within_the_window": ["issue_receipt", "notify_review_guidance"],
    "repeated_after_the_window": ["issue_receipt", "notify_refusal"],
    "repeated_after_the_end": ["issue_receipt", "notify_no_longer_accepted"],
    "filed_at_the_wrong_unit": ["issue_receipt", "refuse_matter"],
    "report_on_an_official": ["issue_receipt", "record_report_transfer"],
}
CLOCKS = {
    ("supported_and_rated", "D01"): ["met"],
    ("supported_and_rated", "D03"): ["met"],
    ("supported_and_rated", "D04"): ["withdrawn"],
    ("supported_and_rated", "D05"): ["met"],
    ("supported_and_rated", "D07"): ["lapsed"],
    ("supported_and_rated", "D21"): ["met"],
    ("rejected_after_returns", "D21"): ["lapsed"],
    ("filed_at_the_unit", "D02"): ["met"],
    ("answered_simply", "D12"): ["met"],
    ("answered_simply", "D13"): ["met"],
    ("switched_to_ordinary", "D13"): ["withdrawn"],
    ("switched_to_ordinary", "D05"): ["met"],
    ("assigned_and_returned", "D11"): ["met"],
    ("objection_agreed", "D01"): ["met", "met"],
    ("passed_down_the_levels", "D01a"): ["met"],
    ("passed_down_simply", "D14"): ["met"],
    ("duty_performed", "D18"): ["met"],
    ("route_chosen", "D24"): ["met"],
    ("route_not_chosen", "D24"): ["lapsed"],
    ("route_corrected", "D05"): ["withdrawn"],
    ("route_corrected", "D18"): ["met"],
    ("withdrawn_during_handling", "D05"): ["withdrawn"],
    ("overdue", "D05"): ["met"],
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_case_issues_its_documents_in_order(cohort: Cohort, name: str) -> None:
    issued = cohort[name].documents()
    assert sorted(issued) == sorted(DOCUMENTS[name])
    assert issued[0] == DOCUMENTS[name][0]


@pytest.mark.parametrize(("name", "code"), CLOCKS)
def test_a_clock_ends_as_its_step_did(cohort: Cohort, name: str, code: str) -> None:
    kinds = [entries[-1] for entries in cohort[name].clock(code).values()]
    assert sorted(kinds) == CLOCKS[name, code]


def test_a_breach_opens_one_supervision_and_the_case_is_answered_late(cohort: Cohort) -> None:
    case = cohort["overdue"]
    (entries,) = case.clock("D05").values()
    assert entries.count("breached") == 1
    rows = case.xinfang.query(
        "SELECT trigger FROM supervision WHERE petition_id = :id", id=case.petition_id
    )
    assert [row.trigger for row in rows] == ["late_answer"]
    assert case.row.end == "finished"


def test_no_clock_runs_in_a_closed_case_and_no_instance_is_left(cohort: Cohort) -> None:
    left = {
        "clocks": "SELECT c.code, p.number FROM clock c JOIN petition p ON p.id = c.petition_id "
        "WHERE c.is_running AND p.closed_at IS NOT NULL",
        "petitions": "SELECT number, subject FROM petition WHERE closed_at IS NULL",
        "instances": "SELECT process_id, key FROM journal.instance WHERE state = 'active'",
        "incidents": "SELECT element_id, error_type FROM journal.incident",
    }
    assert {what: [tuple(row) for row in cohort.xinfang.query(q)] for what, q in left.items()} == {
        what: [] for what in left
    }


def test_numbers_are_gapless_per_unit_and_kind(cohort: Cohort) -> None:
    (given,) = cohort.xinfang.query("SELECT sum(last) AS n FROM number_series")
    (used,) = cohort.xinfang.query(
        "SELECT (SELECT count(*) FROM petition) + (SELECT count(*) FROM document) AS n, "
        "(SELECT count(DISTINCT number) FROM document) AS numbers, "
        "(SELECT count(*) FROM document) AS documents"
    )
    assert given.n == used.n
    assert used.numbers == used.documents


def test_nothing_personal_is_in_the_journal_or_the_logs(cohort: Cohort) -> None:
    rows = cohort.xinfang.query("SELECT body FROM journal.batch")
    stream = b"".join(zlib.decompress(row.body) for row in rows)
    logs = b"".join(
        path.read_bytes() for path in (cohort.xinfang.data_dir / "logs").iterdir() if path.is_file()
    )
    for word in (
        "信访人overdue",
        "示范路一号",
        "反映事项 overdue",
        "示范路二号",
        "13900000097",
        "同行人甲",
        "来访人甲",
        "代理人甲",
        "承继人甲",
        "请耐心等待",
        "未逐项答复",
    ):
        for written in (word.encode(), word.encode("unicode_escape")):
            assert written not in stream, word
            assert written not in logs, word


def test_every_flow_node_and_nearly_every_flow_of_the_procedure_is_visited(
    cohort: Cohort, supervised: Cohort
) -> None:
    visited = Visited()
    visited.collect(cohort.xinfang)
    visited.collect(supervised.xinfang)
    nodes, flows, total = missed(visited)
    assert nodes == []
    assert len(flows) <= 0.02 * total, flows


def test_every_end_of_the_procedure_is_reached(cohort: Cohort) -> None:
    ends = Counter(end for case in cohort.cases.values() for end in case.ended_at())
    assert set(ends) == {
        "petition_finished",
        "petition_guided",
        "petition_repeated",
        "petition_refused",
        "petition_no_longer_accepted",
        "petition_ended_by_withdrawal",
    }
