"""Tasks that people hold and that are due soon or late, for the list of the day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, Row, String, bindparam, text
from sqlmodel import Session

from records.people import SEALED_ROLES

# CROSS JOIN keeps SQLite to the order written: few tasks are held, many petitions are open.
_DUE = """
SELECT h.user_id AS user_id, t.key AS task_key, t.element_id AS element_id,
       p.id AS petition_id, min(c.due_on) AS due_on,
       EXISTS (SELECT 1 FROM journal.user_task_group g
               WHERE g.task_key = t.key AND g.group_name LIKE :sealed) AS is_sealed
FROM task_hold h CROSS JOIN journal.user_task t CROSS JOIN petition p CROSS JOIN clock c
WHERE t.key = h.task_key AND t.state = 'created' AND p.id = t.business_key
  AND c.petition_id = p.id AND c.is_running
  AND NOT EXISTS (SELECT 1 FROM task_decision d WHERE d.task_key = t.key)
GROUP BY h.user_id, t.key, t.element_id, p.id
HAVING min(c.due_on) <= :until
ORDER BY min(c.due_on), t.key
"""


def due_tasks(session: Session, until: date) -> Sequence[Row[Any]]:
    """Who holds which open task whose petition is due by this day, the nearest first.

    Of several running clocks of a petition the one that ends first counts, as in the inbox.
    """
    statement = (
        text(_DUE)
        .bindparams(bindparam("until", type_=Date()))
        .columns(
            user_id=String,
            task_key=BigInteger,
            element_id=String,
            petition_id=String,
            due_on=Date,
            is_sealed=Boolean,
        )
    )
    return session.execute(statement, {"until": until, "sealed": f"{SEALED_ROLES[0]}@%"}).all()
