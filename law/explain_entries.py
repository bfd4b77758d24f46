"""What an entry of a clock's ledger says, in one line."""

from law.clock_entries import ClockEntry, EntryKind
from law.explain_words import date_words
from law.sources import Language, cite_basis

ENTRY_WORDS: dict[EntryKind, tuple[str, str]] = {
    EntryKind.started: ("开始计算", "the period started"),
    EntryKind.extended: ("批准延长", "extended"),
    EntryKind.paused: ("中止计算", "paused"),
    EntryKind.resumed: ("恢复计算", "resumed"),
    EntryKind.moved_by_calendar: ("因放假安排调整", "moved by the work calendar"),
    EntryKind.moved_by_rule: ("因期限设定变化调整", "moved by a changed setting"),
    EntryKind.receipt_corrected: ("更正起算日", "start day corrected"),
    EntryKind.reminded: ("提醒", "reminded"),
    EntryKind.warned: ("预警", "warned"),
    EntryKind.breached: ("超过期限", "breached"),
    EntryKind.lapsed: ("期间届满", "lapsed"),
    EntryKind.met: ("已完成", "met"),
    EntryKind.withdrawn: ("撤回", "withdrawn"),
}
ALERTS = (EntryKind.reminded, EntryKind.warned, EntryKind.breached, EntryKind.lapsed)


def explain_entry(entry: ClockEntry, language: Language = "zh") -> str:
    """The day, what happened, by how much or until when, the reason and the basis.

    Raises:
        UnknownBasis, UnknownArticle: its basis is no id of law.sources.
    """
    zh = language == "zh"
    words = ENTRY_WORDS[entry.kind][0 if zh else 1]
    parts = [f"{date_words(entry.on, language)}{'：' if zh else ': '}{words}"]
    if entry.days is not None:
        parts.append(f"{entry.days}日" if zh else f"{entry.days} days")
    if entry.until is not None:
        day = date_words(entry.until, language)
        meant = entry.kind in ALERTS
        parts.append(
            (f"期限{day}" if meant else f"至{day}")
            if zh
            else (f"for {day}" if meant else f"to {day}")
        )
    if entry.reason:
        parts.append(f"理由：{entry.reason}" if zh else f"reason: {entry.reason}")
    if entry.basis:
        parts.append(cite_basis(entry.basis, language))
    return ("，" if zh else ", ").join(parts)
