"""Who stands for which role in the office where everything is called, and what they have."""

from dataclasses import dataclass

from records.demo import (
    BUREAU,
    BUREAU_ACCOUNTS,
    REVIEW_ACCOUNTS,
    REVIEW_BODY,
    UNIT_ACCOUNTS,
)
from tests.api.office import HOUSING

# Who stands for a role, and where: at the bureau, at the unit that handles, where it is reviewed.
USERS: dict[str, tuple[str, str]] = {
    **{role: (user, BUREAU) for user, (_, role) in BUREAU_ACCOUNTS.items()},
    **{
        role: (f"{user}_zj", HOUSING)
        for user, (_, role) in UNIT_ACCOUNTS.items()
        if user[-1] != "2"
    },
    **{
        role: (user, REVIEW_BODY)
        for user, (_, role) in REVIEW_ACCOUNTS.items()
        if role.startswith("review_") and user[-1] != "2"
    },
}
# Nobody of these has tasks of their own.
WITHOUT_TASKS = ("manager", "auditor", "administrator", "designer", "operator")
COLLEAGUE = {BUREAU: "leader", HOUSING: "unit_leader_zj", REVIEW_BODY: "review_leader"}


def colleague_of(user: str, unit: str) -> str:
    """Somebody else who works with them."""
    return "clerk" if user == COLLEAGUE[unit] else COLLEAGUE[unit]


@dataclass(frozen=True)
class Things:
    """What the parameters of addresses mean to one role; `held` is a task of their own."""

    values: dict[str, str]
    user: str
    unit: str
    held: int
    free: int
    given: int
    asked: int
    signed: int
