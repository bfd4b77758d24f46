"""`./xinfang vocabulary`: the lists of codes, their names from day to day, and changes to them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from commands.context import Context, open_records
from law.sources import cite_basis
from records.errors import RecordsError
from records.intake.csv_file import CsvProblem
from records.models import VocabularyTerm
from records.vocabularies.changes import close_term, set_terms
from records.vocabularies.checks import TermChange
from records.vocabularies.exchange import export_terms, import_terms
from records.vocabularies.terms import (
    editions_of,
    get_vocabulary,
    list_vocabularies,
    path_of,
    terms_on,
    versions,
)

app = typer.Typer(add_completion=False, help=__doc__)
ACTOR = "command"
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable")]
NameArgument = Annotated[str, typer.Argument(help="id of the vocabulary, as `list` shows it")]
ReasonOption = Annotated[str, typer.Option(help="why; kept with the change")]
FromOption = Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="first day")]
AsOfOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="as on this day; default: today")
]


@app.command("list")
def list_all(as_json: JsonOption = False, data: DataOption = None) -> None:
    """All vocabularies: id, version, name, legal basis."""
    with _opened(data) as context, context.database.reading() as session:
        newest = versions(session)
        rows = [
            {
                "id": one.id,
                "version": newest.get(one.id, 0),
                "name_zh": one.name_zh,
                "name_en": one.name_en,
                "basis": one.basis,
                "mark": one.mark.value,
            }
            for one in list_vocabularies(session)
        ]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        basis = cite_basis(str(row["basis"]))
        typer.echo(f"{row['id']}  {row['version']}  {row['name_zh']}  {basis}")


@app.command()
def show(
    name: NameArgument,
    as_of: AsOfOption = None,
    history: Annotated[bool, typer.Option(help="Also who changed it, when and why")] = False,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """The terms of a vocabulary in force on a day."""
    with _opened(data) as context, context.database.reading() as session:
        vocabulary = get_vocabulary(session, name)
        terms = terms_on(session, name, as_of.date() if as_of else _today(context))
        editions = editions_of(session, name) if history else []
    changes = [
        {"id": one.id, "at": one.at.isoformat(), "actor": one.actor, "reason": one.reason}
        for one in editions
    ]
    if as_json:
        shown = {
            "id": vocabulary.id,
            "terms": [_term_json(term) for term in terms],
            "editions": changes,
        }
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    for term in _as_tree(terms):
        indent = "  " * (len(path_of(term.code, terms)) - 1)
        typer.echo(f"{indent}{term.code}  {term.name_zh}  {term.name_en}")
    for change in changes:
        typer.echo(f"{change['id']}  {change['at']}  {change['actor']}  {change['reason']}")


@app.command("set")
def set_one(
    name: NameArgument,
    code: str,
    name_zh: Annotated[str, typer.Option(help="Chinese name")],
    name_en: Annotated[str, typer.Option(help="English name")],
    starts: FromOption,
    reason: ReasonOption,
    parent: Annotated[str | None, typer.Option(help="code of the term above")] = None,
    data: DataOption = None,
) -> None:
    """Add a code, or rename one from a day on; cases from before keep the old name."""
    change = TermChange(code, name_zh, name_en, starts.date(), parent_code=parent)
    with _opened(data) as context, context.database.transaction() as session:
        changed = set_terms(
            session, name, [change], actor=ACTOR, reason=reason, now=context.clock.now()
        )
    typer.echo(f"set {code}" if changed else f"{code} is so already")


@app.command()
def close(
    name: NameArgument,
    code: str,
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="last day")],
    reason: ReasonOption,
    data: DataOption = None,
) -> None:
    """End a code after a day. It is never removed: cases from before keep it."""
    with _opened(data) as context, context.database.transaction() as session:
        close_term(
            session,
            name,
            code,
            last_day=on.date(),
            actor=ACTOR,
            reason=reason,
            now=context.clock.now(),
        )
    typer.echo(f"closed {code} after {on.date()}")


@app.command("import")
def import_file(
    name: NameArgument,
    file: Annotated[Path, typer.Argument(help="CSV: code, name_zh, name_en and more")],
    starts: FromOption,
    reason: ReasonOption,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Bring a vocabulary to what a file says, from a day on. All or nothing; no code is closed.

    The columns are those of `export`. Codes in force that the file does not name are told.
    """
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}")
    with _opened(data) as context, context.database.transaction() as session:
        done = import_terms(
            session,
            name,
            file,
            in_force_from=starts.date(),
            actor=ACTOR,
            reason=reason,
            now=context.clock.now(),
        )
    if as_json:
        typer.echo(json.dumps(vars(done), ensure_ascii=False))
        return
    typer.echo(f"changed {len(done.changed)}, unchanged {done.unchanged}")
    if done.absent:
        typer.echo(f"not in the file and left as they are: {' '.join(done.absent)}")


@app.command()
def export(
    name: NameArgument,
    as_of: AsOfOption = None,
    out: Annotated[Path | None, typer.Option(help="Write here instead of standard output")] = None,
    data: DataOption = None,
) -> None:
    """The terms of a day as CSV."""
    if out and (out.is_dir() or not out.parent.is_dir()):
        raise typer.BadParameter(f"{out} cannot be written: name a file in a folder there is")
    with _opened(data) as context, context.database.reading() as session:
        text = export_terms(session, name, as_of.date() if as_of else _today(context))
    if out:
        out.write_text(text, encoding="utf-8", newline="")
    else:
        typer.echo(text, nl=False)


def _term_json(term: VocabularyTerm) -> dict[str, object]:
    """A term for machines: ids, names, days as text."""
    return term.model_dump(mode="json", exclude={"id", "vocabulary_id", "added_by", "closed_by"})


@contextmanager
def _opened(data: Path | None) -> Iterator[Context]:
    """Records that say on standard error what stands in the way, with exit code 2."""
    with open_records(data) as context:
        try:
            yield context
        except (RecordsError, CsvProblem) as problem:
            typer.echo(f"vocabulary: {problem}", err=True)
            raise typer.Exit(2) from None


def _today(context: Context) -> date:
    return context.clock.now().date()


def _as_tree(terms: list[VocabularyTerm]) -> list[VocabularyTerm]:
    """Each term followed by those below it."""

    def place(term: VocabularyTerm) -> list[tuple[int, str]]:
        return [(one.position, one.code) for one in path_of(term.code, terms)]

    return sorted(terms, key=place)
