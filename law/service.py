"""Serving documents (送达) and the day of receipt that starts D07 and D09.

The regulation has no rule of service; the Civil Procedure Law (87 to 95) is applied by analogy.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from law.errors import (
    ConsentMissing,
    ProofOfServiceMissing,
    PublicNoticeTooEarly,
    RefusalMissing,
)


class Way(StrEnum):
    """How a document is served."""

    in_person = "in_person"  # 当面
    left = "left"  # 留置
    electronic = "electronic"
    post = "post"
    public_notice = "public_notice"  # 公告


BASES = {
    Way.in_person: "civil_procedure_law:88",
    Way.left: "civil_procedure_law:89",
    Way.electronic: "civil_procedure_law:90",
    Way.post: "civil_procedure_law:91",
    Way.public_notice: "civil_procedure_law:95",
}


@dataclass(frozen=True)
class Service:
    """One service. `on`: the day on the signed receipt, of leaving the document, of arrival in the
    recipient's system, on the postal return slip, or of publication.

    `is_proved`: the receipt or slip is on file; for a document left behind, a witness's signature
    or pictures.
    """

    way: Way
    on: date
    is_proved: bool = True
    consented: bool = False
    refused: bool = False
    other_ways_failed: bool = False


@dataclass(frozen=True)
class ServicePolicy:
    """As an office has set it; the number is that of the Civil Procedure Law, by analogy."""

    public_notice_days: int = 30


DEFAULT_POLICY = ServicePolicy()


def received_on(service: Service, policy: ServicePolicy = DEFAULT_POLICY) -> date:
    """The day that counts as receipt, from which the petitioner's period runs.

    Raises:
        ProofOfServiceMissing: nothing proves the day.
        ConsentMissing: electronic service was not agreed to.
        RefusalMissing: a document is left behind only where the recipient refuses it.
        PublicNoticeTooEarly: another way has not been tried.
    """
    if not service.is_proved:
        raise ProofOfServiceMissing(service.way.value)
    if service.way is Way.electronic and not service.consented:
        raise ConsentMissing
    if service.way is Way.left and not service.refused:
        raise RefusalMissing
    if service.way is not Way.public_notice:
        return service.on
    if not service.other_ways_failed:
        raise PublicNoticeTooEarly
    return service.on + timedelta(days=policy.public_notice_days)
