"""A real browser on a real server; the journal is written as the engine would."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from modeling.bundle import build_bundle
from modeling.errors import BrowserMissing, BundleFailed, NodeMissing
from modeling.picture import find_browser
from settings import Settings
from tests.api.office import Office, make_office, open_office


@dataclass
class Site:
    """The office, served."""

    office: Office
    url: str


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; tests that need it are skipped where there is none."""
    try:
        path = find_browser()
        build_bundle()
    except (BrowserMissing, NodeMissing, BundleFailed) as missing:
        pytest.skip(str(missing))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site(tmp_path: Path, chromium: Browser) -> Iterator[Site]:
    """An office with the first procedure, served on a port of its own."""
    settings = Settings(data_dir=tmp_path, demo=True)
    make_office(settings)
    with open_office(settings) as office:
        office.deployed()
        config = uvicorn.Config(office.app, port=0, log_level="warning", ws="none")
        server = uvicorn.Server(config)
        serving = threading.Thread(target=server.run)
        serving.start()
        while not server.started:
            assert serving.is_alive()
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Site(office, f"http://127.0.0.1:{port}")
        server.should_exit = True
        serving.join(10)


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """An empty page."""
    with watched_page(chromium, site.url) as opened:
        yield opened


@contextmanager
def watched_page(chromium: Browser, url: str) -> Iterator[Page]:
    """An empty page; scripts that fail and what the content policy blocks fail the test."""
    context = chromium.new_context(base_url=url, locale="zh-CN")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda line: complaints.append(line.text) if "Content Security" in line.text else None,
    )
    yield opened
    context.close()
    assert complaints == []
