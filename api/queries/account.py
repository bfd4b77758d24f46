"""What somebody sees of their own account."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from api.language import Language
from api.queries.absences import AbsenceChoices, absence_choices, absence_views
from api.queries.actors import Actors
from api.shapes.absence import AbsenceOut
from records.models import User
from records.person import Person


@dataclass(frozen=True)
class Account:
    """Roles in words, whether there is a password, absences and whom these can name."""

    groups: list[str]
    has_password: bool
    absences: list[AbsenceOut]
    choices: AbsenceChoices


def account_view(session: Session, person: Person, language: Language, today: date) -> Account:
    """The account of who is signed in."""
    actors = Actors(session, language)
    return Account(
        groups=[actors.group(group) for group in sorted(person.own_groups)],
        has_password=bool(session.get_one(User, person.id).password_hash),
        absences=absence_views(session, person, language, today),
        choices=absence_choices(session, person),
    )
