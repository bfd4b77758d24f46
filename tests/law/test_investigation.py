"""How many people investigate - office practice, as the regulation names no number."""

import pytest

from law.errors import InvestigatorsTooFew
from law.investigation import BASIS, InvestigationPolicy, check_investigators
from law.sources import cite_basis


@pytest.mark.parametrize(("count", "has_reason"), [(2, False), (3, False), (1, True), (0, True)])
def test_two_may_and_fewer_with_a_reason(count: int, has_reason: bool) -> None:
    check_investigators(count, has_reason=has_reason)


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_without_a_reason_are_refused(count: int) -> None:
    with pytest.raises(InvestigatorsTooFew):
        check_investigators(count, has_reason=False)


def test_an_office_may_ask_for_another_number() -> None:
    check_investigators(1, has_reason=False, policy=InvestigationPolicy(least=1))


def test_it_is_never_printed_as_law() -> None:
    assert "可配置默认值" in cite_basis(BASIS)
