"""Matters of litigation: a visitor is guided, a letter is sent on."""

from sqlmodel import Session

from commands.samples.office import BUREAU, CLERK, COURT, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_words import Route
from records.models.petition import PetitionForm
from workers.notices.send_justice_letter import (
    send_justice_letter_letter,
    send_justice_letter_notice,
)
from workers.notices.send_litigation_guidance import send_litigation_guidance_notice

CLAIM = "对房屋买卖合同纠纷一案的判决不服，请求改判。"


def tell(session: Session) -> dict[str, Sample]:
    """What the petitioner is told in each case, and the letter to the court."""
    visit = file(session, CLAIM, on=at(2026, 3, 2), form=PetitionForm.visit, subject="不服民事判决")
    seen = open_matter(session, visit, on=at(2026, 3, 2), unit_id=COURT, route=Route.none)
    decide(
        session,
        "guide_visitor",
        visit,
        seen,
        on=at(2026, 3, 2),
        by=CLERK,
        explanation="判决已经生效，是否改判只能由人民法院依照审判监督程序决定。"
        "您可以向作出生效判决的上一级人民法院申请再审，驳回后可以向人民检察院申请监督。",
    )
    guidance = send_litigation_guidance_notice(session, visit, seen)
    told = {}
    told["send_litigation_guidance"], _ = issued(
        session, guidance, visit, seen, unit=BUREAU, on=at(2026, 3, 2)
    )
    letter = file(
        session, CLAIM, on=at(2026, 3, 3), form=PetitionForm.letter, subject="不服民事判决"
    )
    sent = open_matter(session, letter, on=at(2026, 3, 5), unit_id=COURT, route=Route.none)
    for name, notice in (
        ("send_justice_letter", send_justice_letter_notice(session, letter, sent)),
        ("send_justice_letter__letter", send_justice_letter_letter(session, letter, sent)),
    ):
        told[name], _ = issued(session, notice, letter, sent, unit=BUREAU, on=at(2026, 3, 5))
    return told
