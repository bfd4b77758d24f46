"""docs/samples: every document once, with invented content, as its office would print it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from sqlmodel import Session

from commands.samples import (
    asked_again,
    by_units,
    closing,
    courts,
    hearings,
    intake,
    objections,
    reviews,
    routes,
    sealed,
    sent_on,
    supervised,
    urgent,
)
from commands.samples.office import office
from commands.samples.sample import Sample
from printing.reading import read_sheet
from printing.typesetting import Printed, typeset
from settings import ROOT

SAMPLES = ROOT / "docs" / "samples"
STORIES: tuple[Callable[[Session], dict[str, Sample]], ...] = (
    intake.tell,
    asked_again.tell,
    by_units.tell,
    objections.tell,
    sent_on.tell,
    routes.tell,
    courts.tell,
    reviews.tell,
    hearings.tell,
    supervised.tell,
    sealed.tell,
    urgent.tell,
    closing.tell,
)


@cache
def samples() -> dict[str, Sample]:
    """Name of the file -> document. The office is made once, in a folder that is gone again."""
    found: dict[str, Sample] = {}
    with office() as session:
        for tell in STORIES:
            found |= tell(session)
    return found


def print_sample(name: str) -> Printed:
    """The sample of this name as PDF, with the place of the seal as in demo mode."""
    sample = samples()[name]
    return typeset(read_sheet(sample.html()), at=sample.issued_at, seal_place=True)


def path_of(name: str) -> Path:
    """Where the sample is kept."""
    return SAMPLES / f"{name}.pdf"
