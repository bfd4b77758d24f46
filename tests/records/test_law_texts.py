"""Texts of laws that an office loads: whole editions, beside each other."""

from datetime import date, timedelta

from law.law_text import parse_law_text
from law.sources import REGULATION
from records.database import Database
from records.law_texts import (
    Edition,
    Loaded,
    articles_of,
    edition_on,
    list_editions,
    load_law_text,
)
from records.models import AuditEntry, LawText
from tests.law.texts import SOME_CODE, invented_regulation
from tests.records.cases import NOON, all_rows, count

FIRST, SECOND = date(2022, 5, 1), date(2030, 1, 1)
ARTICLES = parse_law_text(invented_regulation(), REGULATION)
AMENDED = parse_law_text(invented_regulation().replace("34之1所写", "另一种写法"), REGULATION)


def load(database: Database, edition: date = FIRST, articles: object = ARTICLES) -> Loaded:
    with database.transaction() as session:
        return load_law_text(
            session,
            REGULATION,
            edition,
            articles,  # type: ignore[arg-type]
            by="import",
            now=NOON,
        )


def test_what_is_loaded_is_read_back(database: Database) -> None:
    assert load(database) is Loaded.added
    with database.reading() as session:
        assert tuple(articles_of(session, REGULATION, FIRST).values()) == ARTICLES
        assert list(articles_of(session, REGULATION, FIRST, [34, 36, 99])) == [34, 36]


def test_the_same_text_again_changes_nothing(database: Database) -> None:
    load(database)
    entries, rows = count(database, AuditEntry), all_rows(database, LawText)
    assert load(database) is Loaded.known
    assert (count(database, AuditEntry), all_rows(database, LawText)) == (entries, rows)


def test_a_corrected_text_takes_the_place_of_its_edition(database: Database) -> None:
    load(database)
    rows = count(database, LawText)
    assert load(database, articles=AMENDED) is Loaded.replaced
    with database.reading() as session:
        found = articles_of(session, REGULATION, FIRST)
    assert found[34].paragraphs[0].text == "另一种写法。"
    assert count(database, LawText) == rows


def test_a_newer_edition_stands_beside_the_old_one(database: Database) -> None:
    load(database)
    assert load(database, SECOND, AMENDED) is Loaded.added
    with database.reading() as session:
        assert list_editions(session) == [
            Edition(REGULATION, SECOND, 50, NOON, "import"),
            Edition(REGULATION, FIRST, 50, NOON, "import"),
        ]
        assert edition_on(session, REGULATION, SECOND - timedelta(days=1)) == FIRST
        assert edition_on(session, REGULATION, SECOND) == SECOND


def test_before_the_first_edition_the_first_is_shown(database: Database) -> None:
    load(database, SECOND)
    with database.reading() as session:
        assert edition_on(session, REGULATION, FIRST) == SECOND
        assert edition_on(session, "civil_code", FIRST) is None


def test_loading_leaves_a_trace_without_the_text(database: Database) -> None:
    load(database)
    (entry,) = [one for one in all_rows(database, AuditEntry) if one.action == "load_law_text"]
    assert entry.detail == {"source": REGULATION, "edition": "2022-05-01", "articles": 50}


def test_another_law_is_kept_under_its_own_id(database: Database) -> None:
    articles = parse_law_text(SOME_CODE, "civil_code")
    with database.transaction() as session:
        load_law_text(session, "civil_code", date(2021, 1, 1), articles, by="import", now=NOON)
    with database.reading() as session:
        assert tuple(articles_of(session, "civil_code", date(2021, 1, 1)).values()) == articles
