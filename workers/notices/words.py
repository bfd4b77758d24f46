"""Chinese words of codes, as documents print them."""

from datetime import datetime

from law.instants import SHANGHAI
from records.models.petition import Category, Outcome, PetitionForm

FORM = {
    PetitionForm.online: "网络",
    PetitionForm.letter: "来信",
    PetitionForm.phone: "来电",
    PetitionForm.fax: "传真",
    PetitionForm.visit: "来访",
}
CATEGORY = {
    Category.proposal: "建议",
    Category.opinion: "意见",
    Category.report: "检举",
    Category.accusation: "控告",
    Category.appeal: "申诉",
    Category.claim: "求决",
}
OUTCOME = {
    Outcome.support: "支持",
    Outcome.explain: "解释说明",
    Outcome.reject: "不支持",
}


def chinese_day(moment: datetime) -> str:
    """2026年3月5日, the day in Shanghai."""
    day = moment.astimezone(SHANGHAI)
    return f"{day.year}年{day.month}月{day.day}日"
