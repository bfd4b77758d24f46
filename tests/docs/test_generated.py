"""Generated pages and pictures are those of this version. Each message says what to run."""

import json
import re
from pathlib import Path

import pytest

from commands.__main__ import COMMANDS
from commands.docs import NOTICE
from commands.docs_access import access_page, access_path
from commands.docs_commands import commands_page
from commands.docs_decisions import decisions_page, decisions_path
from commands.docs_notices import BEGIN, python_names, with_components
from commands.docs_pictures import IMAGES, INDEX, drawn_from
from commands.docs_settings import settings_page, variable_names
from settings import ROOT
from tests.docs.pages import DOCS

DIAGRAMS = sorted((ROOT / "bpmn").glob("*.bpmn"))


def test_the_page_of_settings_is_current() -> None:
    written = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert written == settings_page(), "run ./xinfang docs settings"


def test_the_page_of_settings_tells_no_path_of_this_machine() -> None:
    assert str(Path.home()) + "/" not in settings_page()
    assert str(ROOT) not in settings_page()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_page_of_commands(name: str) -> None:
    written = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert f"\n## {name}\n" in written, "run ./xinfang docs commands"


def test_the_page_of_commands_is_current() -> None:
    written = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert written == commands_page(), "run ./xinfang docs commands"


def test_the_page_of_who_may_use_what_is_current() -> None:
    written = access_path().read_text(encoding="utf-8")
    assert written == access_page(), "run ./xinfang docs access"


def test_the_page_of_decision_tables_is_current() -> None:
    written = decisions_path().read_text(encoding="utf-8")
    assert written == decisions_page(), "run ./xinfang docs decisions"


def test_every_decision_table_is_on_its_page() -> None:
    written = decisions_path().read_text(encoding="utf-8")
    tables = [path.stem for path in (ROOT / "bpmn").glob("*.dmn")]
    assert [name for name in tables if f"\n## {name}\n" not in written] == []


@pytest.mark.parametrize("diagram", DIAGRAMS, ids=lambda path: path.stem)
def test_the_picture_of_a_diagram_is_of_this_diagram(diagram: Path) -> None:
    picture = IMAGES / f"{diagram.stem}.png"
    assert picture.is_file(), "run ./xinfang docs pictures"
    assert picture.read_bytes().startswith(b"\x89PNG")
    index = json.loads(INDEX.read_text(encoding="utf-8"))
    assert index.get(picture.name) == drawn_from(diagram), "run ./xinfang docs pictures"


def test_no_picture_is_left_of_a_diagram_that_is_gone() -> None:
    index = json.loads(INDEX.read_text(encoding="utf-8"))
    assert set(index) == {f"{diagram.stem}.png" for diagram in DIAGRAMS}


@pytest.mark.parametrize("page", ["operations.md", "testing.md"])
def test_settings_named_in_a_page_exist(page: str) -> None:
    named = set(re.findall(r"XINFANG_[A-Z_]+", (DOCS / page).read_text(encoding="utf-8")))
    assert named
    assert named <= variable_names()


def test_every_locked_package_is_in_the_notice_with_a_licence() -> None:
    listed = NOTICE.read_text(encoding="utf-8").partition(BEGIN)[2]
    assert [n for n in python_names() if f"\n  {n} " not in listed] == [], "./xinfang docs notices"
    assert "see the package" not in listed


def test_every_locked_script_is_in_the_notice_with_its_version() -> None:
    notice = NOTICE.read_text(encoding="utf-8")
    javascript = notice.partition("\nJavaScript\n")[2]
    assert javascript == with_components(notice).partition("\nJavaScript\n")[2], (
        "run ./xinfang docs notices"
    )


def test_the_notice_keeps_the_conditions_of_engine_and_viewer() -> None:
    by_hand = NOTICE.read_text(encoding="utf-8").partition(BEGIN)[0]
    for wanted in ("8.6.0", "8.5.8", "never\n  bundled", "watermark", "fully visible"):
        assert wanted in by_hand
