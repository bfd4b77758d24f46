"""Which requests about the whole petition its reader may make now."""

from api.actions.requests.may import (
    may_answer_interim,
    may_order_supervision,
    may_take_rating,
    may_withdraw_all,
    may_withdraw_sealed,
    units_withdrawn_from,
)
from api.actions.requests.urgent import may_report_urgent
from api.queries.reader import Reader
from records.requests.rating import is_rating_asked
from records.urgent import find_open


def requests_open(reader: Reader) -> list[str]:
    """Their names: withdraw, withdraw_sealed, answer_interim, rate, supervise,
    report_urgent or log_measure."""
    session, person, petition = reader.session, reader.person, reader.petition
    found = []
    if petition.closed_at is None:
        running = [one for one in reader.matters if one.end is None]
        undecided = not reader.matters and not reader.hidden
        if (may_withdraw_all(person, petition) and (running or undecided)) or (
            units_withdrawn_from(person, running)
        ):
            found.append("withdraw")
        if may_withdraw_sealed(person, petition, running):
            found.append("withdraw_sealed")
        if may_answer_interim(session, person, petition):
            found.append("answer_interim")
    if may_take_rating(person, petition) and is_rating_asked(session, petition):
        found.append("rate")
    if may_order_supervision(person, petition):
        found.append("supervise")
    if may_report_urgent(session, person, petition):
        found.append("log_measure" if find_open(session, petition.id) else "report_urgent")
    return found
