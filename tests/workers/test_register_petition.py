"""register_petition - articles 22 and 23: registration, by one instance only."""

import pytest

from records.errors import PetitionNotFound
from records.models import Petition
from tests.workers.conftest import INSTANCE, UNIT, Case, StandingClock, job
from workers.errors import RepeatedStart
from workers.petition.register_petition import register_petition


def test_registration_is_recorded_with_the_instance_that_carries_it(
    case: Case, clock: StandingClock
) -> None:
    assert register_petition(job(), case.petition_id) == {"received_by_bureau": True}
    petition = case.petition()
    assert (petition.instance_key, petition.registered_at) == (INSTANCE, clock.moment)


def test_what_was_filed_at_a_unit_itself_is_not_the_bureaus_to_forward(case: Case) -> None:
    with case.database.transaction() as session:
        session.get_one(Petition, case.petition_id).bureau_id = UNIT
    assert register_petition(job(), case.petition_id) == {"received_by_bureau": False}


def test_a_second_instance_is_refused_and_changes_nothing(case: Case, clock: StandingClock) -> None:
    register_petition(job(), case.petition_id)
    clock.moment = clock.moment.replace(hour=11)
    with pytest.raises(RepeatedStart):
        register_petition(job(INSTANCE + 1), case.petition_id)
    petition = case.petition()
    assert petition.instance_key == INSTANCE
    assert petition.registered_at != clock.moment


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    register_petition(job(), case.petition_id)
    first = clock.moment
    clock.moment = clock.moment.replace(hour=11)
    register_petition(job(), case.petition_id)
    assert case.petition().registered_at == first
    assert len(case.acts("register_petition")) == 1


def test_an_instance_without_a_petition_fails(case: Case) -> None:
    with pytest.raises(PetitionNotFound):
        register_petition(job(), "no such petition")
