"""Which processes, decisions and forms exist: in the files given and in the folders around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from modeling.bpmn import read_process
from modeling.dmn import read_decisions
from modeling.errors import ModelUnreadable
from modeling.forms import read_form

FOLDERS = ("bpmn", "forms")


@dataclass(frozen=True)
class Known:
    """The ids that a diagram may refer to."""

    processes: frozenset[str]
    decisions: frozenset[str]
    forms: frozenset[str]


def known_models(files: Iterable[Path]) -> Known:
    """The ids in `files`, beside them, and in bpmn/ and forms/ next to their folder."""
    processes: set[str] = set()
    decisions: set[str] = set()
    forms: set[str] = set()
    for path in _with_neighbours(files):
        try:
            if path.suffix == ".bpmn":
                processes.update(read_process(path).process_ids)
            elif path.suffix == ".dmn":
                decisions.update(decision.id for decision in read_decisions(path))
            elif path.suffix == ".form":
                forms.add(read_form(path).form_id)
        except ModelUnreadable:
            continue  # reported when that file is checked itself
    return Known(frozenset(processes), frozenset(decisions), frozenset(forms))


def _with_neighbours(files: Iterable[Path]) -> set[Path]:
    found = {path.resolve() for path in files}
    folders = {path.parent for path in found}
    folders |= {folder.parent / name for folder in folders for name in FOLDERS}
    return found | {path for folder in folders if folder.is_dir() for path in folder.iterdir()}
