"""`./xinfang classifier`: learn content classes from decided texts, propose them for others."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from commands.classifier_report import as_json, report, speed
from commands.context import open_records
from commands.options import load_settings
from engine.clock import machine_now
from proposals.classes.classifier import Classifier
from proposals.classes.propose import classifier_folder
from proposals.classes.samples import Sample, sample_set, samples_of
from proposals.errors import ProposalsError
from proposals.table import check_ids, read_table
from records.decided_classes import decided_classes
from records.errors import RecordsError

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]


@app.command()
def train(
    file: Annotated[
        Path | None, typer.Option(help="CSV or CSV.gz: text (or tokens), level1")
    ] = None,
    records: Annotated[
        bool, typer.Option("--records", help="Learn from this office's decided petitions")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Directory of the classifier; default: in the data one")
    ] = None,
    json_output: Annotated[bool, typer.Option("--json", help="Machine-readable output")] = False,
    data: DataOption = None,
) -> None:
    """Learn from texts whose class a person decided, and say how well that works.

    Scores are of texts the classifier had not seen; repeated and nearly repeated texts never stand
    on both sides. Lists of words (`tokens`) are tested with stop words and punctuation put back.
    Exit codes: 0 trained, 2 the rows cannot be learned from.
    """
    # Only here: scikit-learn takes a second to load.
    from proposals.classes.training import train as learn

    if not file and not records:
        raise typer.BadParameter("give --file CSV, or --records, or both")
    console = Console(stderr=True)
    with _refusals():
        samples = _of_file(file) if file else []
        if records:
            samples += _of_records(data)
        with console.status("comparing the texts") as status:
            learned = sample_set(samples)
            trained = learn(learned, on=machine_now().date(), tell=lambda step: status.update(step))
            times = speed(trained.classifier, learned)
        path = trained.classifier.save(out or classifier_folder(load_settings(data).data_dir))
    if json_output:
        typer.echo(json.dumps(as_json(trained, times), ensure_ascii=False, indent=2))
        return
    for line in report(learned, trained, times):
        typer.echo(line)
    typer.echo(f"saved {path}")


@app.command()
def predict(
    file: Annotated[Path, typer.Option(help="CSV or CSV.gz: id, text")],
    out: Annotated[Path, typer.Option(help="CSV to write: id, level1, score")],
    explain: Annotated[
        bool, typer.Option("--explain", help="Print the likeliest classes and what says so")
    ] = False,
    model: Annotated[
        Path | None, typer.Option(help="Directory of the classifier; default: in the data one")
    ] = None,
    data: DataOption = None,
) -> None:
    """Propose a class for each text, with its probability; a person decides.

    A `subject` column, if there is one, is read before the text. A row without text gets no class
    and the score 0. Exit codes: 0 written, 2 something is missing and nothing was written.
    """
    with _refusals():
        rows = read_table(file, "id", "text")
        check_ids(rows)
        classifier = Classifier.load(model or classifier_folder(load_settings(data).data_dir))
        without = 0
        with out.open("w", newline="", encoding="utf-8") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(["id", "level1", "score"])
            for row in track(rows, "proposing", console=Console(stderr=True)):
                text = f"{row.values.get('subject', '')}\n{row.values['text']}"
                proposals = classifier.propose(text)
                best = proposals[0] if proposals else None
                without += best is None
                level1, score = (best.level1, best.score) if best else ("", 0.0)
                writer.writerow([row.values["id"], level1, f"{score:.4f}"])
                if explain:
                    for one in proposals:
                        reasons = "、".join(one.reasons)
                        typer.echo(f"{row.values['id']}  {one.level1}  {one.score:.4f}  {reasons}")
    typer.echo(f"{len(rows)} rows, {without} of them without a proposal; written to {out}")


def _of_file(file: Path) -> list[Sample]:
    return samples_of(read_table(file, "level1", any_of=("text", "tokens")))


def _of_records(data: Path | None) -> list[Sample]:
    with open_records(data) as context, context.database.reading() as session:
        return [Sample(text, level1) for text, level1 in decided_classes(session)]


@contextmanager
def _refusals() -> Iterator[None]:
    """Say what stands in the way and exit 2."""
    try:
        yield
    except (ProposalsError, RecordsError) as problem:
        typer.echo(f"classifier: {problem}", err=True)
        raise typer.Exit(2) from None
    except OSError as problem:
        typer.echo(f"classifier: {problem.filename}: {problem.strerror}", err=True)
        raise typer.Exit(2) from None
