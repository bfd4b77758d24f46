"""The page of who may use what, made from the table in api/access and the OpenAPI document."""

from collections.abc import Iterable
from pathlib import Path

from api.access import ROWS
from api.access.api_rows import API_ROWS
from api.access.audiences import Audience
from api.access.page_rows import PAGE_ROWS
from api.access.rows import NOBODY, Row
from api.i18n import text
from records.people import ROLES
from settings import ROOT

HEAD = """# Who may use what

Written by `./xinfang docs access` from `api/access`; `tests/api/test_access_matrix.py` calls every
operation as every role and compares.

The first table says which roles a group has. In the tables after it, **who** may use the operation
on what the last column names. Whoever is not signed in is refused with 401, except where it says
*anybody*. **Told** hear that their role does not allow it (403; 409 at a task that somebody else
holds). For everybody else it does not exist (404), as does a case of another unit, a sealed case
for everyone outside its desk (article 30), and what is another person's own.

A page does what the operation of the API does; without a sign-in a browser is led to `/sign-in`.

"""


def access_path() -> Path:
    """Where the page is."""
    return ROOT / "docs" / "access.md"


def access_page() -> str:
    """The Markdown of docs/access.md."""
    operations, pages = _table("Operations of the API", API_ROWS), _table("Pages", PAGE_ROWS)
    return HEAD + _groups() + operations + pages


def _groups() -> str:
    groups = _audiences(ROWS.values())
    lines = ["## Groups", "", f"| Role | {' | '.join(str(n) for n, _ in enumerate(groups, 1))} |"]
    lines.append(f"|---|{'---|' * len(groups)}")
    for role in ROLES:
        marks = ("●" if role in group else "" for group in groups)
        lines.append(f"| {text('zh', f'role.{role}')} `{role}` | {' | '.join(marks)} |")
    lines.append("")
    lines += [f"{number}. {group.name}" for number, group in enumerate(groups, 1)]
    return "\n".join(lines) + "\n"


def _audiences(rows: Iterable[Row]) -> list[Audience]:
    found: dict[str, Audience] = {}
    for row in rows:
        for audience in (row.who, row.seen_by):
            if audience is not None and audience != NOBODY:
                found.setdefault(audience.name, audience)
    return sorted(found.values(), key=lambda one: (-len(one.roles), one.name))


def _table(title: str, rows: dict[str, Row]) -> str:
    lines = [f"\n## {title}", "", "| Operation | Who | Told | Of what |", "|---|---|---|---|"]
    for name in sorted(rows, key=lambda one: (one.partition(" ")[2], one)):
        row = rows[name]
        who = row.who.name if row.who else "*anybody*"
        told = row.seen_by.name if row.seen_by.roles else ""
        lines.append(f"| `{name}` | {who} | {told} | {row.own} |")
    return "\n".join(lines) + "\n"
