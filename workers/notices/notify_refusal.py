"""不予受理告知单（程序性）: a bureau does not take the petition on (articles 19 and 20)."""

from dataclasses import dataclass

from sqlmodel import Session

from law.decision_facts import Repetition
from records.models import Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.earlier import earlier_petitions, standings
from workers.notices.notify_no_longer_accepted import repetition_of
from workers.notices.refusal_words import REFUSALS
from workers.notices.refused import REVIEW_MISSED, RefusalNotice, reason_of

IN_PERIOD, LEVEL_SKIPPED = "in_period", "level_skipped"
CODES = {Repetition.in_progress: IN_PERIOD, Repetition.review_missed: REVIEW_MISSED}


@dataclass(frozen=True)
class ProceduralRefusal(RefusalNotice):
    """Level, repetition, time: nothing is said of the merits."""

    element_id = "notify_refusal"


def notify_refusal_notice(session: Session, petition: Petition) -> ProceduralRefusal:
    """The notice. What repeats nothing is refused for its level alone."""
    code = CODES.get(repetition_of(petition), LEVEL_SKIPPED)
    reason, basis = reason_of(session, petition, code)
    wording = REFUSALS[code]
    running = [
        line for one in earlier_petitions(session, petition) for line in standings(session, one)
    ]
    carried = [f"信访件编号{one.number}，{one.unit}{one.stand}。" for one in running]
    return ProceduralRefusal(
        kind="不受",
        title="信访事项不予受理告知单",
        basis=basis,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition),
        nature="程序性",
        reason=reason,
        explanation=(wording.why, *(carried if code == IN_PERIOD else [])),
        where_to_go=(wording.where,),
    )
