"""Why a date is the date it is, in one sentence that a petitioner understands."""

from datetime import date

from law.clock_ledger import ClockState
from law.clock_rule import ClockRule
from law.explain_words import (
    STEP_WORDS,
    amount_words,
    around_words,
    date_words,
    event_words,
    rest_words,
)
from law.period_types import DueDate, Step, StepKind
from law.sources import Language, cite_basis

COUNTED = {
    StepKind.days_counted: "calendar",
    StepKind.workdays_counted: "workdays",
    StepKind.months_counted: "months",
}
COUNT_OF_START_DAY = "civil_code:201"


def explain_step(step: Step, language: Language = "zh") -> str:
    """One line per step: what was done, the date it led to, and the legal basis."""
    words = STEP_WORDS[language][step.kind].format(
        date=date_words(step.on, language),
        amount=step.amount,
        rest=rest_words(step.name, language),
        around=around_words(step.name, language),
    )
    basis = cite_basis(step.basis, language)
    return f"{words}（{basis}）" if language == "zh" else f"{words} ({basis})"


def explain_due(due: DueDate, rule: ClockRule | None = None, language: Language = "zh") -> str:
    """The due date in one sentence, with its bases; provisional dates say so.

    Without a rule the sentence says "from that day" and does not name the event.
    """
    event = rule.starts_with if rule else ""
    start = event_words(event, date_words(due.start, language), language)
    if language == "zh":
        parts = [start, *(_part_zh(step) for step in due.steps)]
        text = "".join(filter(None, parts)) + f"（{'、'.join(_bases(due, rule, language))}）。"
        return text + ("该年放假安排尚未公布，日期待校准。" if due.provisional else "")
    parts = [start, *(_part_en(step) for step in due.steps)]
    text = "".join(filter(None, parts)) + f" ({'; '.join(_bases(due, rule, language))})."
    unsure = " The holidays of that year are not announced yet: the date is provisional."
    return text + (unsure if due.provisional else "")


def explain_state(state: ClockState, rule: ClockRule, language: Language = "zh") -> str:
    """Where a clock stands, in a sentence or two, by its ledger and not by the time of day."""
    zh = language == "zh"
    name = rule.name_zh if zh else rule.name_en
    head = f"{name}：" if zh else f"{name}. "
    if state.due is None:
        return head + ("期限尚未开始计算。" if zh else "The period has not begun.")
    due = date_words(state.due.due, language)
    if state.withdrawn_on is not None:
        day = date_words(state.withdrawn_on, language)
        return head + (f"已于{day}撤回，不再计算期限。" if zh else f"Withdrawn on {day}.")
    if state.lapsed_on is not None:
        return head + (f"已于{due}届满，期间未行使。" if zh else f"Ended on {due}, not used.")
    if state.met_on is not None:
        return head + _met(state.met_on, due, is_late=state.is_met_late, zh=zh)
    text = head + explain_due(state.due, rule, language)
    if state.is_paused:
        return text + (
            "期限现已中止，恢复后接着计算，最后一日相应推后。"
            if zh
            else " The period is paused; its last day moves back by as long as the pause lasts."
        )
    if state.breached_on is not None and state.breached_on > state.due.due:
        return text + ("期限已过，仍须办理。" if zh else " The period is over; the duty remains.")
    return text


def _met(met_on: date, due: str, *, is_late: bool, zh: bool) -> str:
    day = date_words(met_on, "zh" if zh else "en")
    if is_late:
        return f"已于{day}完成，超过了期限{due}。" if zh else f"Done on {day}, after {due}."
    return f"已于{day}完成，在期限{due}之内。" if zh else f"Done on {day}, in time for {due}."


def _bases(due: DueDate, rule: ClockRule | None, language: Language) -> list[str]:
    """Each basis once, what sets the length first; the rule of counting goes without saying."""
    named = [rule.basis] if rule else []
    named += [step.basis for step in due.steps if step.basis != "no_roll"]
    told = [basis for basis in named if basis != COUNT_OF_START_DAY] or named
    return list(dict.fromkeys(cite_basis(basis, language) for basis in told))


def _part_zh(step: Step) -> str:
    day = date_words(step.on, "zh")
    if step.kind in COUNTED:
        amount = amount_words(step.amount, COUNTED[step.kind], "zh")
        return f"{amount}{around_words(step.name, 'zh')}，到{day}为止"
    return {
        StepKind.start_day_not_counted: "",
        StepKind.date_set: f"须在{day}前（含当日）完成",
        StepKind.month_end_taken: "（当月没有对应日，以月末日为准）",
        StepKind.extension_added: f"，经批准延长{step.amount}日到{day}",
        StepKind.pause_added: f"，扣除不计算的{step.amount}日后到{day}",
        StepKind.makeup_workday_kept: "，当天是调休上班日，不再顺延",
        StepKind.rest_day_kept: f"，当天虽是{rest_words(step.name, 'zh')}，不作顺延",
        StepKind.rolled: f"，遇{rest_words(step.name, 'zh')}顺延至{day}",
    }[step.kind]


def _part_en(step: Step) -> str:
    day = date_words(step.on, "en")
    if step.kind in COUNTED:
        amount = amount_words(step.amount, COUNTED[step.kind], "en")
        return f"a period of {amount}{around_words(step.name, 'en')} ends on {day}"
    return {
        StepKind.start_day_not_counted: "",
        StepKind.date_set: f"to be done by {day} at the latest",
        StepKind.month_end_taken: " (the month's last day, as it has no such date)",
        StepKind.extension_added: f", extended with approval by {step.amount} days to {day}",
        StepKind.pause_added: f", {step.amount} days not counted, so until {day}",
        StepKind.makeup_workday_kept: ", a make-up working day, so it stays",
        StepKind.rest_day_kept: f", which stays although it is {rest_words(step.name, 'en')}",
        StepKind.rolled: f"; that is {rest_words(step.name, 'en')}, so it moves to {day}",
    }[step.kind]
