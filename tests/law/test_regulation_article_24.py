"""Article 24(2): who handles a matter when the unit was split, merged or abolished.

Whoever carries on its powers; where that is not clear, the Party committee and government of the
level, or the unit they name.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.sources import cite_basis
from law.succession import (
    BASIS,
    Heir,
    Succession,
    SuccessionCycle,
    SuccessionKind,
    SuccessionNotPossible,
    check_change,
    successors_on,
)
from tests.law.dates import FRI_20_MAR_2026, MON_2_MAR_2026, SUN_1_MAY_2022, THU_30_APR_2026

SPLIT, MERGE, ABOLISH, RENAME, TRANSFER = (
    SuccessionKind.split_up,
    SuccessionKind.merge,
    SuccessionKind.abolish,
    SuccessionKind.rename,
    SuccessionKind.transfer,
)
FIRST, SECOND, LATER = SUN_1_MAY_2022, MON_2_MAR_2026, FRI_20_MAR_2026
TODAY = THU_30_APR_2026


def change(
    predecessor: str, kind: SuccessionKind, on: date, *successors: str | None
) -> list[Succession]:
    """A row per successor; `name=share` names a share."""
    return [
        Succession(predecessor, unit or None, kind, on, share)
        for unit, _, share in ((one or "").partition("=") for one in successors)
    ]


class TestWhoCarriesOn:
    """One unit on a day."""

    def test_a_unit_to_which_nothing_happened_carries_on_itself(self) -> None:
        found = successors_on("housing", TODAY, change("schools", MERGE, FIRST, "culture"))
        assert (found.units, found.is_clear) == (("housing",), True)

    def test_a_merged_unit_is_followed_by_the_unit_it_went_into(self) -> None:
        known = [*change("land", MERGE, FIRST, "nature"), *change("sea", MERGE, FIRST, "nature")]
        assert successors_on("sea", TODAY, known).units == ("nature",)

    def test_the_first_day_of_the_new_state_is_the_successor_s(self) -> None:
        known = change("land", RENAME, SECOND, "nature")
        assert successors_on("land", SECOND - timedelta(days=1), known).units == ("land",)
        assert successors_on("land", SECOND, known).units == ("nature",)

    def test_a_split_with_named_shares_is_clear(self) -> None:
        known = change("works", SPLIT, FIRST, "housing=住房", "roads=道路")
        found = successors_on("works", TODAY, known)
        assert found.heirs == (Heir("housing", ("住房",)), Heir("roads", ("道路",)))
        assert found.is_clear

    def test_a_split_without_a_named_share_is_decided_by_the_level(self) -> None:
        known = change("works", SPLIT, FIRST, "housing=住房", "roads")
        found = successors_on("works", TODAY, known)
        assert (found.units, found.undecided) == (("housing", "roads"), ("works",))
        assert not found.is_clear

    def test_all_ways_to_one_unit_are_clear_even_without_shares(self) -> None:
        known = [
            *change("works", SPLIT, FIRST, "housing", "roads"),
            *change("housing", MERGE, SECOND, "building"),
            *change("roads", MERGE, SECOND, "building"),
        ]
        found = successors_on("works", TODAY, known)
        assert (found.units, found.is_clear) == (("building",), True)

    def test_an_abolished_unit_without_a_successor_is_decided_by_the_level(self) -> None:
        found = successors_on("works", TODAY, change("works", ABOLISH, FIRST, None))
        assert (found.heirs, found.lapsed, found.is_clear) == ((), ("works",), False)

    def test_an_abolished_unit_may_have_a_successor(self) -> None:
        found = successors_on("works", TODAY, change("works", ABOLISH, FIRST, "housing"))
        assert (found.units, found.is_clear) == (("housing",), True)

    def test_one_heir_is_not_clear_when_another_s_powers_lapsed(self) -> None:
        known = [
            *change("works", SPLIT, FIRST, "housing=住房", "roads=道路"),
            *change("roads", ABOLISH, SECOND, None),
        ]
        found = successors_on("works", TODAY, known)
        assert (found.units, found.lapsed, found.is_clear) == (("housing",), ("roads",), False)

    def test_after_a_transfer_the_unit_goes_on_with_the_rest(self) -> None:
        known = change("works", TRANSFER, FIRST, "roads=道路")
        found = successors_on("works", TODAY, known)
        assert found.heirs == (Heir("works"), Heir("roads", ("道路",)))
        assert found.is_clear

    def test_a_transfer_without_naming_the_powers_is_not_clear(self) -> None:
        found = successors_on("works", TODAY, change("works", TRANSFER, FIRST, "roads"))
        assert (found.undecided, found.is_clear) == (("works",), False)

    def test_powers_may_come_back(self) -> None:
        known = [
            *change("works", TRANSFER, FIRST, "roads=道路"),
            *change("roads", TRANSFER, SECOND, "works=道路"),
        ]
        assert set(successors_on("works", TODAY, known).units) == {"works", "roads"}

    def test_a_chain_is_followed_only_as_far_as_the_day(self) -> None:
        known = [
            *change("a", RENAME, FIRST, "b"),
            *change("b", SPLIT, SECOND, "c=甲", "d=乙"),
            *change("c", MERGE, LATER, "e"),
        ]
        assert successors_on("a", FIRST, known).units == ("b",)
        assert successors_on("a", SECOND, known).units == ("c", "d")
        assert successors_on("a", TODAY, known).heirs == (Heir("d", ("乙",)), Heir("e", ("甲",)))

    @given(st.integers(1, 30))
    def test_renaming_n_times_leads_to_the_last_name(self, times: int) -> None:
        known = [
            one
            for n in range(times)
            for one in change(f"u{n}", RENAME, FIRST + timedelta(days=n), f"u{n + 1}")
        ]
        assert successors_on("u0", TODAY, known).units == (f"u{times}",)

    def test_the_basis_is_an_article_that_exists(self) -> None:
        assert cite_basis(BASIS) == "《信访工作条例》第二十四条第二款"


class TestWhatCanBeRecorded:
    """A change is refused when it could not be followed."""

    @pytest.mark.parametrize(
        ("kind", "successors"),
        [
            (SPLIT, ["b", "c"]),
            (MERGE, ["b"]),
            (RENAME, ["b"]),
            (ABOLISH, [None]),
            (ABOLISH, ["b"]),
            (TRANSFER, ["b", "c"]),
        ],
    )
    def test_these_shapes_are_fine(self, kind: SuccessionKind, successors: list[str]) -> None:
        check_change(change("a", kind, FIRST, *successors), change("x", RENAME, FIRST, "y"))

    @pytest.mark.parametrize(
        ("kind", "successors", "words"),
        [
            (SPLIT, ["b"], "successors 1, wanted 2 to many"),
            (MERGE, ["b", "c"], "successors 2, wanted 1"),
            (RENAME, [None], "successors 0, wanted 1"),
            (ABOLISH, ["b", "c"], "successors 2, wanted 0 to 1"),
            (TRANSFER, [None], "successors 0, wanted 1 to many"),
            (SPLIT, ["b", "b"], "named twice"),
        ],
    )
    def test_others_are_not(self, kind: SuccessionKind, successors: list[str], words: str) -> None:
        with pytest.raises(SuccessionNotPossible, match=words):
            check_change(change("a", kind, FIRST, *successors), [])

    @pytest.mark.parametrize(
        ("known", "words"),
        [
            (change("a", TRANSFER, SECOND, "x=甲"), "has a change on 2026-03-02 already"),
            (change("a", MERGE, FIRST, "x"), "ended before 2026-03-02"),
            (change("a", TRANSFER, LATER, "x=甲"), "has a change after 2026-03-02"),
        ],
    )
    def test_a_unit_ends_once_and_last(self, known: list[Succession], words: str) -> None:
        with pytest.raises(SuccessionNotPossible, match=words):
            check_change(change("a", RENAME, SECOND, "b"), known)

    def test_a_transfer_may_come_before_the_end(self) -> None:
        check_change(change("a", TRANSFER, FIRST, "b=甲"), change("a", MERGE, SECOND, "c"))

    @pytest.mark.parametrize(
        ("step", "known"),
        [
            (change("a", RENAME, FIRST, "a"), []),
            (change("b", RENAME, SECOND, "a"), change("a", RENAME, FIRST, "b")),
            (change("b", RENAME, FIRST, "a"), change("a", RENAME, FIRST, "b")),
            (change("b", RENAME, FIRST, "a"), change("a", RENAME, SECOND, "b")),
        ],
    )
    def test_no_circle_and_no_successor_that_has_ended(
        self, step: list[Succession], known: list[Succession]
    ) -> None:
        with pytest.raises(SuccessionCycle):
            check_change(step, known)
