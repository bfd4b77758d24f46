"""Civil Procedure Law, articles 88 to 95 - ways of service, applied by analogy."""

from datetime import timedelta

import pytest

from law.errors import (
    ConsentMissing,
    ProofOfServiceMissing,
    PublicNoticeTooEarly,
    RefusalMissing,
)
from law.service import BASES, Service, ServicePolicy, Way, received_on
from law.sources import cite_basis
from tests.law import dates as d

SERVED = {
    Way.in_person: Service(Way.in_person, d.MON_2_MAR_2026),
    Way.left: Service(Way.left, d.MON_2_MAR_2026, refused=True),
    Way.electronic: Service(Way.electronic, d.MON_2_MAR_2026, consented=True),
    Way.post: Service(Way.post, d.MON_2_MAR_2026),
}


@pytest.mark.parametrize("way", SERVED)
def test_receipt_slip_arrival_or_leaving_behind_gives_the_day(way: Way) -> None:
    assert received_on(SERVED[way]) == d.MON_2_MAR_2026


@pytest.mark.parametrize("way", Way)
def test_without_proof_there_is_no_day(way: Way) -> None:
    with pytest.raises(ProofOfServiceMissing, match=way.value):
        received_on(Service(way, d.MON_2_MAR_2026, is_proved=False))


def test_article_89_a_document_is_left_behind_only_where_it_was_refused() -> None:
    with pytest.raises(RefusalMissing):
        received_on(Service(Way.left, d.MON_2_MAR_2026))


def test_article_90_electronic_service_needs_consent() -> None:
    with pytest.raises(ConsentMissing):
        received_on(Service(Way.electronic, d.MON_2_MAR_2026))


def test_article_95_public_notice_counts_as_received_after_thirty_days() -> None:
    notice = Service(Way.public_notice, d.MON_2_MAR_2026, other_ways_failed=True)
    assert received_on(notice) == d.WED_1_APR_2026
    policy = ServicePolicy(public_notice_days=60)
    assert received_on(notice, policy) == d.MON_2_MAR_2026 + timedelta(days=60)


def test_article_95_public_notice_comes_last() -> None:
    with pytest.raises(PublicNoticeTooEarly):
        received_on(Service(Way.public_notice, d.MON_2_MAR_2026))


def test_every_way_cites_its_article() -> None:
    assert {way for way in BASES if cite_basis(BASES[way])} == set(Way)
