"""不再受理告知单: what is final is registered and not taken up again (articles 36 and 37)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sqlmodel import Session, select

from law.decision_facts import Repetition
from records.matters import matters_of
from records.models import EarlierStep, Petition
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.earlier import earlier_petitions
from workers.notices.notice import Notice
from workers.notices.referred import OPINION, last_document
from workers.notices.required import Says
from workers.notices.words import chinese_date, words

# Why, and what the regulation says of it. That two of them end a matter is local law, which no
# document cites; the regulation has the duty of care.
REASONS = {
    Repetition.final: ("该事项已经复核，您仍以同一事实和理由提出", "regulation_2022:36(3)"),
    Repetition.litigation_final: ("该事项已经依法终结", "regulation_2022:37(3)"),
    Repetition.unreasonable_final: ("该事项已经按照有关规定审核认定", "regulation_2022:37(3)"),
}


@dataclass(frozen=True)
class Conclusion:
    """What was done before: day, organ, what."""

    on: str
    organ: str
    what: str


@dataclass(frozen=True)
class NoLongerNotice(Notice):
    """Why it is final, what was concluded, and that care goes on."""

    element_id = "notify_no_longer_accepted"

    reason: Annotated[str, Says("不再受理理由")]
    concluded: Annotated[tuple[Conclusion, ...], Says("此前办理情况")]


def notify_no_longer_accepted_notice(session: Session, petition: Petition) -> NoLongerNotice:
    """The notice; `petition.repetition` says what is final."""
    reason, basis = REASONS.get(repetition_of(petition), ("", ""))
    return NoLongerNotice(
        kind="不再",
        title="信访事项不再受理告知单",
        basis=basis,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition),
        reason=reason,
        concluded=tuple(_concluded(session, petition)),
    )


def repetition_of(petition: Petition) -> Repetition:
    """What was found at intake; `none` before."""
    return Repetition(petition.repetition) if petition.repetition else Repetition.none


def _concluded(session: Session, petition: Petition) -> Iterator[Conclusion]:
    """What was told at registration and what is on record here, the oldest first."""
    steps = session.exec(select(EarlierStep).where(EarlierStep.petition_id == petition.id))
    dated = [(one.on, one.organ, words(one.what)) for one in steps]
    for earlier in earlier_petitions(session, petition):
        dated += _on_record(session, earlier)
    for day, organ, what in sorted(dated, key=lambda one: one[0] or date.min):
        yield Conclusion(chinese_date(day) or "日期不详", organ, what)


def _on_record(session: Session, earlier: Petition) -> list[tuple[date | None, str, str]]:
    opinions = [last_document(session, one, OPINION) for one in matters_of(session, earlier.id)]
    told: list[tuple[date | None, str, str]] = [
        (one.issued_on, unit_of(session, one.issued_by).name, f"{one.title}（{one.number}）")
        for one in opinions
        if one
    ]
    organ = unit_of(session, earlier.unit_id or earlier.bureau_id).name
    return told or [(earlier.received_on, organ, f"登记，信访件编号{earlier.number}")]
