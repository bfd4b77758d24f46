"""Our clock: of the machine, or moved by the offset in a file."""

from datetime import timedelta
from pathlib import Path

import pytest
import typer

from commands.clock import parse_span
from engine.clock import ZONE, OffsetClock, SystemClock, machine_now, read_offset, write_offset
from engine.clock_control import ClockOnlyForward, move_clock

TWENTY_DAYS = timedelta(days=20)
A_MOMENT = timedelta(seconds=5)


def test_time_carries_the_zone_of_the_law() -> None:
    assert SystemClock().now().tzinfo is ZONE
    assert SystemClock().now().utcoffset() == timedelta(hours=8)


def test_without_a_file_time_is_not_moved(tmp_path: Path) -> None:
    clock = OffsetClock(tmp_path / "clock.json")
    assert clock.offset() == timedelta()
    assert abs(clock.now() - machine_now()) < A_MOMENT


def test_a_moved_clock_shows_the_moved_time(tmp_path: Path) -> None:
    write_offset(tmp_path / "clock.json", TWENTY_DAYS)
    clock = OffsetClock(tmp_path / "clock.json")
    assert abs(clock.now() - machine_now() - TWENTY_DAYS) < A_MOMENT


def test_a_running_clock_notices_every_move(tmp_path: Path) -> None:
    path = tmp_path / "clock.json"
    clock = OffsetClock(path)
    for days in (1, 2, 3, 4):  # within one tick of the file system's time
        write_offset(path, timedelta(days=days))
        assert clock.offset() == timedelta(days=days)
    path.unlink()
    assert clock.offset() == timedelta()


def test_the_file_holds_milliseconds(tmp_path: Path) -> None:
    write_offset(tmp_path / "clock.json", timedelta(minutes=1))
    assert (tmp_path / "clock.json").read_text() == '{"offset_ms": 60000}'
    assert read_offset(tmp_path / "clock.json") == timedelta(minutes=1)


@pytest.mark.parametrize("delta", [timedelta(), timedelta(days=-1)])
def test_time_does_not_go_back(tmp_path: Path, delta: timedelta) -> None:
    with pytest.raises(ClockOnlyForward, match="forward only"):
        move_clock(tmp_path / "clock.json", "http://127.0.0.1:1", delta)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("20d", TWENTY_DAYS),
        ("3h", timedelta(hours=3)),
        ("90m", timedelta(minutes=90)),
        ("30s", timedelta(seconds=30)),
    ],
)
def test_spans_are_written_as_a_number_and_a_letter(text: str, span: timedelta) -> None:
    assert parse_span(text) == span


@pytest.mark.parametrize("text", ["", "20", "d", "-3d", "1.5h", "3 d", "2w", "9999999999d"])
def test_anything_else_is_wrong_use(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        parse_span(text)
