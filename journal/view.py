"""What the projections look at while records are folded: the rows of one batch, in memory.

Before the fold the rows that its records need are read in a few queries; the fold itself touches no
database, so a record that fails harms nothing; afterwards the changed rows are written in bulk.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Table

from journal.shape import Change, Key, Row, check_row, primary_key
from journal.tables import instance, user_task

Need = tuple[Column[Any], Any]
"""(column, value): the rows whose column has this engine key must be at hand."""


class View:
    """Rows by table and primary key; remembers what changed and which tasks an element has."""

    def __init__(self) -> None:
        self._rows: dict[Table, dict[Key, Row]] = defaultdict(dict)
        self._tasks_of_element: dict[int, set[int]] = defaultdict(set)
        self.changed: dict[Table, dict[Key, Row]] = defaultdict(dict)
        self.stored_instances: set[int] = set()

    def get(self, table: Table, key: Key) -> Row | None:
        """The row with this primary key (a tuple when it has several columns), or None."""
        return self._rows[table].get(key)

    def all(self, table: Table) -> list[Row]:
        """Every row of this table that is at hand."""
        return list(self._rows[table].values())

    def tasks_of_element(self, element_instance_key: int) -> list[Row]:
        """The user tasks that belong to an element instance."""
        tasks = self._rows[user_task]
        return [tasks[key] for key in sorted(self._tasks_of_element.get(element_instance_key, ()))]

    def load(self, table: Table, rows: Iterable[Row]) -> None:
        """Take rows as the database has them; a row that is here already is newer and stays."""
        for row in rows:
            key = primary_key(table, row)
            if table is instance:
                self.stored_instances.add(row["key"])
            if key not in self._rows[table]:
                self._keep(table, key, row)

    def accept(self, changes: Iterable[Change]) -> None:
        """Take what one record changes: all of it, or nothing when a row does not fit its table.

        Raises Undigestible.
        """
        changes = list(changes)
        for table, row in changes:
            check_row(table, row)
        for table, row in changes:
            key = primary_key(table, row)
            self._keep(table, key, row)
            self.changed[table][key] = row

    def _keep(self, table: Table, key: Key, row: Row) -> None:
        self._rows[table][key] = row
        if table is user_task:
            self._tasks_of_element[row["element_instance_key"]].add(row["key"])
