"""Order while petitioning (regulation 26, 47): what is done about conduct, not about the matter.

None of it stops, delays or shortens the handling of the matter itself. How serious conduct is,
and whether it may have effects on the public (25(1)), is left to the people present.
"""

from enum import StrEnum


class Conduct(StrEnum):
    """The six kinds of conduct that article 26 forbids, in its order."""

    blockade = "blockade"
    dangerous_goods = "dangerous_goods"
    insult_violence_or_threat = "insult_violence_or_threat"
    staying_or_leaving_behind = "staying_or_leaving_behind"
    inciting = "inciting"
    other_disorder = "other_disorder"


class OrderStep(StrEnum):
    """What staff do about it."""

    record = "record"
    dissuade = "dissuade"
    call_police = "call_police"
    report_urgently = "report_urgently"


BASES = {
    OrderStep.record: "office_setting",
    OrderStep.dissuade: "regulation_2022:47(1)",
    OrderStep.call_police: "regulation_2022:47(2)",
    OrderStep.report_urgently: "regulation_2022:25(1)",
}
# Danger to people is urgent whatever comes of it; an office's choice.
URGENT = frozenset({Conduct.dangerous_goods, Conduct.insult_violence_or_threat})


def order_steps(conduct: Conduct, *, is_serious: bool, may_affect_public: bool) -> list[OrderStep]:
    """What to do, in order."""
    steps = [OrderStep.record, OrderStep.dissuade]
    if is_serious:
        steps.append(OrderStep.call_police)
    if may_affect_public or conduct in URGENT:
        steps.append(OrderStep.report_urgently)
    return steps
