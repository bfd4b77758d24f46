"""Words for law.explain: dates, amounts, events and steps, Chinese and English."""

from datetime import date

from law.holiday_names import in_english
from law.period_types import StepKind
from law.sources import Language

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

EVENTS: dict[str, tuple[str, str]] = {
    "bureau_received": ("信访部门收到", "the bureau received it"),
    "supervision_step_taken": ("采取督办措施", "a step of supervision was taken"),
    "level_received": ("本级收到", "this level received it"),
    "unit_received": ("单位收到", "the unit received it"),
    "accepted": ("受理", "it was accepted"),
    "handling_period_ended": ("办理期限届满", "the handling period ended"),
    "opinion_received": ("收到处理意见书", "the opinion was received"),
    "review_request_received": ("收到复查、复核请求", "the request was received"),
    "review_opinion_received": ("收到复查意见书", "the review opinion was received"),
    "rereview_request_received": ("收到复核请求", "the re-review request was received"),
    "assigned": ("交办", "it was assigned"),
    "review_decision_received": ("收到复查、复核决定", "the review decision was received"),
    "suggestion_received": ("收到建议", "the suggestion was received"),
    "application_received": ("收到申请", "the application was received"),
    "agreement_effective": ("调解协议生效", "the agreement took effect"),
    "hearing_held": ("听证", "the hearing is held"),
    "reply_delivered": ("答复送达", "the reply was delivered"),
    "event_known": ("获知情况", "it became known"),
    "routes_told": ("告知可选择的途径", "the routes to choose from were told"),
    "completion_asked": ("通知补正", "the petitioner was asked to complete the request"),
    "year_ended": ("年度终了", "the year ended"),
}

UNITS: dict[str, tuple[str, str]] = {
    "calendar": ("{n}日", "{n} days"),
    "workdays": ("{n}个工作日", "{n} working days"),
    "months": ("{n}个月", "{n} months"),
}

STEP_WORDS: dict[Language, dict[StepKind, str]] = {
    "zh": {
        StepKind.start_day_not_counted: "{date}：开始的当日不计入",
        StepKind.days_counted: "{date}：自次日起数满{amount}日",
        StepKind.workdays_counted: "{date}：自次日起数满{amount}个工作日{around}",
        StepKind.months_counted: "{date}：{amount}个月后的对应日",
        StepKind.month_end_taken: "{date}：当月没有对应日，取月末日",
        StepKind.date_set: "{date}：直接指定的最后一日",
        StepKind.extension_added: "{date}：加上延长的{amount}日",
        StepKind.pause_added: "{date}：加上不计算的{amount}日",
        StepKind.makeup_workday_kept: "{date}：调休上班日，不是休息日，不顺延",
        StepKind.rest_day_kept: "{date}：{rest}，仍为最后一日",
        StepKind.rolled: "{date}：最后一日遇{rest}，顺延{amount}日到此后第一个工作日",
    },
    "en": {
        StepKind.start_day_not_counted: "{date}: the start day is not counted",
        StepKind.days_counted: "{date}: {amount} days from the next day on",
        StepKind.workdays_counted: "{date}: {amount} working days from the next day on{around}",
        StepKind.months_counted: "{date}: the corresponding day {amount} months later",
        StepKind.month_end_taken: "{date}: the month has no such date, its last day is taken",
        StepKind.date_set: "{date}: the last day, set directly",
        StepKind.extension_added: "{date}: {amount} days of extension added",
        StepKind.pause_added: "{date}: {amount} days that do not count added",
        StepKind.makeup_workday_kept: "{date}: a make-up working day is no rest day, it stays",
        StepKind.rest_day_kept: "{date}: {rest}, and still the last day",
        StepKind.rolled: "{date}: the last day is {rest}, moved by {amount} to a working day",
    },
}


def date_words(day: date, language: Language) -> str:
    """2026年2月24日, or 24 February 2026."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def amount_words(amount: int | None, unit: str, language: Language) -> str:
    """60日, 5个工作日, 2个月; 1 working day."""
    zh, en = UNITS[unit]
    if language == "zh":
        return zh.format(n=amount)
    words = en.format(n=amount)
    return words.removesuffix("s") if amount == 1 else words


def rest_words(name: str, language: Language) -> str:
    """What kind of rest it is: 春节假期, 周末; the Spring Festival break, a weekend."""
    if language == "zh":
        return f"{name}假期" if name else "周末"
    return f"the {in_english(name)} break" if name else "a weekend"


def around_words(name: str, language: Language) -> str:
    """Which holidays working days went around; nothing without one."""
    if not name:
        return ""
    return f"，不含{name}假期" if language == "zh" else f", without the {in_english(name)} break"


def event_words(event: str, day: str, language: Language) -> str:
    """How the sentence begins; an unknown or empty event is not named."""
    zh, en = EVENTS.get(event, ("", ""))
    if language == "zh":
        return f"自{day}{zh}之日起" if zh else f"自{day}起"
    return f"From {day}, when {en}, " if en else f"From {day}, "
