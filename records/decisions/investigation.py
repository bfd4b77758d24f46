"""Who looked into a matter, in handling and in review alike (article 28)."""

from law.investigation import check_investigators
from law.recusal import check_handler
from records.decisions.case import Decision
from records.interest import interested_in


def check_who_investigated(case: Decision) -> None:
    """Enough people, none of whom has an interest. Raises InvestigatorsTooFew, HandlerHasInterest.

    The names stay in the decision, where records.hearings finds them.
    """
    investigators = case.chosen("investigators")
    interested = interested_in(case.session, case.the_matter.id)
    for user_id in investigators:
        check_handler(user_id, interested)
    check_investigators(len(investigators), has_reason=bool(case.text("note")))
