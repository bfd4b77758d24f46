"""The demo city as a simulated year needs it: which account is in which candidate group."""

from records.demo import (
    BUREAU,
    BUREAU_ACCOUNTS,
    DIVISION,
    LOWER_BUREAU,
    REVIEW_ACCOUNTS,
    REVIEW_BODIES,
    UNIT_ACCOUNTS,
    UNITS,
)
from simulation.year.bodies import Window

WINDOW = Window(bureau=BUREAU, prefix=DIVISION)
# The first account of a role does the work; the second handler investigates along.
SECOND = "2"


def accounts() -> dict[str, str]:
    """User id by candidate group `role@unit`."""
    found = {f"{role}@{BUREAU}": user for user, (_, role) in BUREAU_ACCOUNTS.items()}
    found[f"classifier@{LOWER_BUREAU}"] = "classifier_qx"
    for body, before in REVIEW_BODIES.items():
        for user, (_, role) in REVIEW_ACCOUNTS.items():
            found.setdefault(f"{role}@{body}", f"{before}{user}")
    for unit in UNITS:
        for prefix, (_, role) in UNIT_ACCOUNTS.items():
            if not prefix.endswith(SECOND):
                found[f"{role}@{DIVISION}-{unit}"] = f"{prefix}_{unit}"
    return found


OVERSEERS = (("manager", "all"), ("sealed", "groups"))
UNIT_NAMES = list(UNITS)
