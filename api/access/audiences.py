"""Named groups of roles. Where a role works decides besides: of a case, its bureau, the units that
have or review a matter of it; of what is sealed, the sealed desk of its bureau alone."""

from dataclasses import dataclass

from api.actions.requests.may import (
    ASKING_EXTENSIONS,
    IN_CHARGE,
    ORDERING_SUPERVISION,
    TAKING_RATINGS,
    TAKING_STATEMENTS,
    WRITING_TO_PETITIONERS,
)
from api.actions.requests.urgent import RAISING, RAISING_AT_UNIT
from records.people import (
    BUREAU_ROLES,
    ENGINE_ROLES,
    LEADER_ROLES,
    OVERSIGHT_ROLES,
    REVIEW_ROLES,
    ROLES,
    SEALED_ROLES,
    UNIT_ROLES,
)
from records.task_work.urging import URGERS


@dataclass(frozen=True)
class Audience:
    """Some roles under a name."""

    name: str
    roles: frozenset[str]

    def __contains__(self, role: object) -> bool:
        return role in self.roles


def _of(name: str, *roles: str) -> Audience:
    return Audience(name, frozenset(roles))


EVERYBODY = _of("everybody signed in", *ROLES)
WORKERS = _of("who works on cases", *BUREAU_ROLES, *UNIT_ROLES, *SEALED_ROLES)
READERS = _of("who reads cases", *WORKERS.roles, *OVERSIGHT_ROLES)
TASK_READERS = _of("who sees its tasks", *READERS.roles)
OPEN_READERS = _of("who reads open cases", *BUREAU_ROLES, *UNIT_ROLES, *OVERSIGHT_ROLES)
SEALED_DESK = _of("sealed desk", *SEALED_ROLES)
ADMINISTRATORS = _of("administrators", "administrator")
ENGINE = _of("who runs the engine", *ENGINE_ROLES)
LEADERS = _of("leaders", *LEADER_ROLES)
TASK_LEADERS = _of("who works on cases, and leaders", *WORKERS.roles, *LEADER_ROLES)
URGING = _of("who urges", *URGERS, *LEADER_ROLES)
FILERS = _of("who files", "window_clerk", "acceptance_clerk", "administrator")
WINDOW = _of("window", "window_clerk")
WINDOW_LOOKERS = _of("who sees the window", "window_clerk", "bureau_leader")
UNIT_LEADERS = _of("leaders of the unit", "unit_leader")
RECEIPT_LEADERS = _of("leaders of the unit and the bureau", "unit_leader", "bureau_leader")
TRANSFERRERS = _of("who gives matters to units", "classifier", "bureau_leader")
STATEMENTS = _of("who takes statements", *TAKING_STATEMENTS, *IN_CHARGE, *SEALED_ROLES)
EXTENDING = _of("who asks for extensions", *ASKING_EXTENSIONS)
CHOICES = _of("who hears the choice of a route", "window_clerk", "classifier", *IN_CHARGE)
WRITERS = _of("who writes to petitioners", *WRITING_TO_PETITIONERS, *IN_CHARGE)
RATERS = _of("who takes ratings", *TAKING_RATINGS)
SUPERVISING = _of("who orders supervision", *ORDERING_SUPERVISION)
REVIEW_TAKERS = _of(
    "who takes requests for review", *TAKING_STATEMENTS, "acceptance_clerk", "review_clerk"
)
REVIEW_HEARERS = _of("who hears about reviews", *TAKING_STATEMENTS, *REVIEW_ROLES)
REPORTERS = _of("who reports what is urgent", *RAISING, *RAISING_AT_UNIT)
UNMASKED = _of(
    "who may look at a field of a person",
    *(READERS.roles - {"manager", "administrator", "legal_reviewer"}),
)
