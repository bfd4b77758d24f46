"""不予受理告知单（实体性）: the unit has no power over the matter (articles 23 and 31)."""

from dataclasses import dataclass

from sqlmodel import Session

from records.models import Matter, Petition
from records.task_decisions import latest
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.refusal_words import REFUSALS
from workers.notices.refused import NO_POWER, RefusalNotice, reason_of
from workers.notices.words import paragraphs

EXAMINED = "examine_matter"


@dataclass(frozen=True)
class SubstantiveRefusal(RefusalNotice):
    """Of a unit that the petitioner came to directly."""

    element_id = "refuse_matter"


def refuse_matter_notice(
    session: Session, petition: Petition, matter: Matter
) -> SubstantiveRefusal:
    """The notice; `examine_matter` says where to go instead, and may say a coded reason."""
    decision = latest(session, EXAMINED, matter_id=matter.id)
    data = decision.data if decision else {}
    code = str(data.get("refusal_reason") or NO_POWER)
    reason, basis = reason_of(session, petition, code)
    known = REFUSALS.get(code)
    return SubstantiveRefusal(
        kind="不受",
        title="信访事项不予受理告知单",
        basis=basis,
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        nature="实体性",
        reason=reason,
        explanation=(known.why if known else reason, *paragraphs(data.get("objection_reasons"))),
        where_to_go=paragraphs(data.get("legal_path")),
    )
