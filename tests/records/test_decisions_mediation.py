"""What is decided about mediation and its agreement: article 33."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from law.errors import AgreementIncomplete, ConfirmationTooLate, PerformanceBeforeAgreement
from law.mediation import AgreementKind
from records.decisions.case import DateInFuture
from records.ledger import clocks_of, open_clock
from records.mediations import NothingToMediate, current_mediation
from records.models import Matter
from tests.records.cases import MON_2_MARCH, NOON
from tests.records.deciding import decided
from tests.records.matters import add_matter

CONSENTS: dict[str, Any] = {
    "other_side": "乙单位",
    "within_discretion": "yes",
    "petitioner_agrees": "yes",
    "other_side_agrees": "yes",
}
AGREED: dict[str, Any] = {
    "is_agreed": "yes",
    "mediator": "调解员",
    "agreement_kind": "settlement",
    "parties": "甲；乙单位",
    "dispute": "费用",
    "agreement": "乙单位承担",
    "performance_way": "一次付清",
    "agreed_on": MON_2_MARCH.isoformat(),
    "perform_until": (MON_2_MARCH + timedelta(days=20)).isoformat(),
    "is_confirmation_wanted": True,
}


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter that the housing unit handles."""
    return add_matter(session, filed_id)


@pytest.fixture
def agreed(session: Session, matter: Matter) -> Matter:
    """The same with an agreement, and the time to ask a court running."""
    decided(session, "ask_consent", matter, **CONSENTS)
    decided(session, "mediate_dispute", matter, **AGREED)
    open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code="D19",
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    return matter


def entries(session: Session, matter: Matter) -> list[str]:
    return [one.kind for _, events in clocks_of(session, matter.petition_id) for one in events]


def test_both_sides_agree_to_mediate(session: Session, matter: Matter) -> None:
    assert decided(session, "ask_consent", matter, **CONSENTS) == {"is_consented": True}
    assert current_mediation(session, matter.id).other_side == "乙单位"


@pytest.mark.parametrize("refuses", ["within_discretion", "petitioner_agrees", "other_side_agrees"])
def test_one_no_is_enough(session: Session, matter: Matter, refuses: str) -> None:
    said = CONSENTS | {refuses: "no"}
    assert decided(session, "ask_consent", matter, **said) == {"is_consented": False}


def test_nobody_mediates_before_both_were_asked(session: Session, matter: Matter) -> None:
    with pytest.raises(NothingToMediate):
        decided(session, "mediate_dispute", matter, **AGREED)


def test_the_agreement_stays_here(session: Session, agreed: Matter) -> None:
    kept = current_mediation(session, agreed.id)
    assert (kept.kind, kept.content) == (AgreementKind.settlement, "乙单位承担")
    assert kept.perform_until == MON_2_MARCH + timedelta(days=20)


def test_only_flags_go_on(session: Session, matter: Matter) -> None:
    decided(session, "ask_consent", matter, **CONSENTS)
    told = decided(session, "mediate_dispute", matter, **AGREED)
    assert told == {"is_agreed": True, "is_confirmation_wanted": True}
    no = decided(session, "mediate_dispute", matter, is_agreed="no", note="分歧较大")
    assert no == {"is_agreed": False, "is_confirmation_wanted": False}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"parties": " "}, AgreementIncomplete),
        ({"perform_until": ""}, AgreementIncomplete),
        ({"perform_until": "2026-03-01"}, PerformanceBeforeAgreement),
        ({"agreed_on": "2026-03-03"}, DateInFuture),
    ],
)
def test_what_is_wrong_is_refused(
    session: Session, matter: Matter, change: dict[str, str], error: type[Exception]
) -> None:
    decided(session, "ask_consent", matter, **CONSENTS)
    with pytest.raises(error):
        decided(session, "mediate_dispute", matter, **AGREED | change)


def test_the_court_is_asked_in_time_and_confirms(session: Session, agreed: Matter) -> None:
    said = {"is_confirmation_asked": "yes", "is_confirmed": "yes"}
    assert decided(session, "record_judicial_confirmation", agreed, **said) == {}
    kept = current_mediation(session, agreed.id)
    assert (kept.confirmation_asked_on, kept.is_confirmed) == (MON_2_MARCH, True)
    assert entries(session, agreed) == ["started", "met"]


def test_or_has_not_answered_yet(session: Session, agreed: Matter) -> None:
    decided(session, "record_judicial_confirmation", agreed, is_confirmation_asked="yes")
    kept = current_mediation(session, agreed.id)
    assert (kept.is_confirmed, kept.confirmation_answered_on) == (None, None)


def test_or_nobody_wants_it_any_more(session: Session, agreed: Matter) -> None:
    decided(session, "record_judicial_confirmation", agreed, is_confirmation_asked="no")
    assert current_mediation(session, agreed.id).confirmation_asked_on is None
    assert entries(session, agreed) == ["started", "withdrawn"]


def test_after_the_last_day_it_is_too_late(session: Session, agreed: Matter) -> None:
    with pytest.raises(ConfirmationTooLate):
        decided(
            session,
            "record_judicial_confirmation",
            agreed,
            now=NOON + timedelta(days=60),
            is_confirmation_asked="yes",
        )


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_performed_or_not(session: Session, agreed: Matter, answer: str) -> None:
    assert decided(session, "confirm_performance", agreed, is_agreement_performed=answer) == {}
    kept = current_mediation(session, agreed.id)
    assert kept.is_performed is (answer == "yes")
    assert (kept.performed_on == MON_2_MARCH) is (answer == "yes")
