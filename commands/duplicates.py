"""`./xinfang duplicates --file IN.csv --out OUT.csv`: earlier texts like each text."""

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from commands.context import open_records
from proposals.errors import ProposalsError
from proposals.likeness.pairs import SAME_PERSON_THRESHOLD, THRESHOLD, find_pairs, sent_rows
from proposals.table import check_ids, read_table
from records.similarity import remember_missing

app = typer.Typer(add_completion=False)


@app.command()
def duplicates(
    file: Annotated[
        Path | None, typer.Option(help="CSV or CSV.gz: id, person, sent_at, text")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="CSV to write: id, other_id, score, same_person")
    ] = None,
    threshold: Annotated[
        float, typer.Option(min=0.05, max=1, help="Least likeness of two people's texts")
    ] = THRESHOLD,
    same_person_threshold: Annotated[
        float, typer.Option(min=0.01, max=1, help="Least likeness of one person's texts")
    ] = SAME_PERSON_THRESHOLD,
    index: Annotated[
        bool, typer.Option("--index", help="Instead: index petitions on file that are not yet")
    ] = False,
    data: Annotated[Path | None, typer.Option(help="Data directory (--index)")] = None,
) -> None:
    """Compare each text with the earlier ones (by sent_at, then in their order).

    One row for each pair: the later id, the earlier one, how much they share (0 to 1; numbers,
    punctuation and function words do not count), and whether the same person sent both. A person
    tells the same matter again in other words, so less is asked of their own texts.
    Exit codes: 0 written, 2 the file cannot be used and nothing was written.
    """
    console = Console(stderr=True)
    if index:
        with open_records(data) as context, console.status("indexing petitions on file"):
            number = remember_missing(context.database)
        typer.echo(f"indexed {number} petitions")
        return
    if file is None or out is None:
        raise typer.BadParameter("give --file IN.csv and --out OUT.csv")
    try:
        rows = read_table(file, "id", "person", "sent_at", "text")
        check_ids(rows)
        texts = sent_rows(rows)
        found = find_pairs(texts, at_least=threshold, same_person_at_least=same_person_threshold)
        pairs = 0
        with out.open("w", newline="", encoding="utf-8") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(["id", "other_id", "score", "same_person"])
            for several in track(found, "comparing", total=len(texts), console=console):
                pairs += len(several)
                writer.writerows(
                    [
                        one.later.id,
                        one.earlier.id,
                        f"{one.likeness:.4f}",
                        str(one.same_person).lower(),
                    ]
                    for one in several
                )
    except ProposalsError as problem:
        typer.echo(f"duplicates: {problem}", err=True)
        raise typer.Exit(2) from None
    except OSError as problem:
        typer.echo(f"duplicates: {problem.filename}: {problem.strerror}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{len(texts)} rows, {pairs} pairs; written to {out}")
