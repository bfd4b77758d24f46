"""What one row of the table says, and the few kinds of rows there are."""

from dataclasses import dataclass

from api.access.audiences import EVERYBODY, READERS, WINDOW_LOOKERS, Audience

FORBIDDEN, UNKNOWN, NOT_SIGNED_IN = 403, 404, 401
NOBODY = Audience("nobody", frozenset())


@dataclass(frozen=True)
class Row:
    """Who may use an operation, on what concerns them; `seen_by` else hear that they may not.

    For everybody else there is nothing: 404. `who` is None where nobody need be signed in.
    """

    who: Audience | None
    seen_by: Audience = NOBODY
    own: str = ""

    def refusal(self, role: str | None) -> int | None:
        """The status that refuses this role, None where it is let in; without a role: nobody."""
        if self.who is None:
            return None
        if role is None:
            return NOT_SIGNED_IN
        if role in self.who:
            return None
        return FORBIDDEN if role in self.seen_by else UNKNOWN


PUBLIC = Row(None)
SIGNED_IN = Row(EVERYBODY)
READ_CASE = Row(READERS, own="cases of one's own desk")


def own(what: str) -> Row:
    """Everybody, of what is their own; what is another's does not exist."""
    return Row(EVERYBODY, own=what)


def by_role(who: Audience) -> Row:
    """A known door: others are told that their role does not allow it."""
    return Row(who, EVERYBODY)


def hidden(who: Audience, what: str = "") -> Row:
    """A door that others do not see."""
    return Row(who, own=what)


def on_case(who: Audience, what: str = "cases of one's own desk") -> Row:
    """Something done in a case, or at a task of one, that the person sees."""
    return Row(who, READERS, own=what)


def at_window(who: Audience) -> Row:
    """Something done at the window."""
    return Row(who, WINDOW_LOOKERS, own="one's own window")
