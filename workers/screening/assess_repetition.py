"""归纳重复情况 - 《信访工作条例》第十九条、第二十条、第三十五条、第三十六条."""

from collections.abc import Sequence

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.decision_facts import ActingAs, Repetition
from law.levels import Level
from law.repetition import EarlierMatter, Finding, repetition_of
from records.calendar import load_calendar
from records.earlier import level_of, related_matters
from records.models import Petition
from records.registration.flags import flags_of
from records.task_decisions import latest
from workers import runtime
from workers.cases import petition_of

LEVEL_SKIPPED = "level_skipped"
# The regulation lets a visitor go one level up; who registers flags a visit beyond that.
BEYOND_THE_NEXT_LEVEL = 2

router = ZeebeTaskRouter()


@router.task(task_type="assess_repetition", timeout_ms=runtime.LEASE_MS)
def assess_repetition(petition_id: str) -> dict[str, str | int | bool]:
    """What the table of admissibility is told: what earlier matters mean, level, name.

    A matter in progress below this bureau, or a visit flagged as skipping levels, makes the gap.
    """
    with runtime.transaction() as (session, _):
        petition = petition_of(session, petition_id)
        at = level_of(session, petition.bureau_id, Level.county)
        earlier = related_matters(session, petition, at)
        finding = _finding(session, petition, earlier, at)
        repetition = finding.state.fact
        petition.repetition = repetition.value
        return {
            "repetition": repetition.value,
            "level_gap": max(_gap_below(finding, earlier, at), _gap_of_visit(session, petition)),
            "is_name_clear": petition.is_name_clear,
            "acting_as": ActingAs.bureau.value,
            "arrival": "",
            "has_power": True,
            "is_sealed": False,
        }


def _finding(
    session: Session, petition: Petition, earlier: Sequence[EarlierMatter], at: Level
) -> Finding:
    judged = latest(session, "judge_repetition", petition_id=petition.id)
    confirmed = latest(session, "confirm_new_facts", petition_id=petition.id)
    said = judged.data if judged else {}
    is_confirmed = bool(confirmed and confirmed.data.get("is_new_facts_confirmed") == "yes")
    return repetition_of(
        earlier,
        at=at,
        today=petition.posted_on or petition.received_on,  # the postmark counts
        calendar=load_calendar(session),
        new_facts=bool(said.get("new_facts")) and is_confirmed,
        just_cause=bool(said.get("just_cause")),
    )


def _gap_below(finding: Finding, earlier: Sequence[EarlierMatter], at: Level) -> int:
    """How many levels below this bureau the matter in progress is."""
    if finding.state.fact is not Repetition.in_progress:
        return 0
    level = next(one.level for one in earlier if one.id == finding.earlier_id)
    return max(level.rank - at.rank, 0)


def _gap_of_visit(session: Session, petition: Petition) -> int:
    return BEYOND_THE_NEXT_LEVEL if LEVEL_SKIPPED in flags_of(session, petition) else 0
