"""What an office sets for the decision tables: none of it is law, so none of it is in a table."""

from dataclasses import asdict, dataclass

from law.alerts import DEFAULT_POLICY

WARN_FROM, ALARM_FROM, SEVERE_FROM = DEFAULT_POLICY.percents


@dataclass(frozen=True)
class DecisionSettings:
    """Numbers that tables compare with.

    `group_from` is the number of people who count as a group (集体访), by practice five. The
    others are percents of a period gone by at which its level rises to 预警, 警告 and 严重警告;
    by default those at which alerts are raised, so that list and alerts agree.
    """

    group_from: int = 5
    warn_from: int = WARN_FROM
    alarm_from: int = ALARM_FROM
    severe_from: int = SEVERE_FROM

    def facts(self) -> dict[str, int]:
        """The variables that a table is given with the facts of a matter."""
        return asdict(self)


DEFAULT_SETTINGS = DecisionSettings()
