"""Administrative divisions: loading the list, looking one up, finding by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from records.csv_table import RowsRefused, read_table
from records.errors import RecordsError
from records.models import Division
from records.models.division import DivisionLevel

COLUMNS = ("code", "name", "parent_code", "level")
DIGITS = {
    2: DivisionLevel.province,
    4: DivisionLevel.city,
    6: DivisionLevel.county,
    9: DivisionLevel.township,
}
LEVEL_NAMES = {"area": DivisionLevel.county, **{level.value: level for level in DivisionLevel}}
# Names of rows that only hold the place of a level.
PLACEHOLDERS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
MOST_NAME = 100
STEP = 500


class DivisionNotFound(RecordsError):
    """There is no such division. Load the list with `./xinfang divisions import FILE.csv`."""


@dataclass(frozen=True)
class Loaded:
    """What an import did with the rows of a file."""

    added: int
    changed: int
    unchanged: int
    placeholders: int


def read_divisions(path: Path) -> list[Division]:
    """Every row of a file (code, name, parent_code, level), parents first.

    `level` is province, city, county (or area) or township. Raises errors of records.csv_table;
    RowsRefused names every wrong row.
    """
    lines = read_table(path, COLUMNS)
    problems: list[tuple[int, str]] = []
    found: dict[str, Division] = {}
    for line, row in lines:
        if reason := _fault(row, found):
            problems.append((line, reason))
            continue
        found[row["code"]] = Division(
            code=row["code"],
            name=row["name"],
            parent_code=row["parent_code"] or None,
            level=DIGITS[len(row["code"])],
            is_place=row["name"] not in PLACEHOLDERS,
        )
    if problems:
        raise RowsRefused(path, problems)
    return sorted(found.values(), key=lambda division: (len(division.code), division.code))


def load_divisions(
    session: Session,
    divisions: list[Division],
    *,
    on_progress: Callable[[int], object] = lambda _: None,
) -> Loaded:
    """Add what is new and change what differs; what the list does not name stays.

    Raises DivisionNotFound when a parent is neither in the list nor known.
    """
    known = {one.code: one for one in session.exec(select(Division))}
    parents = {one.parent_code for one in divisions if one.parent_code}
    if missing := parents - known.keys() - {one.code for one in divisions}:
        raise DivisionNotFound(f"There is no division {min(missing)}, which others name as parent.")
    added = changed = 0
    for start in range(0, len(divisions), STEP):
        chunk = divisions[start : start + STEP]
        for given in chunk:
            before = known.get(given.code)
            if before is None:
                session.add(given)
                added += 1
            elif (before.name, before.parent_code) != (given.name, given.parent_code):
                before.name, before.parent_code = given.name, given.parent_code
                before.is_place = given.is_place
                session.add(before)
                changed += 1
        session.flush()
        on_progress(len(chunk))
    return Loaded(
        added=added,
        changed=changed,
        unchanged=len(divisions) - added - changed,
        placeholders=sum(not one.is_place for one in divisions),
    )


def get_division(session: Session, code: str) -> Division:
    """The division with this code. Raises DivisionNotFound."""
    found = session.get(Division, code)
    if found is None:
        raise DivisionNotFound
    return found


def find_divisions(session: Session, name: str) -> list[Division]:
    """Places of this name; without any, those whose name holds it. By code: names repeat."""
    places = select(Division).where(col(Division.is_place)).order_by(col(Division.code))
    exact = session.exec(places.where(Division.name == name)).all()
    return list(
        exact or session.exec(places.where(col(Division.name).contains(name, autoescape=True)))
    )


def division_path(session: Session, division: Division) -> list[Division]:
    """The division below its parents, from the province down; placeholders left out."""
    path = [division]
    while (parent_code := path[0].parent_code) is not None:
        path.insert(0, session.get_one(Division, parent_code))
    return [one for one in path if one.is_place or one is division]


def children_of(session: Session, code: str) -> list[Division]:
    """The divisions right below, by code."""
    query = select(Division).where(Division.parent_code == code).order_by(col(Division.code))
    return list(session.exec(query))


def _fault(row: dict[str, str], before: Iterable[str]) -> str | None:
    code, name, parent = row["code"], row["name"], row["parent_code"]
    if not (code.isascii() and code.isdecimal() and len(code) in DIGITS):
        return "code has two, four, six or nine digits"
    if code in before:
        return f"code {code} for the second time"
    if not 1 <= len(name) <= MOST_NAME or not name.isprintable():
        return f"name has 1 to {MOST_NAME} characters"
    if LEVEL_NAMES.get(row["level"]) is not DIGITS[len(code)]:
        return f"level of a code of {len(code)} digits is {DIGITS[len(code)]}"
    if (len(code) == min(DIGITS)) is bool(parent):
        return "every division but a province has a parent_code"
    if parent and (parent == code or not code.startswith(parent)):
        return f"code does not begin with its parent_code {parent}"
    return None
