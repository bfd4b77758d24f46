"""Vocabularies: what ships is sound, old cases keep their words, changes leave history."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from law.clock_rule import Mark
from law.sources import cite_basis
from law.succession import SuccessionKind
from records.csv_table import RowsRefused
from records.database import Database
from records.models import AuditEntry, VocabularyEdition, VocabularyTerm
from records.models.petition import Category, Outcome, PetitionForm
from records.models.vocabulary import Origin
from records.vocabularies import shipped
from records.vocabularies.changes import close_term, set_terms
from records.vocabularies.checks import CODE, TermChange
from records.vocabularies.codes import COMPLETE, REQUIRED
from records.vocabularies.errors import (
    CodesFixed,
    TermChangeTooEarly,
    TermHasChildren,
    TermInvalid,
    TermNotFound,
    VocabularyError,
    VocabularyNotFound,
)
from records.vocabularies.exchange import export_terms, import_terms
from records.vocabularies.shipped import ShippedVocabulary, ship, shipped_vocabularies
from records.vocabularies.terms import (
    codes_on,
    editions_of,
    path_of,
    rows_of,
    term_as_of,
    terms_on,
    versions,
)
from tests.records.cases import MON_2_MARCH, NOON, all_rows, at_once, count

SHIPPED = {one.id: one for one in shipped_vocabularies()}
TOMORROW = MON_2_MARCH + timedelta(days=1)
NEW_YEAR = date(2027, 1, 1)
REASON = "统一用语"
each_vocabulary = pytest.mark.parametrize("one", SHIPPED.values(), ids=list(SHIPPED))


def rename(
    session: Session,
    code: str = "report",
    *,
    name: str = "purpose",
    on: date = NEW_YEAR,
    zh: str = "检举揭发",
    **more: str,
) -> list[VocabularyTerm]:
    change = TermChange(code, zh, "Report", on, **more)  # type: ignore[arg-type]
    return set_terms(session, name, [change], actor="admin", reason=REASON, now=NOON)


def close(session: Session, name: str, code: str, last_day: date) -> VocabularyTerm:
    return close_term(
        session, name, code, last_day=last_day, actor="admin", reason=REASON, now=NOON
    )


class TestWhatShips:
    """The files of records/vocabularies/data."""

    @each_vocabulary
    def test_codes_are_unique_well_formed_and_named(self, one: ShippedVocabulary) -> None:
        codes = [(term.code, term.in_force_from) for term in one.terms]
        assert len(codes) > 1
        assert [code for code, times in Counter(codes).items() if times > 1] == []
        assert [term.code for term in one.terms if not CODE.fullmatch(term.code)] == []
        for item in (one, *one.terms):
            assert any("一" <= sign <= "鿿" for sign in item.name_zh), item
            assert item.name_en == item.name_en.strip() != "", item
            assert item.name_en.isascii(), item

    @each_vocabulary
    def test_parents_and_mappings_exist(self, one: ShippedVocabulary) -> None:
        codes = {term.code for term in one.terms}
        assert {term.parent_code for term in one.terms} - codes <= {None}
        for pair in " ".join(term.maps_to for term in one.terms).split():
            other, _, code = pair.partition(":")
            assert code in {term.code for term in SHIPPED[other].terms}, pair

    @each_vocabulary
    def test_every_basis_is_known_and_only_an_article_makes_law(
        self, one: ShippedVocabulary
    ) -> None:
        for item in (one, *one.terms):
            assert cite_basis(item.basis), item
            assert (item.mark is Mark.statute) is item.basis.startswith("regulation_2022:"), item

    def test_every_file_belongs_to_a_vocabulary(self) -> None:
        files = {path.stem for path in shipped.DATA.glob("*.csv")} - {"vocabularies"}
        assert files == SHIPPED.keys()

    def test_content_classes_have_three_levels_by_their_digits(self) -> None:
        terms = SHIPPED["content_class"].terms
        level = {
            term.code: 3 - term.code[2:4].count("00") - term.code[4:].count("00") for term in terms
        }
        assert Counter(level.values()) == {1: 17, 2: 118, 3: 326}
        for term in terms:
            ends = {1: None, 2: term.code[:2] + "0000", 3: term.code[:4] + "00"}
            assert term.parent_code == ends[level[term.code]], term
        names = Counter((term.parent_code, term.name_zh) for term in terms)
        assert [name for name, times in names.items() if times > 1] == []
        with_children = {term.parent_code for term in terms} - {None}
        others = {term.parent_code for term in terms if term.name_zh == "其他"}
        assert with_children - others == set()

    def test_national_codes_and_old_purposes_are_mapped(self) -> None:
        assert {
            (name, term.code): term.national_code
            for name in ("certificate_type", "content_class", "earlier_purpose")
            for term in SHIPPED[name].terms
            if term.national_code
        } == {
            ("certificate_type", "id_card"): "111",
            ("content_class", "990000"): "990000",
            ("earlier_purpose", "other"): "99",
        }
        mapped = " ".join(term.maps_to for term in SHIPPED["earlier_purpose"].terms).split()
        assert sorted(mapped) == sorted(f"purpose:{code}" for code in Category)

    def test_there_are_thirteen_reasons_of_refusal(self) -> None:
        assert len(SHIPPED["refusal_reason"].terms) == 13


class TestCodesOfTheProgram:
    """Vocabulary and enumeration say the same."""

    @pytest.mark.parametrize(
        ("name", "codes"),
        [
            ("petition_form", PetitionForm),
            ("purpose", Category),
            ("succession_kind", SuccessionKind),
        ],
    )
    def test_a_complete_vocabulary_is_its_enumeration(
        self, name: str, codes: type[StrEnum]
    ) -> None:
        assert [term.code for term in SHIPPED[name].terms] == [code.value for code in codes]
        assert name in COMPLETE

    def test_outcomes_are_the_results_of_article_32(self) -> None:
        by_article = [
            term.code
            for term in SHIPPED["handling_result"].terms
            if term.parent_code == "claim_opinion"
        ]
        assert by_article == [code.value for code in Outcome]

    @pytest.mark.parametrize("name", REQUIRED)
    def test_what_the_program_needs_ships(self, name: str) -> None:
        assert REQUIRED[name] <= {term.code for term in SHIPPED[name].terms}

    @pytest.mark.parametrize("name", sorted(COMPLETE))
    def test_nothing_is_added_to_a_complete_one(self, session: Session, name: str) -> None:
        with pytest.raises(CodesFixed, match=f"{name} another"):
            rename(session, "another", name=name)

    @pytest.mark.parametrize(("name", "code"), [("purpose", "claim"), ("unit_kind", "bureau")])
    def test_nothing_that_is_needed_is_closed(self, session: Session, name: str, code: str) -> None:
        with pytest.raises(CodesFixed):
            close(session, name, code, NEW_YEAR)


def test_migration_loads_what_ships(database: Database) -> None:
    stored = all_rows(database, VocabularyTerm)
    wanted = [(one.id, *vars(term).values()) for one in SHIPPED.values() for term in one.terms]
    fields = list(vars(SHIPPED["purpose"].terms[0]))
    assert sorted(
        ((row.vocabulary_id, *(getattr(row, name) for name in fields)) for row in stored), key=str
    ) == sorted(wanted, key=str)
    assert {row.origin for row in stored} == {Origin.shipped}
    assert count(database, VocabularyEdition) == len(SHIPPED)


class TestChanges:
    """Append-only: the old row is closed, a new one added."""

    def test_an_old_case_keeps_the_name_it_was_given(self, session: Session) -> None:
        rename(session)
        names = {
            day: [term.name_zh for term in terms_on(session, "purpose", day)][2]
            for day in (MON_2_MARCH, NEW_YEAR - timedelta(days=1), NEW_YEAR)
        }
        assert list(names.values()) == ["检举", "检举", "检举揭发"]
        before, after = rows_of(session, "purpose", "report")
        assert (before.name_zh, before.in_force_to) == ("检举", date(2026, 12, 31))
        assert (after.in_force_from, after.in_force_to) == (NEW_YEAR, None)
        assert (after.basis, after.origin) == ("regulation_2022:30", Origin.office)

    def test_a_change_says_who_when_and_why(self, session: Session) -> None:
        (row,) = rename(session)
        edition = editions_of(session, "purpose")[-1]
        assert (edition.actor, edition.reason, edition.at) == ("admin", REASON, NOON)
        assert (edition.id, edition.origin) == (row.added_by, Origin.office)
        assert rows_of(session, "purpose", "report")[0].closed_by == edition.id
        assert versions(session)["purpose"] == edition.id
        audit = session.get(AuditEntry, 1)
        assert audit is not None
        assert audit.detail["codes"] == ["report"]

    def test_the_same_again_makes_no_edition(self, session: Session) -> None:
        rename(session)
        known = versions(session)
        assert rename(session, on=date(2028, 1, 1)) == []
        assert versions(session) == known

    def test_a_code_that_is_new_is_the_office_s_own(self, session: Session) -> None:
        (row,) = rename(session, "lifts", name="hot_topic", zh="电梯", on=MON_2_MARCH)
        assert (row.basis, row.mark, row.origin) == (
            "office_setting",
            Mark.recalled,
            Origin.office,
        )
        assert codes_on(session, "hot_topic", MON_2_MARCH)[-1] == "lifts"
        assert "lifts" not in codes_on(session, "hot_topic", MON_2_MARCH - timedelta(days=1))

    @pytest.mark.parametrize("on", [date(2022, 5, 1), MON_2_MARCH - timedelta(days=1)])
    def test_the_past_is_not_renamed(self, session: Session, on: date) -> None:
        with pytest.raises(TermChangeTooEarly):
            rename(session, on=on)

    def test_a_change_comes_after_the_one_before(self, session: Session) -> None:
        rename(session)
        for on in (NEW_YEAR, TOMORROW):
            with pytest.raises(TermChangeTooEarly):
                rename(session, zh="检举控告", on=on)

    @pytest.mark.parametrize(
        ("code", "more", "words"),
        [
            ("Lifts", {}, "code"),
            ("lifts", {"zh": " "}, "lifts name_zh"),
            ("lifts", {"zh": "电" * 201}, "lifts name_zh"),
            ("lifts", {"zh": "电\n梯"}, "lifts name_zh"),
            ("lifts", {"parent_code": "nowhere"}, "lifts parent_code"),
            ("lifts", {"parent_code": "lifts"}, "lifts parent_code"),
            ("lifts", {"maps_to": "purpose:nothing"}, "lifts maps_to"),
            ("lifts", {"maps_to": "x" * 201}, "lifts maps_to"),
            ("lifts", {"national_code": "9" * 41}, "lifts national_code"),
            ("lifts", {"basis": "nowhere"}, "lifts basis"),
        ],
    )
    def test_a_term_that_is_not_well_formed_is_refused(
        self, database: Database, code: str, more: dict[str, str], words: str
    ) -> None:
        with pytest.raises(TermInvalid, match=words), database.transaction() as session:
            rename(session, code, name="hot_topic", **more)
        assert count(database, VocabularyEdition) == len(SHIPPED)

    def test_terms_do_not_stand_below_themselves(self, session: Session) -> None:
        with pytest.raises(TermInvalid, match="010000 parent_code"):
            rename(session, "010000", name="content_class", parent_code="010101")

    def test_a_reason_is_needed(self, session: Session) -> None:
        change = TermChange("lifts", "电梯", "Lifts", MON_2_MARCH)
        for reason in (" ", "因" * 301):
            with pytest.raises(TermInvalid, match="reason"):
                set_terms(session, "hot_topic", [change], actor="admin", reason=reason, now=NOON)

    def test_a_closed_code_is_gone_the_day_after_and_may_come_back(self, session: Session) -> None:
        close(session, "hot_topic", "pollution", TOMORROW)
        close(session, "hot_topic", "pollution", TOMORROW)
        assert "pollution" in codes_on(session, "hot_topic", TOMORROW)
        assert "pollution" not in codes_on(session, "hot_topic", NEW_YEAR)
        assert len(editions_of(session, "hot_topic")) == 2
        rename(session, "pollution", name="hot_topic", zh="污染")
        assert "pollution" in codes_on(session, "hot_topic", NEW_YEAR)

    @pytest.mark.parametrize(
        ("name", "code", "last_day", "problem"),
        [
            ("hot_topic", "nothing", NEW_YEAR, TermNotFound),
            ("nothing", "pollution", NEW_YEAR, VocabularyNotFound),
            ("hot_topic", "pollution", MON_2_MARCH - timedelta(days=1), TermChangeTooEarly),
            ("content_class", "010000", NEW_YEAR, TermHasChildren),
        ],
    )
    def test_what_cannot_be_closed_says_why(
        self,
        session: Session,
        name: str,
        code: str,
        last_day: date,
        problem: type[VocabularyError],
    ) -> None:
        with pytest.raises(problem):
            close(session, name, code, last_day)

    def test_a_closed_code_is_not_closed_on_another_day(self, session: Session) -> None:
        close(session, "hot_topic", "pollution", TOMORROW)
        with pytest.raises(TermNotFound):
            close(session, "hot_topic", "pollution", NEW_YEAR)

    def test_two_who_change_a_code_at_once_leave_one_row_open(self, database: Database) -> None:
        def work(thread: int) -> str:
            try:
                with database.transaction() as session:
                    rename(session, zh=f"检举{thread}", on=NEW_YEAR + timedelta(days=thread))
            except TermChangeTooEarly:
                return "late"
            return "done"

        assert "done" in at_once(4, work)
        with database.reading() as session:
            rows = rows_of(session, "purpose", "report")
        assert [row.in_force_to is None for row in rows][-1]
        for row, following in pairwise(rows):
            assert row.in_force_to == following.in_force_from - timedelta(days=1)


class TestNamesOfOldCases:
    """Which row a case of some day carries."""

    @pytest.mark.parametrize(
        ("as_of", "name"),
        [(date(2019, 3, 1), "检举"), (MON_2_MARCH, "检举"), (NEW_YEAR, "检举揭发")],
    )
    def test_the_newest_that_had_begun_else_the_first(
        self, session: Session, as_of: date, name: str
    ) -> None:
        rename(session)
        term = term_as_of(session, "purpose", "report", as_of)
        assert term is not None
        assert term.name_zh == name

    def test_a_code_that_never_was_has_none(self, session: Session) -> None:
        assert term_as_of(session, "purpose", "nothing", NEW_YEAR) is None

    def test_a_class_is_told_with_those_above_it(self, session: Session) -> None:
        terms = terms_on(session, "content_class", MON_2_MARCH)
        (code,) = (term.code for term in terms if term.name_zh == "集体资产管理")
        assert [term.name_zh for term in path_of(code, terms)] == [
            "农村农业",
            "村务管理",
            "集体资产管理",
        ]


class TestUpgrades:
    """What ships may change; what the office wrote stays."""

    HEAD = ",".join(shipped.TERM_COLUMNS)

    @pytest.fixture
    def upgrade(
        self, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Callable[..., int]:
        """Ship a vocabulary of one file; gives how many rows were added."""

        def run(*rows: str) -> int:
            (tmp_path / "vocabularies.csv").write_text(
                "id,name_zh,name_en,basis,mark,in_force_from\n"
                "secrecy,密级,Secrecy,office_setting,recalled,2022-05-01\n",
                encoding="utf-8",
            )
            (tmp_path / "secrecy.csv").write_text("\n".join([self.HEAD, *rows]), encoding="utf-8")
            monkeypatch.setattr(shipped, "DATA", tmp_path)
            with database.engine.begin() as connection:
                return ship(
                    connection, at=NOON.replace(tzinfo=None), actor="migration", reason="新版"
                )

        return run

    NEXT = (
        "none,,非密,Not secret,,,,2026-12-31,,",
        "none,,公开,Open,,,2027-01-01,,,",
        "internal,,内部,Internal,,,2027-01-01,,,",
    )

    def test_a_new_edition_adds_dated_rows_and_closes_the_old(
        self, database: Database, upgrade: Callable[..., int]
    ) -> None:
        assert upgrade(*self.NEXT) == 2
        assert upgrade(*self.NEXT) == 0
        with database.reading() as session:
            assert codes_on(session, "secrecy", NEW_YEAR)[0] == "none"
            assert "internal" in codes_on(session, "secrecy", NEW_YEAR)
            old, new = rows_of(session, "secrecy", "none")
            assert (old.name_zh, old.in_force_to, new.name_zh) == (
                "非密",
                date(2026, 12, 31),
                "公开",
            )
            assert old.closed_by == new.added_by == versions(session)["secrecy"]

    def test_what_the_office_changed_is_left_alone(
        self, database: Database, upgrade: Callable[..., int]
    ) -> None:
        with database.transaction() as session:
            rename(session, "none", name="secrecy", zh="普通", on=TOMORROW)
        assert upgrade(*self.NEXT) == 1
        with database.reading() as session:
            assert [row.name_zh for row in rows_of(session, "secrecy", "none")] == ["非密", "普通"]

    def test_a_name_that_was_shipped_is_never_written_over(
        self, database: Database, upgrade: Callable[..., int]
    ) -> None:
        assert upgrade("none,,另名,Other name,,,,,,") == 0
        with database.reading() as session:
            assert [row.name_zh for row in rows_of(session, "secrecy", "none")] == ["非密"]


class TestExchange:
    """Out as CSV, in again."""

    def load(self, session: Session, path: Path, name: str = "hot_topic") -> tuple[list[str], int]:
        done = import_terms(
            session,
            name,
            path,
            in_force_from=NEW_YEAR,
            actor="admin",
            reason=REASON,
            now=NOON,
        )
        return done.changed, done.unchanged

    @pytest.mark.parametrize("name", ["hot_topic", "content_class", "purpose", "intake_channel"])
    def test_what_was_exported_changes_nothing(
        self, session: Session, tmp_path: Path, name: str
    ) -> None:
        path = tmp_path / "terms.csv"
        path.write_text(export_terms(session, name, MON_2_MARCH), encoding="utf-8", newline="")
        assert self.load(session, path, name) == ([], len(SHIPPED[name].terms))

    def test_new_and_changed_rows_are_one_edition(self, session: Session, tmp_path: Path) -> None:
        path = tmp_path / "terms.csv"
        path.write_text(
            "code,name_zh,name_en,parent_code\n"
            "lift_noise,电梯噪声,Noise of lifts,lifts\nlifts,电梯,Lifts,\n"
            "pollution,污染问题,Pollution,\nother,其他,Other,\n",
            encoding="utf-8",
        )
        assert self.load(session, path) == (["lift_noise", "lifts", "pollution"], 1)
        assert len(editions_of(session, "hot_topic")) == 2
        assert "veterans" in codes_on(session, "hot_topic", NEW_YEAR)

    @pytest.mark.parametrize(
        "rows", ["lifts,电梯,Lifts,\nlifts,电梯,Lifts,", "lifts,电梯,Lifts,certain"]
    )
    def test_wrong_rows_are_named_by_line(
        self, session: Session, tmp_path: Path, rows: str
    ) -> None:
        path = tmp_path / "terms.csv"
        path.write_text(f"code,name_zh,name_en,mark\n{rows}\n", encoding="utf-8")
        with pytest.raises(RowsRefused, match=f"line {rows.count('lifts') + 1}"):
            self.load(session, path)


def test_a_row_without_end_and_one_with_an_end_are_both_found_by_day(database: Database) -> None:
    with database.transaction() as session:
        close(session, "hot_topic", "pollution", TOMORROW)
    with database.reading() as session:
        open_rows = session.execute(
            text("SELECT count(*) FROM vocabulary_term WHERE in_force_to IS NULL")
        ).scalar_one()
        assert open_rows == count(database, VocabularyTerm) - 1
