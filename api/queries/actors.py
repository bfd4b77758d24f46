"""Names of those who acted: people, the engine, the petitioner; and of groups `role@unit`."""

from collections.abc import Iterable

from sqlmodel import Session

from api.i18n import text_or
from api.language import Language
from api.shapes.common import Named
from records.people import unit_names, user_names


class Actors:
    """Looks names up once per request."""

    def __init__(self, session: Session, language: Language) -> None:
        self._session = session
        self._language = language
        self._users: dict[str, str] = {}
        self._units: dict[str, str] | None = None

    def load(self, user_ids: Iterable[str | None]) -> None:
        """Fetch these names in one query."""
        wanted = {user_id for user_id in user_ids if user_id} - self._users.keys()
        if wanted:
            self._users |= user_names(self._session, wanted)

    def name(self, actor: str) -> str:
        """The name of a user, or of the engine and others that are no users."""
        self.load([actor])
        return self._users.get(actor) or text_or(self._language, f"actor.{actor}", actor)

    def named(self, actor: str | None) -> Named | None:
        """Id and name."""
        return Named(id=actor, name=self.name(actor)) if actor else None

    def unit(self, unit_id: str) -> str:
        """The name of a unit."""
        if self._units is None:
            self._units = unit_names(self._session)
        return self._units.get(unit_id, unit_id)

    def group(self, group: str) -> str:
        """A candidate group in words: unit and role."""
        role, _, unit_id = group.partition("@")
        return f"{self.unit(unit_id)} {text_or(self._language, f'role.{role}', role)}"
