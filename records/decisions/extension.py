"""The leader's decision about an extension of the handling period (article 34)."""

from records.clocks.find import running
from records.decisions.case import Decision, Variables
from records.models import ExtensionRequest
from records.requests.extension import HANDLING, check_extension, requests_of


def decide_extension(case: Decision) -> Variables:
    """Approve or refuse the request that waits; the next step writes it into the ledger.

    Raises what the ledger would: ExtensionTooLate, ExtensionAlreadyGiven, ExtensionTooLong.
    """
    is_approved = case.is_yes("is_extension_approved")
    waiting = [
        one for one in requests_of(case.session, [case.the_matter.id]) if one.is_approved is None
    ]
    for request in waiting[:1]:  # one at a time may wait
        if is_approved:
            _check_still_possible(case, request)
        request.is_approved = is_approved
        request.decided_by, request.decided_at = case.person_id, case.now
        case.session.add(request)
    return {"is_extension_approved": is_approved}


def _check_still_possible(case: Decision, request: ExtensionRequest) -> None:
    """Here a person can still be told; the next step could only drop it."""
    for clock in running(case.session, matter_id=request.matter_id, codes=(HANDLING,)):
        check_extension(case.session, clock, days=request.days, actor=case.person_id, on=case.today)
