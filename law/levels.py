"""Levels of organs, from the state council's down to town and street."""

from enum import StrEnum


class Level(StrEnum):
    """Where an organ stands in the hierarchy, highest first."""

    national = "national"
    province = "province"
    city = "city"
    county = "county"
    town = "town"  # 乡镇、街道

    @property
    def rank(self) -> int:
        """1 for the highest."""
        return list(Level).index(self) + 1

    def is_above(self, other: "Level") -> bool:
        """Whether this level is higher than the other."""
        return self.rank < other.rank
