"""The SQL of the inbox. CROSS JOIN keeps SQLite to the order written; PostgreSQL plans freely.

Texts are put together from the constants of this module only; every value is a bound parameter.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, BindParameter, Date, String, TextClause, bindparam, text
from sqlalchemy.sql.selectable import TextualSelect
from sqlmodel import Session

from api.queries.inbox_filter import InboxFilter

SHORT_LIST = 2_000

_DUE = """(SELECT min(c.due_on) FROM clock c
           WHERE c.petition_id = t.business_key AND c.is_running)"""


@dataclass(frozen=True)
class Source:
    """Where a list is read from, and so along which index.

    `order` is "sorted" for a list that is gathered and sorted as a whole. `brings` are the aliases
    that `start` has joined already; `checks_groups`: the groups are looked up row by row.
    """

    start: str
    condition: str = ""
    brings: str = ""
    due: str = _DUE
    order: str = "sorted"
    checks_groups: bool = False


HELD = Source(
    "FROM task_hold h CROSS JOIN journal.user_task t",
    "AND t.key = h.task_key AND h.user_id IN :holders",
    brings="h",
)
# What somebody holds who is away is the deputy's too, where it waits in groups that the deputy has
# meanwhile; what is sealed is not, but for who is of the sealed desk.
_MINE_OR_REPRESENTED = """
  AND (h.user_id = :me
       OR EXISTS (SELECT 1 FROM journal.user_task_group o
                  WHERE o.task_key = t.key AND o.group_name IN :mine
                    AND (o.group_name LIKE :sealed OR NOT coalesce(p.is_sealed, false))))
"""
QUEUED = Source(
    "FROM (SELECT DISTINCT g.task_key FROM journal.user_task_group g"
    " WHERE g.group_name IN :groups) m CROSS JOIN journal.user_task t",
    "AND t.key = m.task_key",
)
EVERYTHING = Source("FROM journal.user_task t")
# A search in a long list begins with the few petitions that match.
FOUND = Source(
    "FROM petition p CROSS JOIN journal.user_task t",
    "AND t.business_key = p.id",
    brings="p",
    checks_groups=True,
)
BY_CREATED = Source("FROM journal.user_task t", order="t.created_at, t.key", checks_groups=True)
# Of two running clocks of a petition, the one that ends first counts.
BY_DUE = Source(
    "FROM clock k CROSS JOIN journal.user_task t",
    """AND t.business_key = k.petition_id AND k.is_running
       AND NOT EXISTS (SELECT 1 FROM clock e
                       WHERE e.petition_id = k.petition_id AND e.is_running
                       AND (e.due_on, e.id) < (k.due_on, k.id))""",
    due="k.due_on",
    order="k.due_on, t.key",
    checks_groups=True,
)
UNDATED = Source(
    "FROM journal.user_task t",
    """AND NOT EXISTS (SELECT 1 FROM clock c
                       WHERE c.petition_id = t.business_key AND c.is_running)""",
    due="NULL",
    order="t.created_at, t.key",
    checks_groups=True,
)

_COLUMNS = """
SELECT t.key AS key, t.element_id AS element_id, t.definition_key AS definition_key,
       t.candidate_groups AS candidate_groups, t.created_at AS created_at,
       t.business_key AS petition_id, p.number AS number, p.subject AS subject,
       p.received_on AS received_on, h.user_id AS holder_id, {due} AS due_on
"""
_HOLD = "LEFT JOIN task_hold h ON h.task_key = t.key"
_PETITION = "LEFT JOIN petition p ON p.id = t.business_key"
_OPEN = """
WHERE t.state{unindexed} = 'created'
  AND NOT EXISTS (SELECT 1 FROM task_decision d WHERE d.task_key = t.key)
"""
_IN_GROUPS = """
  AND EXISTS (SELECT 1 FROM journal.user_task_group g
              WHERE g.task_key = t.key AND g.group_name IN :groups)
"""
# Lists of other people's tasks leave out what is sealed, but for those who may work on it.
_UNSEALED = """
  AND (EXISTS (SELECT 1 FROM journal.user_task_group o
               WHERE o.task_key = t.key AND o.group_name IN :mine)
       OR NOT coalesce(p.is_sealed, false)
       AND NOT EXISTS (SELECT 1 FROM journal.user_task_group s
                       WHERE s.task_key = t.key AND s.group_name LIKE :sealed))
