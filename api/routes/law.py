"""Articles of the regulation."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.queries.law import law_article, law_articles
from api.routes.responses import errors
from api.shapes.common import shanghai
from api.shapes.law import ArticleOut

router = APIRouter(prefix="/api/law/articles", tags=["law"])
ArticleInPath = Annotated[int, Path(ge=0, le=9999, description="article of the regulation")]


@router.get("", responses=errors(401))
def get_articles(
    person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> list[ArticleOut]:
    """All articles, with the text that the office has loaded and what rests on each."""
    return law_articles(session, language=language, today=shanghai(now).date())


@router.get("/{number}", responses=errors(401, 404))
def get_article(
    number: ArticleInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> ArticleOut:
    """One article."""
    return law_article(session, number, language=language, today=shanghai(now).date())
