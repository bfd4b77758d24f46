"""Other routes of article 31: the choice, the hand-over to a procedure, a duty performed."""

from datetime import date

from sqlmodel import Session

from commands.samples.office import LABOUR, at, decide, file, open_matter
from commands.samples.sample import Sample, issued
from law.decision_words import Procedure, Route
from records.ledger import open_clock
from records.matters import set_facts
from records.models import Matter, Petition
from workers.notices.send_acceptance import send_acceptance_notice
from workers.notices.send_choice_notice import send_choice_notice_notice
from workers.notices.send_duty_answer import send_duty_answer_notice
from workers.notices.send_import_notice import (
    send_import_notice_letter,
    send_import_notice_notice,
)
from workers.notices.send_result_notice import send_result_notice_notice


def tell(session: Session) -> dict[str, Sample]:
    """A wage dispute that goes to arbitration, and a request to investigate."""
    return _imported(session) | _duty(session)


def _imported(session: Session) -> dict[str, Sample]:
    petition = file(session, "支付解除劳动合同的经济补偿。", on=at(2026, 3, 2))
    matter = open_matter(session, petition, on=at(2026, 3, 4), unit_id=LABOUR, route=Route.none)
    facts: dict[str, str | bool] = {
        "litigation": "open",
        "arbitration_open": True,
        "duty_open": True,
    }
    set_facts(session, matter.id, facts)
    open_clock(
        session,
        petition_id=petition.id,
        matter_id=matter.id,
        code="D24",
        started_on=date(2026, 3, 9),
        actor="engine",
        now=at(2026, 3, 9),
    )
    told = {}
    choice = send_choice_notice_notice(session, petition, matter)
    told["send_choice_notice"], _ = issued(
        session, choice, petition, matter, unit=LABOUR, on=at(2026, 3, 9)
    )
    matter.route = Route.arbitration
    matter.chosen_route, matter.procedure = Route.arbitration, Procedure.by_route
    for name, notice in (
        ("send_import_notice", send_import_notice_notice(session, petition, matter)),
        ("send_import_notice__letter", send_import_notice_letter(session, petition, matter)),
    ):
        told[name], _ = issued(session, notice, petition, matter, unit=LABOUR, on=at(2026, 3, 16))
    decide(
        session,
        "record_procedure_result",
        petition,
        matter,
        on=at(2026, 3, 25),
        is_taken_up="yes",
        organ="示范市劳动人事争议仲裁委员会",
        result="已于2026年3月23日受理您的仲裁申请，将依法开庭审理并作出裁决。",
    )
    result = send_result_notice_notice(session, petition, matter)
    told["send_result_notice"], _ = issued(
        session, result, petition, matter, unit=LABOUR, on=at(2026, 3, 25)
    )
    return told


def _duty(session: Session) -> dict[str, Sample]:
    petition = file(session, "查处某餐饮企业不缴社会保险费的行为。", on=at(2026, 3, 3))
    matter = open_matter(
        session,
        petition,
        on=at(2026, 3, 5),
        unit_id=LABOUR,
        route=Route.duty,
        procedure=Procedure.by_route,
        accepted_on=date(2026, 3, 10),
    )
    acceptance = send_acceptance_notice(session, petition, matter)
    return {
        "send_acceptance_duty": issued(
            session, acceptance, petition, matter, unit=LABOUR, on=at(2026, 3, 10)
        )[0],
        "send_duty_answer": _duty_answer(session, petition, matter),
    }


def _duty_answer(session: Session, petition: Petition, matter: Matter) -> Sample:
    matter.answer = (
        "经查，该企业自2025年8月起未为三名职工缴纳社会保险费。"
        "本单位已责令其限期补缴，该企业已于2026年4月17日补缴完毕。"
    )
    matter.legal_basis = "《劳动保障监察条例》第十一条、《社会保险法》第八十六条。"
    decide(session, "perform_duty", petition, matter, on=at(2026, 4, 20), is_performed="yes")
    answer = send_duty_answer_notice(session, petition, matter)
    return issued(session, answer, petition, matter, unit=LABOUR, on=at(2026, 4, 20))[0]
