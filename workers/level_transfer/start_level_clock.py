"""起算本级转送期限 - 《信访工作条例》第二十二条第一款第二项."""

from datetime import date, datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.clock_rules import rule_for
from law.level_limits import level_limits
from law.levels import Level
from records.calendar import load_calendar
from records.clocks.append import ClockView
from records.earlier import level_of
from records.ledger import ENGINE, open_clock
from records.models import Matter
from workers import runtime
from workers.cases import day_of, matter_of, petition_of
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
    """The share of its level, or what is left of the fifteen days since the first registration."""
    return open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=SHARE,
        started_on=received_on,
        days=_days(session, matter, received_on),
        basis=rule_for(SHARE, received_on).basis,
        actor=ENGINE,
        now=now,
    )


def _days(session: Session, matter: Matter, received_on: date) -> int:
    """A bureau whose level is not recorded, or has no share, counts as a county's."""
    shares = dict(rule_for(SHARE, received_on).variants)
    level = level_of(session, matter.unit_id, Level.county)
    level = level if level.value in shares else Level.county
    registered_on = petition_of(session, matter.petition_id).received_on
    *_, limit = level_limits([(level, registered_on), (level, received_on)], load_calendar(session))
    # Where nothing is left the bureau is late at once; a period has a day at least.
    return max((limit.due - received_on).days, 1) if limit.is_cut else shares[level.value]
