"""The regulation: its articles, and what in the procedure rests on each."""

from fastapi import APIRouter, Request, Response

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep
from api.pages.render import render
from api.queries.law import law_article, law_articles
from api.routes.law import ArticleInPath
from api.shapes.common import shanghai

router = APIRouter(include_in_schema=False, prefix="/law")


@router.get("")
def law_opened(
    request: Request, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> Response:
    """All articles."""
    articles = law_articles(session, language=language, today=shanghai(now).date())
    return render(request, "law.html", articles=articles)


@router.get("/{number}")
def article_opened(
    request: Request,
    number: ArticleInPath,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> Response:
    """One article."""
    article = law_article(session, number, language=language, today=shanghai(now).date())
    return render(request, "law_article.html", article=article)
