"""Reopening what is final: new facts or reasons (the other side of regulation 36(3)).

Only the same facts and reasons are not taken up again. That a clerk and a leader decide together,
with a written reason, is set by the office; what counts as new is left to them.
"""

from law.errors import NewFactsUndecided


def check_new_facts(*, clerk: str, leader: str, has_reason: bool) -> None:
    """Whether a new case may be opened on a final matter; account ids, empty until they agree.

    Raises:
        NewFactsUndecided: not by two different people, or without a written reason.
    """
    is_by_two = bool(clerk) and bool(leader) and clerk != leader
    if not is_by_two or not has_reason:
        raise NewFactsUndecided
