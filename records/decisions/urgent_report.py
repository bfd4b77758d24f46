"""Decisions at the tasks of the process urgent_report (article 25)."""

from records.decisions.case import Decision, Variables
from records.models import UrgentReport
from records.models.urgent import UrgentActKind
from records.urgent import get_open, log_act


def report_by_phone(case: Decision) -> Variables:
    """The moment of the decision is that of the call. Raises NoUrgentReport."""
    report = _report(case)
    report.phoned_at = report.phoned_at or case.now
    _log(case, report, UrgentActKind.phone, "told_to")
    return {}


def draft_urgent_report(case: Decision) -> Variables:
    """What is reported in writing; the report is printed from the form. Raises NoUrgentReport."""
    _log(case, _report(case), UrgentActKind.measure, "measures")
    return {}


def sign_urgent_report(case: Decision) -> Variables:
    """A leader signs the report, or sends it back."""
    return {"is_urgent_signed": case.is_yes("is_urgent_signed")}


def follow_urgent_matter(case: Decision) -> Variables:
    """What was done since, and whether it is over: `update` or `close`. Raises NoUrgentReport."""
    report, step = _report(case), case.text("urgent_step")
    _log(case, report, UrgentActKind.measure, "measures")
    if step == "close":
        _log(case, report, UrgentActKind.closing, "conclusion")
    return {"urgent_step": step}


def _report(case: Decision) -> UrgentReport:
    report = get_open(case.session, case.petition.id)
    case.session.add(report)
    return report


def _log(case: Decision, report: UrgentReport, kind: UrgentActKind, key: str) -> None:
    log_act(case.session, report, kind, actor=case.person_id, now=case.now, text=case.text(key))
