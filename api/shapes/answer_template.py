"""Template texts for answers, and answers like one that is being written."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.shapes.common import Code, Moment, Named, Words, storable

TemplateText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=8000),
    AfterValidator(storable),
]


class AnswerTemplateIn(BaseModel):
    """A template text. `element_id`: the step it is for; empty for every step of the unit."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[Words, StringConstraints(max_length=100)]
    text: TemplateText
    element_id: Code = ""


class AnswerTemplateOut(BaseModel):
    """A template text as it is kept."""

    id: str
    unit: Named
    element_id: str
    step: str = Field(description="the step in words")
    title: str
    text: str
    changed_by: Named
    changed_at: Moment


class FilledTemplate(BaseModel):
    """A template text for a task, its placeholders filled in as far as they are known."""

    id: str
    title: str
    text: str


class TextsIn(BaseModel):
    """Texts of an answer as typed so far, by key of the form."""

    model_config = ConfigDict(extra="forbid")

    texts: Annotated[
        dict[
            Annotated[str, StringConstraints(max_length=100)],
            Annotated[str, StringConstraints(max_length=50_000), AfterValidator(storable)],
        ],
        Field(max_length=20),
    ]


class LikeAnswerOut(BaseModel):
    """An answer to another claim that is nearly the same; you may see its petition."""

    key: str = Field(description="key of the form field")
    label: str
    number: str
    subject: str
    likeness: float


class LikeAnswers(BaseModel):
    """A warning that hinders nothing; of petitions that you may not see only how many."""

    answers: list[LikeAnswerOut]
    hidden: int
