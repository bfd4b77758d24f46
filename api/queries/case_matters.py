"""The matters of a case, and what was asked and sent about them."""

from sqlmodel import col, select

from api.actions.requests.may import (
    may_ask_extension,
    may_correct_route,
    may_record_choice,
    may_transfer,
)
from api.i18n import text_or
from api.queries.reader import Reader
from api.queries.reviews import can_ask_review
from api.shapes.case import MatterOut
from api.shapes.case_parts import (
    ExtensionOut,
    InterimAnswerOut,
    RatingOut,
    WithdrawalOut,
)
from api.shapes.common import Named
from law.public_status import PublicFacts, current_status
from records.models import Matter, Rating, Withdrawal
from records.people import BUREAU_ROLES
from records.public_facts import matter_facts
from records.requests.extension import HANDLING, requests_of
from records.requests.interim_answer import interim_answers_of
from records.requests.periods import is_running
from records.requests.route_choice import choices_now
from records.requests.route_correction import may_be_corrected

COLUMNS = (
    *("ordinal", "category", "is_direct", "is_sealed", "round", "dispatch_mode", "report_due_on"),
    *("received_on", "route", "chosen_route", "procedure", "accepted_on", "outcome", "answer"),
    *("served_on", "end", "ended_at"),
)


def matter_views(reader: Reader) -> list[MatterOut]:
    """The matters that the reader sees, in the order of the claims."""
    return [_matter(reader, matter) for matter in reader.matters]


def status_word(reader: Reader, facts: PublicFacts) -> Named:
    """Where a matter is, as the petitioner reads it."""
    code = current_status(facts).value
    return Named(id=code, name=text_or(reader.language, f"public.{code}", code))


def extension_views(reader: Reader) -> list[ExtensionOut]:
    """What was asked for, and whether it was granted."""
    found = requests_of(reader.session, [one.id for one in reader.matters])
    return [
        ExtensionOut(
            matter=reader.ordinal(row.matter_id) or 0,
            days=row.days,
            reason=row.reason,
            asked_by=reader.actor(row.asked_by),
            asked_at=row.asked_at,
            is_approved=row.is_approved,
        )
        for row in found
    ]


def interim_answer_views(reader: Reader) -> list[InterimAnswerOut]:
    """The messages to the petitioner."""
    return [
        InterimAnswerOut(
            matter=reader.ordinal(row.matter_id),
            text=row.text,
            sent_by=reader.actor(row.sent_by),
            sent_at=row.sent_at,
        )
        for row in interim_answers_of(reader.session, reader.petition.id)
        if reader.shows(row.matter_id)
    ]


def withdrawal_views(reader: Reader) -> list[WithdrawalOut]:
    """The petitioner's statements that the petition is taken back."""
    rows = reader.session.exec(
        select(Withdrawal)
        .where(Withdrawal.petition_id == reader.petition.id)
        .order_by(col(Withdrawal.recorded_at))
    )
    return [
        WithdrawalOut(
            reason=row.reason,
            recorded_by=reader.actor(row.recorded_by),
            recorded_at=row.recorded_at,
        )
        for row in rows
    ]


def rating_view(reader: Reader) -> RatingOut | None:
    """The rating: the unit that is rated reads it once the petition is closed."""
    row = reader.session.get(Rating, reader.petition.id)
    person, petition = reader.person, reader.petition
    early = person.oversees or person.has(*BUREAU_ROLES, at=petition.bureau_id)
    if row is None or not (early or petition.closed_at):
        return None
    return RatingOut(
        bureau=reader.term("satisfaction", row.bureau),
        unit=reader.term("satisfaction", row.unit),
        reason=row.reason,
        rated_at=row.rated_at,
    )


def _matter(reader: Reader, matter: Matter) -> MatterOut:
    routes = choices_now(reader.session, matter)
    return MatterOut(
        **matter.model_dump(include={*COLUMNS}),
        unit=reader.unit(matter.unit_id),
        handler=reader.actor(matter.handler_id) if matter.handler_id else None,
        status=status_word(reader, matter_facts(reader.session, reader.petition, matter)),
        open_routes=[route.value for route in routes],
        may=_may(reader, matter, has_choice=bool(routes)),
    )


def _may(reader: Reader, matter: Matter, *, has_choice: bool) -> list[str]:
    found = []
    if may_ask_extension(reader.person, matter) and _can_be_extended(reader, matter):
        found.append("extend")
    if has_choice and may_record_choice(reader.person, reader.petition, matter):
        found.append("choose_route")
    if can_ask_review(reader, matter):
        found.append("ask_review")
    if may_transfer(reader.person, reader.petition, matter) and may_be_corrected(matter):
        found.append("transfer")
    if may_correct_route(reader.person, matter) and matter.ended_at is None:
        found.append("recuse")
    return found


def _can_be_extended(reader: Reader, matter: Matter) -> bool:
    """Whether the period runs and no request for it waits or was granted."""
    asked = requests_of(reader.session, [matter.id])
    running = is_running(
        reader.session, HANDLING, petition_id=matter.petition_id, matter_id=matter.id
    )
    return running and not any(one.is_approved is not False for one in asked)
