"""A hundred reports with words of their own: nobody but the sealed desk reads one of them (30(3)).

Every account of the city opens every page and every operation of the API, with the numbers and
keys of the reports in hand, and searches for their words.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from api.pages import ROUTERS as PAGES
from api.routes import ROUTERS
from tests.api.conftest import settings_in
from tests.api.office import Office, open_office
from tests.api.sealed_cases import SealedCase, sealed_case

HOW_MANY = 100
OPENED = 2  # cases that each account tries to open by number and key
EVERYBODY = (
    *("clerk", "classifier", "leader", "supervisor", "follow_up", "conference", "manager"),
    *("operator", "designer", "auditor", "admin", "classifier_qx"),
    *("acceptance_zj", "handler_zj", "legal_zj", "unit_leader_zj", "handler_jy"),
)
# What belongs to a signed-in account or to the petitioner who has the code, or moves time.
# The stream of arrivals has no end; tests/api/test_inbox_events.py listens to it.
LEFT_OUT = (
    *("/inbox/events", "/sign-out", "/sign-in", "/api/session"),
    *("/api/demo/clock", "/demo/clock", "/language"),
)
PUBLIC = ("/api/public/", "/query", "/public")


@pytest.fixture(scope="module")
def office(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all: whoever may do nothing changes nothing."""
    settings = settings_in(tmp_path_factory.mktemp("canary") / "data")
    shutil.copytree(office_template, settings.data_dir)
    with open_office(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def cases(office: Office) -> list[SealedCase]:
    return [sealed_case(office, serial) for serial in range(HOW_MANY)]


def routes() -> Iterator[tuple[str, str]]:
    """Method and path of every page and operation."""
    for router in (*ROUTERS, *PAGES):
        for route in router.routes:
            assert isinstance(route, APIRoute)
            if route.path in LEFT_OUT or route.path.startswith(PUBLIC):
                continue
            for method in route.methods or ():
                yield method, route.path


def filled(path: str, case: SealedCase) -> Iterator[str]:
    """The path with what leads to this case in the place of its parameters."""
    if "{" not in path:
        return
    given = {
        "number": [case.petition.number, case.petition.id],
        "document_id": [case.document_id],
        "key": [str(key) for key in (*case.task_keys, *case.instance_keys)],
        "process_id": ["petition"],
        "definition_key": ["2251799813685250"],
        "ordinal": ["1"],
        "code": ["D01"],
        "name": ["case_flag"],
        "on": ["2026-11-23"],
        "element": ["hand_over_report"],
        "note_id": [case.note_id],
        "attachment_id": [case.attachment_id],
        "instance_key": [str(key) for key in case.instance_keys],
        "who": ["petitioner"],
    }
    first = re.findall(r"{(\w+)[^}]*}", path)[0]
    for value in given.get(first, ["1"]):
        found = path.replace(f"{{{first}}}", value)
        yield re.sub(r"{(\w+)[^}]*}", lambda one: given.get(one[1], ["1"])[0], found)


def leaked(answer: httpx.Response, cases: list[SealedCase], asked: str) -> set[str]:
    """Words of reports in the answer, but for what was asked with."""
    headers = "".join(f"{name}{value}" for name, value in answer.headers.items())
    text = f"{answer.text}{headers}".replace(asked, "") if asked else f"{answer.text}{headers}"
    return {word for case in cases for word in case.words if word in text}


async def crawl(
    client: httpx.AsyncClient, cases: list[SealedCase], *, is_refused: bool = True
) -> dict[str, set[str]]:
    """What leaks, by address; `is_refused`: nothing can be done to a report."""
    found: dict[str, set[str]] = {}

    async def ask(method: str, address: str, asked: str = "", **more: Any) -> httpx.Response:
        answer = await client.request(method, address, **more)
        # What could not be found is told in the address's own words at most.
        asked = asked or next((w for c in cases[:OPENED] for w in c.words if w in address), "")
        if words := leaked(answer, cases, asked if answer.status_code >= 400 or asked else ""):
            found[f"{method} {address}"] = words
        return answer

    for method, path in routes():
        if "{" not in path:
            if method == "GET":
                for scope in ("", "?limit=100", "?scope=all", "?scope=unit&limit=100"):
                    await ask(method, path + scope)
            continue
        for case in cases[:OPENED]:
            for address in filled(path, case):
                if method == "GET":
                    await ask(method, address)
                    await ask(method, address, headers={"Accept": "text/html"})
                elif "document_id" in path or "number" in path or "tasks" in path:
                    answer = await ask(method, address, json={})
                    assert answer.status_code >= 400 or not is_refused, address
    for case in cases[:OPENED]:
        for word in (case.petition.subject, case.petition.number):
            for path in ("/api/petitions", "/petitions", "/api/tasks", "/"):
                await ask("GET", path, asked=word, params={"q": word, "scope": "groups"})
        await ask("GET", "/api/instances", params={"petition": case.petition.id, "limit": 100})
    return found


@pytest.mark.parametrize("user", EVERYBODY)
async def test_no_page_and_no_operation_tells_of_a_report(
    office: Office, cases: list[SealedCase], user: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with office.client(user) as client:
        assert await crawl(client, cases) == {}
        metrics = await client.get("/metrics")
    written = capsys.readouterr()
    logs = f"{metrics.text}{written.out}{written.err}"
    assert {word for case in cases for word in case.words if word in logs} == set()


async def test_a_search_before_filing_finds_no_report(
    office: Office, cases: list[SealedCase]
) -> None:
    subject, text, name, address, _, phone, _ = cases[0].words[4:]
    asked = {
        "form": "visit",
        "subject": subject,
        "text": text,
        "petitioner_name": name,
        "address": address,
        "phone": phone,
    }
    async with office.client("clerk") as clerk:
        answer = await clerk.post("/api/petitions/duplicates", json=asked)
    assert answer.status_code == 200
    assert leaked(answer, cases, "") == set()


async def test_the_sealed_desk_reads_all_of_them(office: Office, cases: list[SealedCase]) -> None:
    async with office.client("sealed") as desk:
        found = (await desk.get("/api/sealed?limit=200")).json()["cases"]
        assert {row["number"] for row in found} == {case.petition.number for case in cases}
        shown = await desk.get(f"/petitions/{cases[0].petition.number}")
        letter = await desk.get(f"/api/documents/{cases[0].document_id}")
    assert cases[0].petition.subject in shown.text
    assert letter.status_code == 200


async def test_the_trap_works(office: Office, cases: list[SealedCase]) -> None:
    async with office.client("sealed") as desk:
        found = await crawl(desk, cases, is_refused=False)
    told = {word for words in found.values() for word in words}
    kinds = {word for case in cases[:OPENED] for word in case.words}
    assert len(kinds & told) > len(kinds) / 2
