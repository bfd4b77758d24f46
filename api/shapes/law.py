"""Articles of the regulation: their text where the office has loaded it, and what rests on them."""

from datetime import date

from pydantic import BaseModel, Field


class ItemOut(BaseModel):
    """One item of a paragraph."""

    number: int
    mark: str = Field(description="as laws number items: （一）")
    text: str


class ParagraphOut(BaseModel):
    """One paragraph; `items` are what it lists."""

    number: int
    text: str
    items: list[ItemOut]


class LawStep(BaseModel):
    """An element of a deployed diagram that cites the article."""

    process_id: str
    process: str
    element_id: str
    name: str


class LawRule(BaseModel):
    """A rule of a deployed decision table that cites the article."""

    decision_id: str
    decision: str
    rule_id: str
    note: str


class LawClock(BaseModel):
    """A clock that rests on the article."""

    code: str
    name: str


class ArticleOut(BaseModel):
    """An article. Without `text` the office has not loaded it."""

    number: int
    citation: str
    title: str = Field(description="our short title, not the law's")
    asks: str | None = Field(description="what it asks, in our words; null where it asks nothing")
    outside: str | None = Field(description="why nothing here carries it, where that is so")
    chapter: str | None
    edition: date | None = Field(description="day from which the text loaded is in force")
    text: list[ParagraphOut] | None
    steps: list[LawStep]
    rules: list[LawRule]
    clocks: list[LawClock]


class BasisArticle(BaseModel):
    """An article that a step cites; of `text` only the paragraphs and items cited."""

    number: int
    citation: str
    title: str
    link: str | None
    text: list[ParagraphOut] | None


class StepBasis(BaseModel):
    """What a step rests on."""

    element_id: str
    name: str
    articles: list[BasisArticle]
