"""Mediation and settlement (regulation 33): within the discretion, with the consent of both sides.

What an agreement contains, when it takes effect and within which time both sides may ask a court
to confirm it follow the People's Mediation Law (28 to 33), applied by analogy where the office
itself mediates.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.errors import AgreementIncomplete, ConfirmationTooLate, PerformanceBeforeAgreement

PERFORMANCE = "D26"
CONFIRMATION = "D19"
# Everything mediation opens; none of it is a duty of the unit.
CLOCKS = (PERFORMANCE, CONFIRMATION)


class AgreementKind(StrEnum):
    """Which document is drawn up: after a mediator helped, or between the sides alone."""

    mediation = "mediation"  # 调解协议书
    settlement = "settlement"  # 和解协议书


@dataclass(frozen=True)
class Consents:
    """Whether mediation is open at all: discretion, and the consent of either side."""

    within_discretion: bool
    petitioner: bool
    other_side: bool

    @property
    def may_mediate(self) -> bool:
        """All three together (article 33)."""
        return self.within_discretion and self.petitioner and self.other_side


@dataclass(frozen=True)
class Agreement:
    """What was agreed; texts as whether they are there."""

    parties: bool
    dispute: bool
    content: bool
    way: bool
    agreed_on: date | None
    perform_until: date | None


def check_agreement(agreement: Agreement) -> tuple[date, date]:
    """The day an agreement takes effect and the last day to perform it.

    Raises:
        AgreementIncomplete: one of the three items is missing: the parties; facts and dispute;
            content with way and time of performance.
        PerformanceBeforeAgreement: it would have been performed before it was made.
    """
    parts = {
        "parties": agreement.parties,
        "dispute": agreement.dispute,
        "content": agreement.content,
        "way": agreement.way,
    }
    missing = [name for name, is_there in parts.items() if not is_there]
    agreed_on, perform_until = agreement.agreed_on, agreement.perform_until
    if missing or agreed_on is None or perform_until is None:
        raise AgreementIncomplete(", ".join(missing) or "dates")
    if perform_until < agreed_on:
        raise PerformanceBeforeAgreement(f"{perform_until} < {agreed_on}")
    return agreed_on, perform_until


def check_confirmation(asked_on: date, last_day: date) -> None:
    """Whether both sides asked the court in time.

    Raises:
        ConfirmationTooLate: after the last day of D19.
    """
    if asked_on > last_day:
        raise ConfirmationTooLate(f"{asked_on} > {last_day}")
