"""register_petition - article 22: the bureau registers what it receives."""

import pytest

from records.errors import PetitionNotFound
from tests.workers.conftest import INSTANCE, Case, StandingClock, job
from workers.errors import RepeatedStart
from workers.petition.register_petition import register_petition


def test_the_first_instance_carries_the_petition(case: Case, clock: StandingClock) -> None:
    register_petition(job(), case.petition_id)
    assert case.petition().instance_key == INSTANCE
    assert case.petition().registered_at == clock.moment


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    register_petition(job(), case.petition_id)
    first = clock.moment
    clock.moment = first.replace(hour=11)
    register_petition(job(), case.petition_id)
    assert case.petition().registered_at == first
    assert len(case.acts("register_petition")) == 1


def test_a_second_instance_learns_that_it_is_not_needed(case: Case) -> None:
    register_petition(job(), case.petition_id)
    with pytest.raises(RepeatedStart):
        register_petition(job(INSTANCE + 1), case.petition_id)
    assert case.petition().instance_key == INSTANCE


def test_an_instance_without_a_petition_fails(case: Case) -> None:
    with pytest.raises(PetitionNotFound):
        register_petition(job(), "no such petition")
