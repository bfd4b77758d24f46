"""签收并起算期限 - 《信访工作条例》第二十三条第一款至第三款."""

from datetime import date

from pyzeebe import ZeebeTaskRouter

from law.notice_duty import notice_duty
from law.particulars import Particulars
from records.models import Matter, Petition
from workers import runtime
from workers.cases import day_of, matter_of, petition_of
from workers.matter_clocks import named, open_for
from workers.table_facts import TableFact, table_facts

OBJECTION, SIMPLE_ACCEPTANCE = "D04", "D12"

router = ZeebeTaskRouter()


@router.task(task_type="receive_matter", timeout_ms=runtime.LEASE_MS)
def receive_matter(matter_id: str) -> dict[str, TableFact | None]:
    """Start what runs from the receipt, and tell the decision tables what is known.

    Nothing runs anew where the unit has accepted before: a legal procedure did not take it up.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        if matter.received_on is None:
            matter.received_on = day_of(now)
        received_on = matter.received_on
        codes = _codes(petition, matter, received_on)
        opened = {
            name: open_for(session, matter, code, received_on, now) if code else None
            for name, code in codes.items()
        }
        return {
            **{key: value for name in opened for key, value in named(name, opened[name]).items()},
            "is_direct": matter.is_direct,
            "is_objection_refused": matter.is_objection_refused,
            "is_simple_expected": matter.simple_ground is not None,
            **table_facts(session, petition, matter),
        }


def _codes(petition: Petition, matter: Matter, received_on: date) -> dict[str, str | None]:
    """Which clock runs for telling the petitioner, for objecting and for accepting simply."""
    if matter.accepted_on is not None and matter.accepted_on >= received_on:
        return {"notice": None, "objection": None, "acceptance": None}
    is_clear = petition.is_name_clear
    duty = notice_duty(
        Particulars(name=is_clear, address=is_clear, request=True, facts=True, reasons=True),
        received_on=received_on,
        is_forwarded=not matter.is_direct,
    )
    return {
        "notice": duty.rule.code if duty.rule else None,
        "objection": None if matter.is_direct else OBJECTION,
        "acceptance": SIMPLE_ACCEPTANCE if matter.simple_ground else None,
    }
