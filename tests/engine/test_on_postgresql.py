"""The same procedure with PostgreSQL instead of SQLite files."""

import asyncio
from hashlib import sha256
from pathlib import Path

import pytest

from records.demo import UNITS
from settings import DEMO_PASSWORD
from simulation.run import run
from tests.engine.casework import file_petition, handle, ledger, until_closed
from tests.postgres import fresh_database
from tests.running import running

pytestmark = [pytest.mark.engine, pytest.mark.postgres, pytest.mark.timeout(900)]


def test_petitions_run_on_postgresql_and_survive_a_killed_receiver(
    tmp_path: Path, postgres_url: str
) -> None:
    url = fresh_database(postgres_url)
    with running(tmp_path, XINFANG_DATABASE_URL=url) as xinfang:
        number = file_petition(xinfang)
        handle(xinfang, number)
        case = until_closed(xinfang, number)
        assert ledger(xinfang, number) == ["started", "met"]
        assert len(case["documents"]) == 7
        assert not (tmp_path / "records.db").exists()

        xinfang.kill("journal")
        petitions = [
            {
                "form": "letter",
                "subject": f"第{i}件",
                "text": sha256(f"{i}".encode()).hexdigest(),  # like no other
                "petitioner_name": "某人",
            }
            for i in range(20)
        ]
        result = asyncio.run(run(xinfang.url, DEMO_PASSWORD, petitions, list(UNITS)))
        assert result.is_fine, result
