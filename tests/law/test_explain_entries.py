"""A ledger entry in one line - the day, what happened, how much, why and by which law."""

from datetime import timedelta

import pytest

from law.clock_entries import ClockEntry, EntryKind
from law.errors import UnknownBasis
from law.explain_entries import ENTRY_WORDS, explain_entry
from tests.law import dates as d

EXTENDED = ClockEntry(
    EntryKind.extended,
    d.FRI_30_JAN_2026,
    days=30,
    reason="案情复杂",
    basis="regulation_2022:34",
    actor="leader",
)
BREACHED = ClockEntry(EntryKind.breached, d.WED_25_FEB_2026, until=d.TUE_24_FEB_2026)
PAUSED = ClockEntry(
    EntryKind.paused, d.TUE_10_MAR_2026, until=d.TUE_10_MAR_2026 + timedelta(days=10)
)


def test_every_kind_has_words_in_both_languages() -> None:
    assert set(ENTRY_WORDS) == set(EntryKind)
    assert all(zh and en for zh, en in ENTRY_WORDS.values())


def test_an_extension_says_days_reason_and_article() -> None:
    assert explain_entry(EXTENDED) == (
        "2026年1月30日：批准延长，30日，理由：案情复杂，《信访工作条例》第三十四条"
    )
    assert explain_entry(EXTENDED, "en") == (
        "30 January 2026: extended, 30 days, reason: 案情复杂, "
        "Regulation on Petition Work, Article 34"
    )


def test_a_breach_names_the_day_it_is_about() -> None:
    assert explain_entry(BREACHED) == "2026年2月25日：超过期限，期限2026年2月24日"
    assert explain_entry(BREACHED, "en") == "25 February 2026: breached, for 24 February 2026"


def test_a_pause_says_until_when() -> None:
    assert explain_entry(PAUSED) == "2026年3月10日：中止计算，至2026年3月20日"
    assert explain_entry(PAUSED, "en") == "10 March 2026: paused, to 20 March 2026"


def test_a_bare_entry_is_a_day_and_a_word() -> None:
    assert explain_entry(ClockEntry(EntryKind.met, d.TUE_24_FEB_2026)) == "2026年2月24日：已完成"


def test_an_unknown_basis_is_refused() -> None:
    with pytest.raises(UnknownBasis):
        explain_entry(ClockEntry(EntryKind.met, d.TUE_24_FEB_2026, basis="somewhere"))
