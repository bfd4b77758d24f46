"""`xinfang due`: the last day of a period, and why it is that day."""

import json
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from law.calendar_seed import seed_calendar
from law.errors import LawError
from law.explain import explain_due, explain_step
from law.periods import DueDate, Roll, Unit, due_date
from law.sources import Language, cite_basis

CALENDAR_DAYS_PER_WORKDAY = 2  # more than any stretch of the calendar needs
SPARE_YEARS = 1  # the last day may roll into the next year


class CountedUnit(StrEnum):
    """The units of the command line."""

    calendar = "calendar"
    workdays = "workdays"
    months = "months"


app = typer.Typer(add_completion=False)


@app.command()
def due(
    start: Annotated[str, typer.Argument(help="起算日（当日不计入） / start day, YYYY-MM-DD.")],
    length: Annotated[int, typer.Argument(min=1, help="期限长度 / how many days or months.")],
    unit: Annotated[
        CountedUnit, typer.Argument(help="日、工作日或月 / calendar days, working days, months.")
    ],
    explain: Annotated[
        bool, typer.Option("--explain", help="列出每一步及依据 / every step and its legal basis.")
    ] = False,
    no_roll: Annotated[
        bool, typer.Option("--no-roll", help="末日为休息日时不顺延 / keep a last day of rest.")
    ] = False,
    json_output: Annotated[
        bool, typer.Option("--json", help="机器可读 / machine-readable output.")
    ] = False,
    english: Annotated[bool, typer.Option("--english", help="英文说明 / in English.")] = False,
) -> None:
    """计算期限届满日 / Compute the last day of a period.

    The first line is the date. A date that a later holiday notice may change says so.
    """
    first_day = _parse_day(start)
    years = _years_needed(first_day, length, unit)
    roll = Roll.none if no_roll else Roll.over
    try:
        result = due_date(
            first_day, length, Unit(unit.value), seed_calendar(first_day.year, years), roll
        )
    except LawError as error:
        raise typer.BadParameter(str(error), param_hint="LENGTH") from None
    language: Language = "en" if english else "zh"
    if json_output:
        typer.echo(json.dumps(_as_json(result, language), ensure_ascii=False, indent=2))
        return
    typer.echo(result.due.isoformat())
    if result.provisional:
        typer.echo(_provisional_line(language))
    if explain:
        for step in result.steps:
            typer.echo(explain_step(step, language))


def _parse_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise typer.BadParameter(f"{text}: give a date as YYYY-MM-DD.", param_hint="START")
    return day


def _years_needed(start: date, length: int, unit: CountedUnit) -> int:
    """The last year whose holidays can matter."""
    if unit is CountedUnit.months:
        years = length // 12
    else:
        years = length * CALENDAR_DAYS_PER_WORKDAY // 365
    return start.year + years + 1 + SPARE_YEARS


def _provisional_line(language: Language) -> str:
    if language == "zh":
        return "待校准 (provisional)：所及年份的放假安排尚未公布，公布后日期可能变动。"
    return "provisional: the holiday notice for that year is not known; the date may change."


def _as_json(result: DueDate, language: Language) -> dict[str, object]:
    return {
        "start": result.start.isoformat(),
        "due": result.due.isoformat(),
        "unrolled": result.unrolled.isoformat(),
        "provisional": result.provisional,
        "explanation": explain_due(result, None, language),
        "steps": [
            {
                "step": step.kind.value,
                "date": step.on.isoformat(),
                "amount": step.amount,
                "holiday": step.name or None,
                "basis": step.basis,
                "citation": cite_basis(step.basis, language),
            }
            for step in result.steps
        ],
    }
