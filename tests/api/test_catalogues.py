"""Nothing is left untranslated: catalogues side by side, templates and scripts without words."""

import importlib
import re
from pathlib import Path

import pytest

from api.i18n import CATALOGUES
from settings import ROOT

PAGES = sorted([*(ROOT / "templates" / "pages").glob("*.html"), ROOT / "templates" / "base.html"])
SCRIPTS = sorted(
    [*(ROOT / "api" / "static").glob("*.js"), *(ROOT / "api" / "static").glob("*.css")]
)
PARTS = sorted(
    path.stem.removesuffix("_zh")
    for path in (ROOT / "api" / "i18n").glob("*_zh.py")
    if not path.stem.endswith("errors_zh")
)
HAN = re.compile(r"[\u3400-\u9fff\uff01-\uff5e\u3001-\u3017]")
# The switch names each language in itself.
OWN_NAMES = {"English", "中文"}
# Names of formats and units, and what stands in HTML for a character.
SAME_EVERYWHERE = {"nbsp", "amp", "PDF", "CSV", "XLSX", "KB", "MB"}
# Terms of the trade that English keeps beside its own word.
KEPT_IN_ENGLISH = re.compile(r"[（(《“\"][^()（）]*[)）》”\"]")


def test_no_english_text_is_left_in_chinese() -> None:
    texts = {key: KEPT_IN_ENGLISH.sub("", text) for key, text in CATALOGUES["en"].items()}
    assert {key: text for key, text in texts.items() if HAN.search(text)} == {}


def test_no_text_is_the_same_in_both_languages() -> None:
    zh, en = CATALOGUES["zh"], CATALOGUES["en"]
    assert [key for key in zh if zh[key] == en[key] and re.search(r"[A-Za-z]{3}", en[key])] == []


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_the_same_texts_in_both_languages(part: str) -> None:
    chinese = importlib.import_module(f"api.i18n.{part}_zh").TEXTS
    english = importlib.import_module(f"api.i18n.{part}_en").TEXTS
    assert list(chinese) == list(english)


def test_no_part_takes_the_texts_of_another() -> None:
    seen: dict[str, str] = {}
    for part in ["", *PARTS]:
        module = f"{part}_zh" if part else "zh"
        for key in importlib.import_module(f"api.i18n.{module}").TEXTS:
            assert key not in seen, (key, seen.get(key), module)
            seen[key] = module


def words_of(template: str) -> list[str]:
    """Words that stand in a template itself, in its text or in what is read out of attributes."""
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", " ", template, flags=re.S)
    attributes = re.findall(r'(?:aria-label|placeholder|title|alt)="([^"]*)"', text)
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", text, flags=re.S)
    # Macros print attributes that stand in no tag.
    text = re.sub(r"<[^>]*>|[\w-]+=\"[^\"]*\"", " ", text)
    found = re.findall(r"[A-Za-z]{2,}|[\u3400-\u9fff]+", " ".join([text, *attributes]))
    return [word for word in found if word not in SAME_EVERYWHERE]


def quoted_words_of(template: str) -> list[str]:
    """Chinese in the expressions of a template, which t() or label() should have given."""
    code = " ".join(re.findall(r"{%.*?%}|{{.*?}}", template, flags=re.S))
    return [word for word in re.findall(r"[\u3400-\u9fff]+", code) if word not in OWN_NAMES]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_template_holds_no_words_of_its_own(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    assert words_of(template) == []
    assert quoted_words_of(template) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_or_style_holds_no_words_that_people_read(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
    # Signs that join a label and its value are the same in both languages.
    assert re.findall(r"[\u3400-\u9fff]+", text) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>保存</p>", ["保存"]),
        ("<p>Save {{ t('x') }}</p>", ["Save"]),
        ('<input placeholder="Name">', ["Name"]),
        ("<p>{{ t('settings.save') }}</p>{# a remark #}", []),
    ],
)
def test_a_planted_word_is_found(template: str, found: list[str]) -> None:
    assert words_of(template) == found


def test_a_planted_word_in_an_expression_is_found() -> None:
    assert quoted_words_of("{{ '保存' if x else t('x') }}") == ["保存"]
