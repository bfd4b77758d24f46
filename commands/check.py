"""`./xinfang check [FILE...]`: lints diagrams, decisions and forms."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from modeling.bundle import build_bundle
from modeling.errors import ModelingError
from modeling.lint import SUFFIXES, lint_files

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "bpmn", ROOT / "forms")

app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="默认检查 bpmn/ 与 forms/ / default: both folders.")
    ] = None,
    json_output: Annotated[
        bool, typer.Option("--json", help="机器可读 / machine-readable output.")
    ] = False,
    language: Annotated[
        Literal["zh", "en"], typer.Option(help="提示的语言 / language of the messages.")
    ] = "zh",
) -> None:
    """检查流程图、决策表和表单 / Check diagrams, decision tables and forms.

    One line per finding: FILE:ELEMENT: RULE: MESSAGE. Exit codes: 0 fine, 1 findings, 2 wrong use.
    """
    chosen = files or _all_files()
    for file in chosen:
        if not file.is_file() or file.suffix not in SUFFIXES:
            wanted = "、".join(SUFFIXES)
            raise typer.BadParameter(f"{file}: no such file, or not one of {wanted}")
    try:
        build_bundle(on_step=lambda step: typer.echo(f"check: {step}", err=True))
        findings = lint_files(chosen, language)
    except ModelingError as error:
        typer.echo(f"check: {error}", err=True)
        raise typer.Exit(2) from None
    if json_output:
        typer.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2))
    else:
        for one in findings:
            typer.echo(f"{one.file}:{one.element or '-'}: {one.rule}: {one.message}")
    if findings:
        raise typer.Exit(1)


def _all_files() -> list[Path]:
    """All of bpmn/ and forms/, shown relative to the working directory where that is shorter."""
    found = sorted(p for folder in FOLDERS for p in folder.glob("*") if p.suffix in SUFFIXES)
    here = Path.cwd()
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in found]
