"""Making a supervision: the row, its trace, and the instance of the process that carries it on."""

from datetime import date, datetime

from sqlmodel import Session

from law.decision_facts import SupervisionTrigger
from records import audit, outbox
from records.errors import PetitionNotFound
from records.models import Clock, Petition, Supervision
from records.supervisions.errors import SupervisionRuns
from records.supervisions.find import running_one, supervision_of

ENGINE = "engine"
PROCESS_ID = "supervision"
# What a person may find, as well as order, is for the supervisor to say (articles 38, 40).
BY_HAND = (
    SupervisionTrigger.leader_order,
    SupervisionTrigger.breaks_procedure,
    SupervisionTrigger.shirks_or_deceives,
    SupervisionTrigger.refuses_execution,
    SupervisionTrigger.policy_problem,
    SupervisionTrigger.grave_consequence,
)


def start_supervision(
    session: Session,
    *,
    petition_id: str,
    matter_id: str | None,
    unit_id: str,
    trigger: SupervisionTrigger,
    now: datetime,
    clock: Clock | None = None,
    actor: str = ENGINE,
    reason: str = "",
) -> Supervision:
    """Supervise the unit for this; one that runs for the same matter and trigger is returned.

    Raises PetitionNotFound.
    """
    # Two events at once: the second waits here, then finds the supervision.
    petition = session.get(Petition, petition_id, with_for_update={"key_share": True})
    if petition is None:
        raise PetitionNotFound
    running = running_one(
        session, petition_id=petition_id, matter_id=matter_id, trigger=trigger.value
    )
    if running is not None:
        return running
    row = Supervision(
        petition_id=petition_id,
        matter_id=matter_id,
        unit_id=unit_id,
        trigger=trigger,
        clock_id=clock.id if clock else None,
        due_on=clock.due_on if clock else None,
        opened_at=now,
        opened_by=actor,
        reason=reason,
    )
    session.add(row)
    audit.record(
        session,
        now=now,
        actor=actor,
        action="open_supervision",
        petition_id=petition_id,
        trigger=row.trigger,
        unit=unit_id,
        **({"clock": clock.code} if clock else {}),
    )
    session.flush()
    _start_instance(session, row, petition.bureau_id, now)
    return row


def order_supervision(
    session: Session,
    *,
    petition_id: str,
    matter_id: str | None,
    unit_id: str,
    trigger: SupervisionTrigger,
    reason: str,
    actor: str,
    now: datetime,
) -> Supervision:
    """The same by hand. Raises SupervisionRuns, PetitionNotFound."""
    if running_one(session, petition_id=petition_id, matter_id=matter_id, trigger=trigger.value):
        raise SupervisionRuns
    return start_supervision(
        session,
        petition_id=petition_id,
        matter_id=matter_id,
        unit_id=unit_id,
        trigger=trigger,
        reason=reason,
        actor=actor,
        now=now,
    )


def carry(session: Session, supervision_id: str, instance_key: int, today: date) -> bool:
    """Note that this instance carries the supervision; False when another does, or it is closed.

    Raises SupervisionNotFound.
    """
    row = supervision_of(session, supervision_id)
    if row.instance_key is None and row.closed_at is None:
        row.instance_key, row.step_on = instance_key, today
        session.add(row)
    return row.instance_key == instance_key


def _start_instance(session: Session, row: Supervision, bureau: str, now: datetime) -> None:
    outbox.start_process(
        session,
        PROCESS_ID,
        row.petition_id,
        {
            "supervision_id": row.id,
            "matter_id": row.matter_id,
            "bureau": bureau,
            "unit": row.unit_id,
            "trigger": row.trigger,
            "last_step": row.step.value,
        },
        ordering_key=row.id,
        now=now,
    )
