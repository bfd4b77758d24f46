"""docs/samples: every document once, with invented content, as its office would print it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from law.instants import SHANGHAI
from printing.reading import read_sheet
from printing.typesetting import Printed, typeset
from settings import ROOT
from workers.notices.notice import CaseLines, Notice
from workers.notices.notify_dispatch import DispatchNotice
from workers.notices.send_reply import OPINION, REPORT, SUGGESTION, ReplyKind, ReplyNotice
from workers.notices.words import chinese_day

SAMPLES = ROOT / "docs" / "samples"
ISSUED_AT = datetime(2026, 3, 5, 10, 0, tzinfo=SHANGHAI)
BUREAU, HOUSING = "示范市信访局", "示范市住房和城乡建设局"

CASE = CaseLines(
    number="990100012026W000001",
    query_code="23456789AB",
    petitioner="甲某某",
    form="网络",
    received_on="2026年3月2日",
    subject="小区电梯停运两个月",
    claims=("恢复三号楼电梯运行。", "公开维修资金的使用情况。"),
)


def samples() -> dict[str, tuple[Notice, str, str]]:
    """Name of the file -> notice, issuer, number."""
    dispatch = DispatchNotice(
        kind="转告",
        title="信访事项转送告知单",
        basis="regulation_2022:22(1)",
        case=CASE,
        dispatched_to=HOUSING,
        dispatched_on=chinese_day(ISSUED_AT),
    )
    opinion = _reply(
        OPINION,
        "求决",
        "支持",
        "经调查核实，三号楼电梯因维修资金未按时到位，自2026年1月起停止运行，反映的情况属实。",
        "关于恢复运行的请求，予以支持。物业服务企业应当在2026年4月10日前完成维修，本单位负责督促。",
        "关于公开资金使用情况的请求，予以支持。2025年度维修资金的收支明细将在小区公示栏公示。",
    )
    suggestion = _reply(
        SUGGESTION,
        "建议",
        "支持",
        "关于在老旧小区增设无障碍坡道的建议，经研究论证科学可行，予以采纳，列入2026年改造计划。",
        "感谢您对城市建设工作的关心。",
        case=replace(CASE, subject="建议在老旧小区增设无障碍坡道", claims=()),
    )
    report = _reply(
        REPORT,
        "检举",
        "解释说明",
        "您反映的问题已经按照管理权限办理，现向您反馈办理情况。经核查，未发现所反映的情况。",
        "感谢您的监督。",
        case=replace(CASE, subject="反映某物业服务企业违规收费", claims=()),
    )
    return {
        "notify_dispatch": (dispatch, BUREAU, "示信转告〔2026〕1号"),
        "send_reply": (opinion, HOUSING, "示住建意见〔2026〕1号"),
        "send_reply_suggestion": (suggestion, HOUSING, "示住建答复〔2026〕1号"),
        "send_reply_report": (report, HOUSING, "示住建反馈〔2026〕1号"),
    }


def print_sample(name: str) -> Printed:
    """The sample of this name as PDF, with the place of the seal as in demo mode."""
    notice, issuer, number = samples()[name]
    html = notice.html(number=number, issuer=issuer, issued_on=chinese_day(ISSUED_AT))
    return typeset(read_sheet(html), at=ISSUED_AT, seal_place=True)


def path_of(name: str) -> Path:
    """Where the sample is kept."""
    return SAMPLES / f"{name}.pdf"


def _reply(
    kind: ReplyKind, category: str, outcome: str, *answer: str, case: CaseLines = CASE
) -> ReplyNotice:
    return ReplyNotice(
        kind=kind.kind,
        title=kind.title,
        basis=kind.basis,
        case=case,
        category=category,
        outcome=outcome,
        answer=answer,
        has_review=kind.has_review,
    )
