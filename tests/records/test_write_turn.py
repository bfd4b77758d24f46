"""Turns of those who write one SQLite file."""

import time
from pathlib import Path
from threading import Event, Thread

import pytest

from records.write_turn import WriteTurn

LONG, SHORT = 30.0, 0.05


class Slip(Exception):
    """Raised on purpose."""


def test_one_process_waits_until_the_other_has_written(tmp_path: Path) -> None:
    mine, other = (WriteTurn(tmp_path / "records.lock", LONG) for _ in range(2))
    order: list[str] = []
    asked = Event()

    def write() -> None:
        asked.set()
        with other.taken():
            order.append("other")

    thread = Thread(target=write)
    with mine.taken():
        thread.start()
        asked.wait()
        time.sleep(SHORT)
        order.append("mine")
    thread.join()
    assert order == ["mine", "other"]


def test_two_threads_of_a_process_take_turns(tmp_path: Path) -> None:
    turn = WriteTurn(tmp_path / "records.lock", LONG)
    inside: list[int] = []
    most: list[int] = []

    def write() -> None:
        with turn.taken():
            inside.append(1)
            most.append(len(inside))
            time.sleep(SHORT / 10)
            inside.pop()

    threads = [Thread(target=write) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 5


def test_who_waited_long_enough_goes_on(tmp_path: Path) -> None:
    """The file's own lock still decides; a process that hangs stops nobody here."""
    hanging = WriteTurn(tmp_path / "records.lock", LONG)
    waiting = WriteTurn(tmp_path / "records.lock", SHORT)
    with hanging.taken(), waiting.taken():
        pass
    went_on = Event()

    def ask() -> None:
        with waiting.taken():
            went_on.set()

    with waiting.taken():
        thread = Thread(target=ask)
        thread.start()
        assert went_on.wait(LONG)
    thread.join()


def test_a_turn_comes_back_from_a_write_that_failed(tmp_path: Path) -> None:
    turn = WriteTurn(tmp_path / "records.lock", LONG)
    with pytest.raises(Slip), turn.taken():
        raise Slip
    with WriteTurn(tmp_path / "records.lock", LONG).taken():
        pass
