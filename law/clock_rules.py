"""The clocks D01 to D26, as dated data.

`rule_for(code, on)` gives the rule of a day. A rule that changes gets a second row with its own
dates and the old row is closed, never edited: old cases keep the old law.
"""

from datetime import date

from law.clock_rule import ClockRule, Extension, Mark, PauseRule
from law.errors import ClockNotInForce, UnknownClock
from law.period_types import Roll, Unit

__all__ = ["RULES", "ClockRule", "Extension", "Mark", "PauseRule", "clock_codes", "rule_for"]

STATUTE, LOCAL, RECALLED = Mark.statute, Mark.local, Mark.recalled
DAYS, WORKDAYS, MONTHS, HOURS = Unit.calendar, Unit.workdays, Unit.months, Unit.hours

SIMPLE_HANDLING = date(2022, 7, 17)
REGULATION_2005 = (date(2005, 5, 1), date(2022, 4, 30))
MEDIATION_LAW = date(2011, 1, 1)
TWO_MONTHS_TO_PERFORM = date(2015, 5, 1)
NAME_OR_ADDRESS_UNCLEAR = "name_or_address_unclear"

# fmt: off
RULES: tuple[ClockRule, ...] = (
    ClockRule("D01", "信访部门登记并转送、交办", "Bureau registers and forwards",
              "regulation_2022:22(1)", STATUTE, 15, DAYS, "bureau_received"),
    # The limits by level lie within D01 and come from a superseded document.
    ClockRule("D01a", "各级转送交办分段时限", "Share of each level in forwarding",
              "level_limits_2014", RECALLED, None, DAYS, "level_received",
              variants=(("national", 5), ("province", 3), ("city", 3), ("county", 4))),
    # What had to be told within 15 days changed with the regulation of 2022, the length did not.
    ClockRule("D02", "决定是否受理并告知（直接提出）", "Decision on acceptance, direct petition",
              "regulation_2005", STATUTE, 15, DAYS, "unit_received",
              in_force_from=REGULATION_2005[0], in_force_to=REGULATION_2005[1],
              waived_if=NAME_OR_ADDRESS_UNCLEAR),
    ClockRule("D02", "书面告知（直接提出）", "Written notice, direct petition",
              "regulation_2022:23(2)", STATUTE, 15, DAYS, "unit_received",
              waived_if=NAME_OR_ADDRESS_UNCLEAR),
    ClockRule("D03", "决定是否受理并告知（转送交办）", "Decision on acceptance, forwarded petition",
              "regulation_2005", STATUTE, 15, DAYS, "unit_received",
              in_force_from=REGULATION_2005[0], in_force_to=REGULATION_2005[1],
              waived_if=NAME_OR_ADDRESS_UNCLEAR),
    ClockRule("D03", "书面告知（转送交办）", "Written notice, forwarded petition",
              "regulation_2022:23(3)", STATUTE, 15, DAYS, "unit_received",
              waived_if=NAME_OR_ADDRESS_UNCLEAR),
    ClockRule("D04", "提出异议", "Objection of the unit",
              "regulation_2022:23(3)", STATUTE, 5, WORKDAYS, "unit_received",
              is_window=True),
    ClockRule("D05", "办理", "Handling",
              "regulation_2022:34", STATUTE, 60, DAYS, "accepted",
              pause_rule=PauseRule.config_off,
              extension=Extension(30, once=True, basis="regulation_2022:34",
                                  approver="unit_leader")),
    # In a ledger the extension is an entry of D05; as a row of its own it can be cited and listed.
    ClockRule("D06", "延长办理", "Extension of handling",
              "regulation_2022:34", STATUTE, 30, DAYS, "handling_period_ended"),
    ClockRule("D07", "请求复查", "Request for review",
              "regulation_2022:35", STATUTE, 30, DAYS, "opinion_received",
              pause_rule=PauseRule.config_off, roll=Roll.over, is_window=True),
    ClockRule("D08", "作出复查意见", "Review decision",
              "regulation_2022:35", STATUTE, 30, DAYS, "review_request_received",
              pause_rule=PauseRule.config_off),
    ClockRule("D09", "请求复核", "Request for re-review",
              "regulation_2022:36(1)", STATUTE, 30, DAYS, "review_opinion_received",
              pause_rule=PauseRule.config_off, roll=Roll.over, is_window=True),
    ClockRule("D10", "作出复核意见", "Re-review decision",
              "regulation_2022:36(1)", STATUTE, 30, DAYS, "rereview_request_received",
              pause_rule=PauseRule.statute),
    ClockRule("D11", "交办反馈并提交办结报告", "Feedback and closing report on an assignment",
              "regulation_2022:22(1)(三)", STATUTE, None, DAYS, "assigned",
              extension=Extension(None, once=False, basis="local_rule", approver="assigner"),
              roll=Roll.none),
    ClockRule("D12", "简易办理：决定受理", "Simple handling: acceptance",
              "simple_handling_rules", RECALLED, 3, WORKDAYS, "unit_received",
              in_force_from=SIMPLE_HANDLING),
    ClockRule("D13", "简易办理：出具意见", "Simple handling: opinion",
              "simple_handling_rules", RECALLED, 10, WORKDAYS, "accepted",
              in_force_from=SIMPLE_HANDLING),
    ClockRule("D14", "简易办理：中间层级转送", "Simple handling: each level between",
              "simple_handling_rules", RECALLED, 1, WORKDAYS, "level_received",
              in_force_from=SIMPLE_HANDLING),
    ClockRule("D15", "决定是否受理复查、复核", "Acceptance of a review or re-review",
              "local_rule", LOCAL, 3, WORKDAYS, "review_request_received"),
    ClockRule("D16", "重新办理", "Handling anew",
              "local_rule", LOCAL, 60, DAYS, "review_decision_received"),
    ClockRule("D17", "反馈三项建议采纳情况", "Feedback on the three suggestions",
              "local_rule", LOCAL, 30, DAYS, "suggestion_received"),
    # How long a supervised unit has to answer is an office's to set.
    ClockRule("D17a", "反馈督办情况", "Feedback on a supervision",
              "office_setting", RECALLED, 15, DAYS, "supervision_step_taken"),
    ClockRule("D18", "履行法定职责或者答复", "Duty performed or answered",
              "administrative_litigation_law:47", STATUTE, 2, MONTHS, "application_received",
              in_force_from=TWO_MONTHS_TO_PERFORM),
    ClockRule("D19", "共同申请司法确认", "Joint application for judicial confirmation",
              "peoples_mediation_law:33", STATUTE, 30, DAYS, "agreement_effective",
              roll=Roll.over, in_force_from=MEDIATION_LAW, is_window=True),
    ClockRule("D20", "听证前通知", "Notice before a hearing",
              "local_rule", LOCAL, 7, DAYS, "hearing_held",
              roll=Roll.none, counts_back=True),
    ClockRule("D21", "满意度评价", "Satisfaction rating",
              "office_setting", RECALLED, 30, DAYS, "reply_delivered",
              roll=Roll.over, is_window=True),
    # The article says "in time"; the hours are ours.
    ClockRule("D22", "重大紧急情况报告", "Report of a grave or urgent matter",
              "regulation_2022:25(1)", RECALLED, None, HOURS, "event_known",
              roll=Roll.none, variants=(("phone", 1), ("written", 2))),
    ClockRule("D23", "编制年度报告", "Annual report",
              "regulation_2022:41(1)", STATUTE, 12, MONTHS, "year_ended", roll=Roll.none),
    # How long the unit waits for the choice among several routes is an office's to set.
    ClockRule("D24", "选择办理途径", "Choice of the route",
              "office_setting", RECALLED, 15, DAYS, "routes_told",
              roll=Roll.over, is_window=True),
    # So is how long it waits for what a request for review lacks.
    ClockRule("D25", "补正复查、复核材料", "Completing a request for review",
              "office_setting", RECALLED, 10, DAYS, "completion_asked",
              roll=Roll.over, is_window=True),
    # The agreement sets the time; letting it pass is no breach of the unit's.
    ClockRule("D26", "履行调解、和解协议", "Performance of an agreement",
              "regulation_2022:33", STATUTE, None, DAYS, "agreement_effective",
              roll=Roll.over, is_window=True),
)
# fmt: on


def clock_codes() -> tuple[str, ...]:
    """Every code once, in order."""
    return tuple(dict.fromkeys(rule.code for rule in RULES))


def rule_for(code: str, on: date) -> ClockRule:
    """The rule of a clock on a day.

    Raises:
        UnknownClock: no such code.
        ClockNotInForce: the clock exists, but not on that day.
    """
    rows = [rule for rule in RULES if rule.code == code]
    if not rows:
        raise UnknownClock(code)
    for rule in rows:
        if rule.is_in_force(on):
            return rule
    raise ClockNotInForce(f"{code} {on.isoformat()}")
