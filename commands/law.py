"""`./xinfang law`: the texts of laws that this office has loaded."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from commands.context import open_records
from law.articles import ARTICLES, Article
from law.errors import LawError, LawTextRefused, UnknownArticle
from law.law_text import ArticleText, parse_law_text
from law.numerals import chinese_numeral
from law.sources import REGULATION, SOURCES, cite_basis
from records.law_texts import articles_of, edition_on, list_editions, load_law_text

app = typer.Typer(add_completion=False, help=__doc__)
ENCODINGS = ("utf-8-sig", "gb18030")
REGULATION_IN_FORCE = date(2022, 5, 1)
LOADED_BY = "import"
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
SourceOption = Annotated[str, typer.Option(help="Id of the law, as in law/sources.py")]
EditionOption = Annotated[str | None, typer.Option(help="Day the text came into force, YYYY-MM-DD")]


@app.command("import")
def import_text(
    file: Annotated[Path, typer.Argument(help="Markdown or plain text, UTF-8 or GB18030")],
    source: SourceOption = REGULATION,
    edition: EditionOption = None,
    data: DataOption = None,
) -> None:
    """Load the text of a law, so that pages show the articles beside the steps.

    One paragraph to a line: chapters (第一章), articles (第一条), items (（一）). The regulation
    (the default, of 2022-05-01) must be whole, with the paragraphs and items that are known of it;
    of other laws a part will do, and --edition is needed. The same file twice changes nothing; a
    corrected file takes the place of its edition; a newer edition is kept beside the old one.

    Exit codes: 0 loaded, or there already; 1 not the text of this law, nothing loaded; 2 wrong use.
    """
    if source not in SOURCES:
        raise typer.BadParameter(f"{source}: a source is one of {', '.join(SOURCES)}")
    day = _day(edition) or (REGULATION_IN_FORCE if source == REGULATION else None)
    if day is None:
        raise typer.BadParameter("say with --edition from which day this text is in force")
    try:
        articles = parse_law_text(_read(file), source)
    except LawTextRefused as refused:
        typer.echo(f"law: {LawTextRefused.__doc__}", err=True)
        for problem in refused.problems:
            typer.echo(f"  {problem}", err=True)
        raise typer.Exit(1) from None
    with open_records(data) as context, context.database.transaction() as session:
        now = context.clock.now()
        loaded = load_law_text(session, source, day, articles, by=LOADED_BY, now=now)
    typer.echo(f"{source} of {day}: {len(articles)} articles, {loaded}")


@app.command("list")
def list_all(data: DataOption = None) -> None:
    """The editions loaded: law, day it came into force, articles, when it was loaded."""
    with open_records(data) as context, context.database.reading() as session:
        for one in list_editions(session):
            loaded = one.loaded_at.astimezone(context.clock.now().tzinfo)
            typer.echo(
                f"{one.source}  {one.edition}  {one.articles} articles  "
                f"loaded {loaded:%Y-%m-%d %H:%M} by {one.loaded_by}"
            )


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="34, or a part of it: 36(2), 31(六)")],
    source: SourceOption = REGULATION,
    on: Annotated[
        str | None, typer.Option(help="The edition in force on this day; default: today")
    ] = None,
    data: DataOption = None,
) -> None:
    """Print an article: its citation, our title of it, and the text where it is loaded.

    Exit codes: 0 printed, 1 the text is not loaded, 2 there is no such article.
    """
    number, asked_day = _number(source, article), _day(on)
    typer.echo(cite_basis(f"{source}:{number}"))
    if source == REGULATION:
        typer.echo(ARTICLES[number].title_zh)
    with open_records(data) as context, context.database.reading() as session:
        day = asked_day or context.clock.now().date()
        text = _text_of(session, source, day, number)
    if text is None:
        typer.echo("law: the text is not loaded; ./xinfang law import FILE loads it", err=True)
        raise typer.Exit(1)
    _print(text, Article.parse(article) if source == REGULATION else None)


def _text_of(session: Session, source: str, on: date, number: int) -> ArticleText | None:
    edition = edition_on(session, source, on)
    if edition is None:
        return None
    return articles_of(session, source, edition, [number]).get(number)


def _print(text: ArticleText, place: Article | None) -> None:
    """The article, or the paragraph or item asked for."""
    for index, paragraph in enumerate(text.paragraphs, start=1):
        if place and place.paragraph not in (None, index):
            continue
        if not (place and place.item):
            typer.echo(paragraph.text)
        for item, words in enumerate(paragraph.items, start=1):
            if not (place and place.item) or place.item == item:
                typer.echo(f"（{chinese_numeral(item)}）{words}")


def _number(source: str, article: str) -> int:
    """The article's number. Exits 2 when there is no such place."""
    try:
        if source == REGULATION:
            return Article.parse(article).number
        if not article.isdigit():
            raise UnknownArticle(article)
        cite_basis(f"{source}:{article}")
    except LawError as error:
        raise typer.BadParameter(str(error)) from None
    return int(article)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text}: write a day as 2022-05-01") from None


def _read(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}") from None
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise typer.BadParameter(f"{file}: neither UTF-8 nor GB18030")
