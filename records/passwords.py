"""What a password must be like, and changing one's own."""

import secrets

from sqlmodel import Session

from records.errors import RecordsError
from records.models import User

SHORTEST, LONGEST = 10, 72
# Guesses that somebody needs who knows the usual patterns; fewer than this is a common password.
FEWEST_GUESSES = 10**8
# Read aloud and typed once: no signs that look alike.
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


class PasswordUnfit(RecordsError):
    """This password cannot be used. Choose another one."""

    field = "password"


class PasswordLength(PasswordUnfit):
    """A password has 10 to 72 characters. A sentence of a few words is easy to remember."""


class PasswordHasName(PasswordUnfit):
    """The password contains your name or user name. Choose one that does not."""


class PasswordCommon(PasswordUnfit):
    """This password is easily guessed: it is common or follows a pattern. Choose another one."""


class PasswordUnchanged(PasswordUnfit):
    """This is the password you have now. Choose another one."""


class PasswordWrong(RecordsError):
    """The current password is not right. Type it again."""

    field = "current"


def check_new_password(password: str, *, user_id: str, name: str) -> None:
    """Raises PasswordLength, PasswordHasName or PasswordCommon when it is not good enough."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordLength
    lowered = password.lower()
    if any(part in lowered for part in _names(user_id, name)):
        raise PasswordHasName
    # Imported late: its word lists take a while to load, and few requests need them.
    from zxcvbn import zxcvbn

    if zxcvbn(password)["guesses"] < FEWEST_GUESSES:
        raise PasswordCommon


def new_temporary_password() -> str:
    """A password for one sign-in, such as k7mw-9xqe-3hnt."""
    signs = [secrets.choice(_READABLE) for _ in range(12)]
    return "-".join("".join(signs[at : at + 4]) for at in (0, 4, 8))


def set_password(session: Session, user: User, password_hash: str, *, is_temporary: bool) -> None:
    """Keep this hash; a temporary password has to be changed at the next sign-in."""
    user.password_hash = password_hash
    user.must_change_password = is_temporary
    session.add(user)


def _names(user_id: str, name: str) -> list[str]:
    # One or two letters are in every second password.
    shortest = {user_id.lower(): 3, name.lower(): 2}
    return [part for part, length in shortest.items() if len(part) >= length]
