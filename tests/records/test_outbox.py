"""The outbox: in order per key, handed out under a lease, settled once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from records.database import Database
from records.models import OutboxCommand
from records.outbox import LEASE, OutboxSource, enqueue
from tests.records.cases import NOON, at_once, commands_in

SECOND = timedelta(seconds=1)


@dataclass
class Watch:
    """Machine time that tests move."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def source(database: Database, watch: Watch) -> OutboxSource:
    return OutboxSource(database, watch.now)


def write(database: Database, *keys: str) -> list[int]:
    """One command per key, in this order; their ids."""
    with database.transaction() as session:
        for place, key in enumerate(keys):
            enqueue(session, "publish_message", {"n": place}, ordering_key=key, now=NOON)
    return [command.id or 0 for command in commands_in(database)][-len(keys) :]


def ids(source: OutboxSource, limit: int = 100) -> list[int]:
    return [command.id for command in source.lease(limit)]


def the_only(database: Database) -> OutboxCommand:
    (command,) = commands_in(database)
    return command


def test_an_empty_outbox_hands_out_nothing(source: OutboxSource) -> None:
    assert source.lease(10) == []


def test_a_command_that_was_rolled_back_never_leaves(
    database: Database, source: OutboxSource
) -> None:
    with database.reading() as session:
        enqueue(session, "publish_message", {}, ordering_key="a", now=NOON)
        session.flush()
    assert source.lease(10) == []


def test_a_command_comes_out_as_it_was_written(database: Database, source: OutboxSource) -> None:
    with database.transaction() as session:
        enqueue(session, "start_instance", {"a": [1, "二"]}, ordering_key="k", now=NOON)
    (command,) = source.lease(10)
    assert (command.kind, command.payload, command.attempts) == (
        "start_instance",
        {"a": [1, "二"]},
        1,
    )


def test_one_key_leaves_in_order_one_command_at_a_time(
    database: Database, source: OutboxSource
) -> None:
    a1, b1, a2, a3 = write(database, "a", "b", "a", "a")
    assert ids(source) == [a1, b1]
    assert ids(source) == []
    source.done(a1)
    assert ids(source) == [a2]
    source.gone(a2, "gone before")
    assert ids(source) == [a3]


def test_the_oldest_come_first_and_no_more_than_asked_for(
    database: Database, source: OutboxSource
) -> None:
    written = write(database, *"abcde")
    assert [ids(source, 2), ids(source, 2), ids(source, 2)] == [
        written[:2],
        written[2:4],
        written[4:],
    ]


def test_a_command_is_handed_out_again_only_when_its_lease_has_ended(
    database: Database, source: OutboxSource, watch: Watch
) -> None:
    (only,) = write(database, "a")
    assert ids(source) == [only]
    watch.moment += LEASE
    assert ids(source) == []
    watch.moment += SECOND
    (again,) = source.lease(10)
    assert (again.id, again.attempts) == (only, 2)


@pytest.mark.parametrize("end", ["done", "gone", "refused"])
def test_a_settled_command_is_never_handed_out_again(
    database: Database, source: OutboxSource, watch: Watch, end: str
) -> None:
    (only,) = write(database, "a")
    assert ids(source) == [only]
    settle = {
        "done": lambda: source.done(only),
        "gone": lambda: source.gone(only, "a note"),
        "refused": lambda: source.refuse(only, "a reason"),
    }
    settle[end]()
    watch.moment += 100 * LEASE
    assert source.lease(10) == []
    assert (the_only(database).result, the_only(database).settled_at is None) == (end, False)


def test_a_retry_waits_for_its_delay_and_keeps_its_place(
    database: Database, source: OutboxSource, watch: Watch
) -> None:
    first, second = write(database, "a", "a")
    assert ids(source) == [first]
    source.retry(first, "the engine is busy", 5)
    watch.moment += 4 * SECOND
    assert ids(source) == []
    watch.moment += SECOND
    assert ids(source) == [first]
    assert commands_in(database)[0].error == "the engine is busy"
    source.done(first)
    assert ids(source) == [second]


def test_a_refused_command_is_kept_with_its_reason_and_lets_the_next_go(
    database: Database, source: OutboxSource
) -> None:
    first, second = write(database, "a", "a")
    source.lease(1)
    source.refuse(first, "no such process" + "!" * 600)
    refused = commands_in(database)[0]
    assert (refused.result, refused.error) == ("refused", ("no such process" + "!" * 600)[:500])
    assert ids(source) == [second]


def test_the_first_answer_stands_when_a_late_sender_says_otherwise(
    database: Database, source: OutboxSource, watch: Watch
) -> None:
    (only,) = write(database, "a")
    source.lease(1)
    source.done(only)
    settled_at = the_only(database).settled_at
    watch.moment += SECOND
    source.refuse(only, "not found")
    source.gone(only, "not found")
    source.retry(only, "timed out", 1)
    command = the_only(database)
    assert (command.result, command.error, command.settled_at) == ("done", None, settled_at)


def test_a_time_machine_does_not_hold_commands_back(
    database: Database, source: OutboxSource
) -> None:
    with database.transaction() as session:
        moved = NOON + timedelta(days=60)
        enqueue(session, "publish_message", {}, ordering_key="a", now=moved)
    assert len(source.lease(10)) == 1


def test_two_sources_never_lease_the_same_command(database: Database, watch: Watch) -> None:
    written = write(database, *(f"key {n % 20}" for n in range(60)))

    def drain(_: int) -> list[int]:
        own, taken = OutboxSource(database, watch.now), list[int]()
        for _ in range(30):
            batch = own.lease(3)
            for command in batch:
                own.done(command.id)
            taken += [command.id for command in batch]
        return taken

    taken = [one for sender in at_once(4, drain) for one in sender]
    assert sorted(taken) == written
    assert {command.attempts for command in commands_in(database)} == {1}
