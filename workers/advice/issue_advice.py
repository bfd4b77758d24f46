"""发出建议书 - 《信访工作条例》第十四条、第四十条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import SupervisionStep
from records.models.supervision import AdviceKind
from records.supervisions.advice import note_issued
from records.supervisions.find import advice_of, supervision_of
from records.supervisions.ladder import take_step
from workers import runtime
from workers.matter_clocks import named
from workers.measures import issue_letter
from workers.notices.issue_advice import issue_advice_notice

STEPS = {
    AdviceKind.improve: SupervisionStep.suggest_improvement,
    AdviceKind.policy: SupervisionStep.suggest_policy,
    AdviceKind.liability: SupervisionStep.suggest_liability,
}

router = ZeebeTaskRouter()


@router.task(task_type="issue_advice", timeout_ms=runtime.LEASE_MS)
def issue_advice(supervision_id: str) -> dict[str, str | None]:
    """The suggestion goes to its addressee, who has the time of D17 to say what became of it."""
    with runtime.transaction() as (session, now):
        row = supervision_of(session, supervision_id)
        advice = advice_of(session, supervision_id)
        take_step(session, row, STEPS[advice.kind], now=now)
        clock = note_issued(session, row, advice, now=now)
        issue_letter(session, row, issue_advice_notice, now=now)
        return named("adoption", clock)
