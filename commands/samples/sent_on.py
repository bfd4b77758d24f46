"""Matters that go on: from a lower bureau, and to a subordinate unit of the same system."""

from sqlmodel import Session

from commands.samples.office import BUREAU, DISTRICT, HOUSES, HOUSING, at, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_facts import SimpleGround
from records.models.petition import PetitionForm
from workers.notices.dispatch_petition import dispatch_petition_notice
from workers.notices.hand_down_matter import hand_down_matter_letter, hand_down_matter_notice
from workers.notices.notice import Notice
from workers.notices.notify_dispatch import notify_dispatch_notice
from workers.notices.pass_on_matter import pass_on_matter_letter, pass_on_matter_notice


def tell(session: Session) -> dict[str, Sample]:
    """Notice and letter of each."""
    return _by_level(session) | _in_system(session)


def _by_level(session: Session) -> dict[str, Sample]:
    petition = file(
        session, "清理河道垃圾。", on=at(2026, 3, 2), form=PetitionForm.fax, is_name_clear=False
    )
    matter = open_matter(session, petition, on=at(2026, 3, 3), unit_id=DISTRICT)
    told: dict[str, Sample] = {}
    first: tuple[tuple[str, Notice], ...] = (
        ("dispatch_petition_lower_bureau", dispatch_petition_notice(session, petition, matter)),
        ("notify_dispatch_lower_bureau", notify_dispatch_notice(session, petition, matter)),
    )
    for name, notice in first:
        told[name], _ = issued(session, notice, petition, matter, unit=BUREAU, on=at(2026, 3, 3))
    matter.unit_id, matter.round = HOUSING, 2
    matter.simple_ground = SimpleGround.daily_life
    matter.dispatched_at, matter.received_on = at(2026, 3, 5), at(2026, 3, 5).date()
    then: tuple[tuple[str, Notice], ...] = (
        ("pass_on_matter", pass_on_matter_notice(session, petition, matter)),
        ("pass_on_matter__letter", pass_on_matter_letter(session, petition, matter)),
    )
    for name, notice in then:
        told[name], _ = issued(session, notice, petition, matter, unit=DISTRICT, on=at(2026, 3, 5))
    return told


def _in_system(session: Session) -> dict[str, Sample]:
    petition = file(session, "对六号楼外墙脱落作安全鉴定。", on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 9), unit_id=HOUSES)
    told = {}
    for name, notice in (
        ("hand_down_matter", hand_down_matter_notice(session, petition, matter)),
        ("hand_down_matter__letter", hand_down_matter_letter(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=HOUSING, on=at(2026, 3, 9))
    return told
