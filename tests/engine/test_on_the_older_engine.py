"""The same procedure on Zeebe 8.5.8, where bindings to a deployment have no effect."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.engine.casework import (
    file_petition,
    handle,
    in_handling,
    ledger,
    task_of,
    until_closed,
)
from tests.engine.moved_time import clock_of, due_of, today_of
from tests.running import running, until

pytestmark = pytest.mark.engine


def test_a_petition_runs_to_its_end_and_an_overdue_one_is_breached_once(tmp_path: Path) -> None:
    with running(tmp_path, XINFANG_ENGINE_VERSION="8.5.8") as xinfang:
        number = file_petition(xinfang)
        handle(xinfang, number)
        until_closed(xinfang, number)
        assert ledger(xinfang, number) == ["started", "met"]

        late = in_handling(xinfang)
        key = task_of(xinfang, late, "assign_handler")
        days = (due_of(xinfang, clock_of(xinfang, late)) - today_of(xinfang)).days
        xinfang.move_clock(days=days + 2)
        until(lambda: "breached" in ledger(xinfang, late))
        xinfang.move_clock(seconds=timedelta(days=1).total_seconds())
        assert task_of(xinfang, late, "assign_handler") == key
        handle(xinfang, late)
        assert ledger(xinfang, late).count("breached") == 1


def test_that_bindings_have_no_effect_there_is_said_at_start(tmp_path: Path) -> None:
    with running(tmp_path, XINFANG_ENGINE_VERSION="8.5.8"):
        said = (tmp_path / "start.err").read_text()
        logged = (tmp_path / "logs" / "setup.log").read_text()
    assert "bindings to a deployment have no effect" in " ".join(said.split())
    assert "bindings_have_no_effect" in logged
