"""The everyday procedure from filing to closing, on the real engine."""

import pytest

from tests.engine.casework import (
    CLAIM,
    case_of,
    complete,
    file_petition,
    finish_duty,
    handle,
    ledger,
    task_of,
)
from tests.running import Running, until

pytestmark = pytest.mark.engine


def test_a_petition_is_registered_classified_dispatched_accepted_handled_and_answered(
    xinfang: Running,
) -> None:
    number = file_petition(xinfang)
    case = handle(xinfang, number)
    (matter,) = case["matters"]
    assert (case["category"], case["unit"]["id"], matter["outcome"]) == (
        "claim",
        "990100-zj",
        "support",
    )
    # Receipt, letter to the unit, notice of it, acceptance, opinion, record of its service.
    assert len({document["number"] for document in case["documents"]}) == 6
    assert ledger(xinfang, number) == ["started", "met"]


def test_a_duty_performed_rated_and_followed_up_closes_the_petition(xinfang: Running) -> None:
    number = file_petition(xinfang)
    case = finish_duty(xinfang, number)
    assert case["matters"][0]["end"] == "answered"
    until(lambda: not case_of(xinfang, number)["steps"])


def test_a_proposal_its_rule_and_the_person_s_override_are_kept_and_shown(
    xinfang: Running,
) -> None:
    number = file_petition(
        xinfang,
        subject="不服住房保障决定",
        text="对已经作出的决定不服",
        petitioner_name="甲某某",
        address="示范路九十七号",
        tags=["disputes_decision"],
        form="letter",
    )
    key = task_of(xinfang, number, "classify_petition")
    with xinfang.person("classifier") as classifier:
        task = classifier.get(f"/api/tasks/{key}").json()
        classifier.post(f"/api/tasks/{key}/claim").raise_for_status()
        data = {"category": CLAIM["category"], "unit": CLAIM["unit"]}
        refused = classifier.post(f"/api/tasks/{key}/completion", json={"data": data})
    assert task["data"]["category"] == "appeal"
    assert (refused.status_code, refused.json()["error"]) == (422, "OverrideNeedsReason")
    reason = "极罕见的理由九七"
    complete(xinfang, "classifier", key, data | {"note": reason})
    case = handle(xinfang, number)

    (decision,) = [one for one in case["decisions"] if one["decision_id"] == "propose_category"]
    assert decision["key"] == task["proposals"][0]["key"]
    assert (decision["element_id"], decision["version"]) == ("propose_category", 1)
    assert {value["id"]: value["value"] for value in decision["inputs"]} == {
        "input_tags": ["disputes_decision"],
        "input_form": "letter",
    }
    assert {value["id"]: value["value"] for value in decision["outputs"]} == {"category": "appeal"}
    (rule,) = decision["rules"]
    assert (rule["id"], rule["basis"]) == ("disputes_decision", ["regulation_2022:31"])
    assert (rule["number"], rule["cited"]) == (3, ["《信访工作条例》第三十一条"])
    decided = decision["decided"]
    assert (decided["is_override"], decided["reason"]) == (True, reason)
    assert decided["by"]["id"] == "classifier"
    assert (case["proposed_category"], case["category"]) == ("appeal", "claim")
    assert reason.encode() not in _decompressed_stream(xinfang)


def test_the_instance_ends_and_leaves_no_timer_and_no_subscription(xinfang: Running) -> None:
    number = file_petition(xinfang)
    finish_duty(xinfang, number)

    def left() -> int:
        rows = xinfang.query(
            "SELECT (SELECT count(*) FROM journal.instance i WHERE i.business_key = p.id "
            "  AND i.state = 'active') "
            "+ (SELECT count(*) FROM journal.timer t JOIN journal.instance i "
            "  ON i.key = t.instance_key WHERE i.business_key = p.id AND t.state = 'created') "
            "+ (SELECT count(*) FROM journal.message_subscription s JOIN journal.instance i "
            "  ON i.key = s.instance_key WHERE i.business_key = p.id AND s.state = 'open') AS n "
            "FROM petition p WHERE p.number = :number",
            number=number,
        )
        return int(rows[0].n)

    until(lambda: left() == 0)


def test_no_personal_data_reaches_the_engine(xinfang: Running) -> None:
    number = file_petition(
        xinfang,
        subject="极罕见的主题九七",
        petitioner_name="欧阳极罕见",
        phone="13900000097",
        address="极罕见路九十七号",
    )
    handle(xinfang, number)
    stream = _decompressed_stream(xinfang)
    for word in ("极罕见", "13900000097"):
        assert word.encode() not in stream
        assert word.encode("unicode_escape") not in stream


def test_a_repeated_start_is_cancelled_and_the_petition_runs_once(xinfang: Running) -> None:
    number = file_petition(xinfang)
    until(lambda: case_of(xinfang, number)["steps"])
    _start_again(xinfang, number)

    def states() -> list[str]:
        rows = xinfang.query(
            "SELECT i.state FROM journal.instance i JOIN petition p ON p.id = i.business_key "
            "WHERE p.number = :number AND i.process_id = 'petition' ORDER BY i.key",
            number=number,
        )
        return [row.state for row in rows]

    until(lambda: states() == ["active", "terminated"])
    case = finish_duty(xinfang, number)
    # Receipt, letter to the unit, notice of it, acceptance, result, record of the call after it.
    assert len(case["documents"]) == 6


def _start_again(xinfang: Running, number: str) -> None:
    """The command as the outbox sends it, a second time."""
    from engine.clock import machine_now
    from records import outbox

    (row,) = xinfang.query(
        "SELECT payload, ordering_key FROM outbox_command o JOIN petition p "
        "ON p.id = o.ordering_key WHERE p.number = :number AND o.kind = 'start_instance'",
        number=number,
    )
    import json

    payload = row.payload if isinstance(row.payload, dict) else json.loads(row.payload)
    with xinfang.database.transaction() as session:
        outbox.enqueue(
            session,
            "start_instance",
            payload,
            ordering_key=f"{row.ordering_key}/again",
            now=machine_now(),
        )


def _decompressed_stream(xinfang: Running) -> bytes:
    import zlib

    rows = xinfang.query("SELECT body FROM journal.batch")
    return b"".join(zlib.decompress(row.body) for row in rows)
