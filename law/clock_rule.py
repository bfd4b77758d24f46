"""What a statutory clock is made of: length, unit, start, pause, extension and dates in force."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from law.errors import StatutoryLength, UnknownVariant
from law.period_types import Roll, Unit


class Mark(StrEnum):
    """How well a rule is established. All but `statute` are configurable defaults."""

    statute = "statute"
    local = "local"  # read in a local text that serves as a model only
    recalled = "recalled"  # practice or superseded rules, not read in a text in force


class PauseRule(StrEnum):
    """Whether something can stop the clock."""

    none = "none"
    statute = "statute"  # hearing time in re-review, regulation 36(2)
    config_off = "config_off"  # an office may switch it on
    config_on = "config_on"

    @property
    def allows_pause(self) -> bool:
        """By statute or because the office switched it on."""
        return self in (PauseRule.statute, PauseRule.config_on)


@dataclass(frozen=True)
class Extension:
    """How a period can be lengthened. `max_days` None: whoever set the period decides."""

    max_days: int | None
    once: bool
    basis: str
    approver: str


@dataclass(frozen=True)
class ClockRule:
    """One period. `basis` is an id of law.sources; `starts_with` names the event that starts it.

    `length` None: set when the clock starts (by letter, decision or variant). `counts_back` means
    that the length lies before an event. `waived_if` names the circumstance that lifts the duty.
    `is_window`: the period of a right, which lapses when it ends; the others are duties, and late.
    """

    code: str
    name_zh: str
    name_en: str
    basis: str
    mark: Mark
    length: int | None
    unit: Unit
    starts_with: str
    pause_rule: PauseRule = PauseRule.none
    extension: Extension | None = None
    roll: Roll = Roll.alert_unrolled
    in_force_from: date = date(2022, 5, 1)
    in_force_to: date | None = None
    variants: tuple[tuple[str, int], ...] = ()
    counts_back: bool = False
    waived_if: str = ""
    is_window: bool = False

    @property
    def is_configurable(self) -> bool:
        """Whether the length is an office's to set; shown as a default, never as the law."""
        return self.mark is not Mark.statute or self.length is None

    def is_in_force(self, on: date) -> bool:
        """Whether the rule was law on that day; both ends belong to it."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)

    def length_of(self, variant: str) -> int:
        """The length of a variant, as "county" of the limits by level.

        Raises:
            UnknownVariant: the rule does not know it.
        """
        for name, length in self.variants:
            if name == variant:
                return length
        raise UnknownVariant(f"{self.code} {variant}")

    def configured(
        self,
        *,
        length: int | None = None,
        unit: Unit | None = None,
        roll: Roll | None = None,
        pause: bool | None = None,
    ) -> "ClockRule":
        """The rule as an office has set it. Roll and a non-statutory pause are always its choice.

        Raises:
            StatutoryLength: length or unit of a period fixed by statute.
        """
        if (length is not None or unit is not None) and not self.is_configurable:
            raise StatutoryLength(self.code)
        pause_rule = self.pause_rule
        if pause is not None and pause_rule is not PauseRule.statute:
            pause_rule = PauseRule.config_on if pause else PauseRule.config_off
        return replace(
            self,
            length=self.length if length is None else length,
            unit=unit or self.unit,
            roll=roll or self.roll,
            pause_rule=pause_rule,
        )
