"""Regulation on Petition Work, article 20 - visits by many people."""

import pytest

from law.errors import RepresentativesMissing, TooManyRepresentatives
from law.groups import GroupKind, GroupPolicy, band_of, check_representatives, group_kind


class TestParagraph3:
    """Many people with one matter who visit choose at most five of them to speak."""

    @pytest.mark.parametrize("representatives", [1, 5])
    def test_one_to_five_may_speak(self, representatives: int) -> None:
        check_representatives(6, representatives, by_visit=True)

    def test_six_may_not(self) -> None:
        with pytest.raises(TooManyRepresentatives, match="6 > 5"):
            check_representatives(6, 6, by_visit=True)

    def test_somebody_must_be_chosen(self) -> None:
        with pytest.raises(RepresentativesMissing):
            check_representatives(6, 0, by_visit=True)

    def test_five_visitors_need_no_representative(self) -> None:
        check_representatives(5, 0, by_visit=True)

    def test_a_letter_of_many_needs_none(self) -> None:
        check_representatives(80, 0, by_visit=False)


class TestGroups:
    """From five people on it is a group; the number is practice and can be set."""

    @pytest.mark.parametrize(
        ("people", "by_visit", "kind"),
        [
            (4, True, GroupKind.single),
            (5, True, GroupKind.group_visit),
            (4, False, GroupKind.single),
            (5, False, GroupKind.joint_letter),
        ],
    )
    def test_by_number_and_form(self, people: int, by_visit: bool, kind: GroupKind) -> None:
        assert group_kind(people, by_visit=by_visit) is kind

    def test_an_office_may_count_from_ten(self) -> None:
        policy = GroupPolicy(group_from=10)
        assert group_kind(9, by_visit=True, policy=policy) is GroupKind.single

    @pytest.mark.parametrize(
        ("people", "band"),
        [
            (4, None),
            (5, (5, 10)),
            (10, (5, 10)),
            (11, (11, 20)),
            (50, (21, 50)),
            (100, (51, 100)),
            (101, (101, None)),
            (5000, (101, None)),
        ],
    )
    def test_bands(self, people: int, band: tuple[int, int | None] | None) -> None:
        assert band_of(people) == band
