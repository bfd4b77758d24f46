"""起算本级转送期限 - 《信访工作条例》第二十二条第一款第二项."""

from datetime import date, datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.clock_rules import rule_for
from law.levels import Level
from records.clocks.append import ClockView
from records.earlier import level_of
from records.ledger import ENGINE, open_clock
from records.models import Matter
from workers import runtime
from workers.cases import day_of, matter_of
from workers.matter_clocks import named, open_for

SHARE, SIMPLE_SHARE = "D01a", "D14"

router = ZeebeTaskRouter()


@router.task(task_type="start_level_clock", timeout_ms=runtime.LEASE_MS)
def start_level_clock(matter_id: str) -> dict[str, str | None]:
    """Open the share of the bureau that has the matter now; a simple matter has a shorter one."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        received_on = matter.received_on or day_of(now)
        if matter.simple_ground is not None:
            clock = open_for(session, matter, SIMPLE_SHARE, received_on, now)
        else:
            clock = _share(session, matter, received_on, now)
        return named("level", clock)


def _share(session: Session, matter: Matter, received_on: date, now: datetime) -> ClockView:
    """The share of its level; a bureau whose level is not recorded counts as a county's."""
    rule = rule_for(SHARE, received_on)
    level = level_of(session, matter.unit_id, Level.county)
    known = dict(rule.variants)
    return open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=SHARE,
        started_on=received_on,
        days=known.get(level.value, known[Level.county.value]),
        basis=rule.basis,
        actor=ENGINE,
        now=now,
    )