"""
_MATCHES = "AND (lower(p.number) LIKE :q ESCAPE '!' OR lower(p.subject) LIKE :q ESCAPE '!')"


def page_query(
    source: Source, wanted: InboxFilter, *, everything: bool, after: bool
) -> TextualSelect:
    """The statement for one page of `source`, after the row (:after, :after_key) if asked."""
    down = wanted.sort.startswith("-")
    by_created = wanted.sort.endswith("created")
    # A source that starts elsewhere must not be tempted by the index on the state.
    unindexed = " || ''" if "CROSS JOIN" in source.start else ""
    lines = [
        _COLUMNS.format(due=source.due),
        source.start,
        "" if source.brings == "h" else _HOLD,
        "" if source.brings == "p" else _PETITION,
        _OPEN.format(unindexed=unindexed),
        source.condition,
        *_filters(wanted, source.due),
    ]
    if source.checks_groups and not everything:
        lines.append(_IN_GROUPS)
    order = source.order
    if order == "sorted":
        order = "t.created_at, t.key" if by_created else f"coalesce({source.due}, :never), t.key"
    if after:
        last = ":after, :after_key"
        if source is UNDATED:
            last = "(SELECT a.created_at FROM journal.user_task a WHERE a.key = :after_key),"
            last += " :after_key"
        lines.append(f"AND ({order}) {'<' if down else '>'} ({last})")
    direction = " DESC" if down else ""
    first, _, second = order.rpartition(", ")
    lines.append(f"ORDER BY {first}{direction}, {second}{direction} LIMIT :limit")
    return _typed(" ".join(lines), by_created=by_created)


def _filters(wanted: InboxFilter, due: str) -> list[str]:
    lines = []
    if wanted.scope == "mine":
        lines.append(_MINE_OR_REPRESENTED)
    if wanted.scope == "free":
        lines.append("AND h.user_id IS NULL")
    if wanted.scope == "groups":
        lines.append("AND (h.user_id IS NULL OR h.user_id IN :holders)")
    if wanted.scope in ("unit", "all"):
        lines.append(_UNSEALED)
    if wanted.unit:
        lines.append(_IN_GROUPS.replace(":groups", ":unit_groups"))
    if wanted.element:
        lines.append("AND t.element_id = :element")
    if wanted.q:
        lines.append(_MATCHES)
    if wanted.due_before:
        lines.append(f"AND {due} < :due_before")
    return lines


def _typed(sql: str, *, by_created: bool) -> TextualSelect:
    kinds: dict[str, BindParameter[Any]] = {
        "groups": bindparam("groups", expanding=True),
        "unit_groups": bindparam("unit_groups", expanding=True),
        "mine": bindparam("mine", expanding=True),
        "holders": bindparam("holders", expanding=True),
        "due_before": bindparam("due_before", type_=Date()),
        "never": bindparam("never", type_=Date()),
        "after": bindparam("after", type_=BigInteger() if by_created else Date()),
    }
    words = set(sql.replace(",", " ").replace("(", " ").replace(")", " ").split())
    statement: TextClause = text(sql).bindparams(
        *(kind for name, kind in kinds.items() if f":{name}" in words)
    )
    return statement.columns(
        key=BigInteger,
        element_id=String,
        definition_key=BigInteger,
        candidate_groups=String,
        created_at=BigInteger,
        petition_id=String,
        number=String,
        subject=String,
        received_on=Date,
        holder_id=String,
        due_on=Date,
    )


def is_long(session: Session, groups: list[str] | None) -> bool:
    """Whether more than SHORT_LIST open tasks wait in these groups (None: in any)."""
    condition = "" if groups is None else "WHERE group_name IN :groups"
    counted = text(
        "SELECT count(*) FROM (SELECT 1 FROM journal.user_task_group "  # noqa: S608 - constants
        f"{condition} LIMIT {SHORT_LIST + 1}) AS counted"
    )
    if groups is None:
        found = session.execute(counted)
    else:
        counted = counted.bindparams(bindparam("groups", expanding=True))
        found = session.execute(counted, {"groups": groups or [""]})
    return int(found.scalar_one()) > SHORT_LIST
