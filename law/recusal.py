"""Recusal (regulation 28(3)): no handler with a direct interest in matter or petitioner.

Whether an interest is direct is left to the leader who assigns.
"""

from collections.abc import Collection, Sequence

from law.errors import HandlerHasInterest, NoHandlerLeft


def check_handler(handler: str, interested: Collection[str]) -> None:
    """Refuse a handler with a direct interest. Ids of accounts, not names.

    Raises:
        HandlerHasInterest: somebody else must be assigned.
    """
    if handler in interested:
        raise HandlerHasInterest


def handlers_left(candidates: Sequence[str], interested: Collection[str]) -> list[str]:
    """Who may be assigned, in the given order.

    Raises:
        NoHandlerLeft: everybody has an interest; the unit above assigns.
    """
    left = [candidate for candidate in candidates if candidate not in interested]
    if not left:
        raise NoHandlerLeft
    return left
