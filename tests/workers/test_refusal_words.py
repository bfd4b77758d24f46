"""A refusal gives a coded reason, its basis, and where to go instead: articles 19, 20, 23, 31."""

import pytest

from records.vocabularies.shipped import shipped_vocabularies
from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, StandingClock
from workers.acceptance.refuse_matter import refuse_matter
from workers.notices.refusal_words import REFUSALS
from workers.notices.refused import OWN, REGULATION_FOR, VOCABULARY

CODES = [term.code for one in shipped_vocabularies() if one.id == VOCABULARY for term in one.terms]


def test_every_reason_says_why_and_where_to_go() -> None:
    assert set(REFUSALS) == {*CODES, *OWN}
    for wording in REFUSALS.values():
        assert wording.why.endswith("。")
        assert wording.where.endswith("。")


def test_no_reason_cites_a_local_rule() -> None:
    local = {
        term.code
        for one in shipped_vocabularies()
        if one.id == VOCABULARY
        for term in one.terms
        if not term.basis.startswith("regulation_2022:")
    }
    assert local == set(REGULATION_FOR)


@pytest.mark.parametrize(
    ("code", "passages"),
    [
        ("labour_dispute", ("劳动人事争议", "《信访工作条例》第三十一条第二项")),
        (None, ("不属于本单位和本系统的职权范围", "《信访工作条例》第二十三条第一款")),
    ],
)
def test_a_unit_refuses_with_a_coded_reason_or_for_want_of_power(
    case: Case, clock: StandingClock, code: str | None, passages: tuple[str, ...]
) -> None:
    matter = at_unit(case, is_direct=True)
    where = "请向示范市劳动人事争议仲裁委员会申请仲裁。"
    matter.decide("examine_matter", clock.now(), refusal_reason=code, legal_path=where)

    refuse_matter(matter.id)

    body = matter.document("refuse_matter").body
    assert [one for one in (*passages, where, "实体性不予受理") if one not in body] == []
