"""Chinese words of codes, as documents print them."""

from datetime import date, datetime

from law.decision_facts import Adoption
from law.explain_words import date_words
from law.instants import SHANGHAI
from law.service import Way
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
ADOPTION = {
    Adoption.adopted: "采纳",
    Adoption.partly: "部分采纳",
    Adoption.not_adopted: "未采纳",
}
WAY = {
    Way.in_person: "当面送达",
    Way.left: "留置送达",
    Way.electronic: "电子送达",
    Way.post: "邮寄送达",
    Way.public_notice: "公告送达",
}


def chinese_day(moment: datetime) -> str:
    """2026年3月5日, the day in Shanghai."""
    return date_words(moment.astimezone(SHANGHAI).date(), "zh")


def chinese_date(day: date | None) -> str:
    """2026年3月5日; empty without a day, so that the document is refused where it needs one."""
    return date_words(day, "zh") if day else ""


def paragraphs(text: object) -> tuple[str, ...]:
    """The lines that somebody wrote, without blank ones; none for what is no text."""
    lines = text.splitlines() if isinstance(text, str) else []
    return tuple(line.strip() for line in lines if line.strip())


def words(text: object) -> str:
    """What somebody wrote, in one line; empty for what is no text."""
    return " ".join(paragraphs(text))
