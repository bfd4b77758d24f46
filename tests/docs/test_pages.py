"""What is written is true: links lead somewhere, and every decision is listed."""

import re
from pathlib import Path

import pytest

from records.demo import BUREAU_ACCOUNTS, UNIT_ACCOUNTS, UNITS
from settings import DEMO_PASSWORD, ROOT
from tests.docs.pages import DECISIONS, PAGES, broken_links, name_of

README_LINES = 100  # about a screen in a browser, tables and all


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert broken_links(page) == []


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        ("[a](missing.md)", True),
        ("![a](images/missing.png)", True),
        ("[a](README.md#no-such-heading)", True),
        ("[a](../../outside.md)", True),
        ("[a](README.md#one-word-per-step)", False),
        ("[a](https://example.org)", False),
    ],
)
def test_a_broken_link_is_found(
    link: str, broken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.docs.pages.ROOT", tmp_path)
    (tmp_path / "README.md").write_text("# A\n\n## One word per step\n")
    page = tmp_path / "page.md"
    page.write_text(link)
    assert bool(broken_links(page)) is broken


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("0*.md")), ids=lambda path: path.name)
def test_a_decision_is_listed_under_its_title(record: Path) -> None:
    first = record.read_text(encoding="utf-8").splitlines()[0]
    number, title = re.fullmatch(r"# (\d+)\. (.+)", first).groups()  # type: ignore[union-attr]
    assert record.name.startswith(f"{int(number):04d}-")
    listed = (DECISIONS / "README.md").read_text(encoding="utf-8")
    assert f"| {int(number):04d} | [{title}]({record.name}) |" in listed


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_both_readmes_show_pictures_commands_and_the_engine_s_licence(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= README_LINES
    for wanted in (
        "docs/images/petition.png",
        "docs/images/watch_deadline.png",
        "./start --demo",
        "./test",
        "./xinfang check",
        "./xinfang import",
        "./xinfang simulate",
        "8.6.0",
        "8.5.8",
        "Zeebe Community License 1.1",
    ):
        assert wanted in text


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_the_readme_names_in_code_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    folders = "bpmn|docs|forms|records|templates|tests|workers"
    named = set(re.findall(rf"`((?:{folders})/[\w./-]+)`", text))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_what_the_architecture_page_names_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = "api|bpmn|engine|forms|journal|law|records|templates|tests|workers"
    named = set(re.findall(rf"`((?:{folders})/[\w./-]+)`", text))
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_the_demo_accounts_and_their_password(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert f"`{DEMO_PASSWORD}`" in text
    assert [account for account in BUREAU_ACCOUNTS if f"`{account}`" not in text] == []
    first, *others = UNITS
    assert [prefix for prefix in UNIT_ACCOUNTS if f"`{prefix}_{first}`" not in text] == []
    assert [unit for unit in others if f"`_{unit}`" not in text] == []
