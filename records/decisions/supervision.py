"""Decisions at the tasks of the process supervision; what was written stays with the task."""

from records.decisions.case import Decision, Variables


def sign_supervision_letter(case: Decision) -> Variables:
    """The letter goes out, or it is not called for any more (article 40(1))."""
    return {"is_letter_signed": case.is_yes("is_letter_signed")}


def arrange_talk(_case: Decision) -> Variables:
    """When and where the unit is talked to (article 39(3)): the letter says so."""
    return {}


def hold_talk(case: Decision) -> Variables:
    """The talk was held; what was said and demanded is kept. Raises DateInFuture."""
    case.past_day("held_on")
    return {}


def announce_supervision(_case: Decision) -> Variables:
    """What the conference office demands as it announces the unit (article 39(3))."""
    return {}


def order_correction(case: Decision) -> Variables:
    """Whether the leader finds the bureau's own delay put right (article 43)."""
    is_corrected = case.is_yes("is_corrected")
    case.the_supervision.is_corrected = is_corrected
    return {"is_corrected": is_corrected}
