"""What the tasks of a review start from: the request, the file, the draft."""

from typing import Any

from api.queries.initial.handlers import members_to_choose
from api.queries.initial.opinion import as_it_stands, found_at
from api.queries.initial.start import Start
from api.queries.proposals import proposals_for
from law.review import RefusalReason
from records.people import unit_names


def request(start: Start) -> dict[str, Any]:
    """What was asked, why, and why so late."""
    review = start.review
    if review is None:
        return {}
    return {
        "requested_on": review.requested_on.isoformat(),
        "reasons": review.reasons,
        **({"just_cause": review.just_cause} if review.just_cause else {}),
        **({"missing": review.missing.split(",")} if review.missing else {}),
    }


def refusal(start: Start) -> dict[str, Any]:
    """The reason that the table found, if it proposes to refuse."""
    found = [one.values.get("reason") for one in proposals_for(start.session, start.task)]
    return {"review_reason": found[0]} if found and found[0] in {*RefusalReason} else {}


def asked_by(start: Start) -> dict[str, Any]:
    """Which unit reviews, and wants the file."""
    if start.review is None:
        return {}
    names = unit_names(start.session, {start.review.unit_id})
    return {"review_unit_name": names.get(start.review.unit_id, start.review.unit_id)}


def file_list(start: Start) -> dict[str, Any]:
    """The file that was handed over."""
    listed = str(start.said("obtain_file").get("file_list") or "")
    return {"file_list": listed} if listed else {}


def handlers(start: Start) -> dict[str, Any]:
    """`handler_options`: who handles reviews in the reviewing unit."""
    if start.review is None:
        return {}
    return members_to_choose(start, [f"review_handler@{start.review.unit_id}"])


def draft(start: Start) -> dict[str, Any]:
    """The last draft, to go on with; before there is one, what was found."""
    return found_at(start, "investigate_review") | written(start)


def written(start: Start) -> dict[str, Any]:
    """The opinion as it stands."""
    return as_it_stands(start.review, "review_outcome")
