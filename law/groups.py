"""Many people with one matter: representatives, group visits, joint letters.

Regulation 20(3): a common matter raised by visit is put forward by at most five representatives.
From how many people on it counts as a group, and the bands of the statistics, is practice that
an office sets. Whether simple handling is excluded is for the table `propose_procedure`; this
module gives it the fact.
"""

from dataclasses import dataclass
from enum import StrEnum

from law.decision_settings import DEFAULT_SETTINGS
from law.errors import RepresentativesMissing, TooManyRepresentatives

MOST_REPRESENTATIVES = 5  # regulation 20(3)

Band = tuple[int, int | None]


class GroupKind(StrEnum):
    """What a petition is by the number of its people."""

    single = "single"  # 个访、个信
    group_visit = "group_visit"  # 集体访
    joint_letter = "joint_letter"  # 联名信, also online


@dataclass(frozen=True)
class GroupPolicy:
    """When people count as a group, as an office has set it. Bands: first and last number."""

    group_from: int = DEFAULT_SETTINGS.group_from
    bands: tuple[Band, ...] = ((5, 10), (11, 20), (21, 50), (51, 100), (101, None))


DEFAULT_POLICY = GroupPolicy()


def group_kind(people: int, *, by_visit: bool, policy: GroupPolicy = DEFAULT_POLICY) -> GroupKind:
    """What so many people are, by visit or in writing."""
    if people < policy.group_from:
        return GroupKind.single
    return GroupKind.group_visit if by_visit else GroupKind.joint_letter


def band_of(people: int, policy: GroupPolicy = DEFAULT_POLICY) -> Band | None:
    """The band of the statistics that this number is in; None below the first."""
    for first, last in policy.bands:
        if first <= people and (last is None or people <= last):
            return first, last
    return None


def check_representatives(people: int, representatives: int, *, by_visit: bool) -> None:
    """Regulation 20(3), for a visit: more than five people choose at most five to speak.

    Everybody is listed all the same; only who speaks is limited.

    Raises:
        TooManyRepresentatives: more than five.
        RepresentativesMissing: none was chosen.
    """
    if not by_visit or people <= MOST_REPRESENTATIVES:
        return
    if representatives > MOST_REPRESENTATIVES:
        raise TooManyRepresentatives(f"{representatives} > {MOST_REPRESENTATIVES}")
    if representatives < 1:
        raise RepresentativesMissing
