"""Content classes for a text, from the classifier that is trained now."""

from functools import lru_cache
from pathlib import Path

from proposals.classes.classifier import FILE_NAME, Classifier, ClassProposal
from proposals.errors import NoClassifier

FOLDER = "classifier"


def classifier_folder(data_dir: Path) -> Path:
    """Where the classifier of a data directory lies."""
    return data_dir / FOLDER


def propose(text: str, directory: Path, top: int = 3) -> list[ClassProposal]:
    """The likeliest classes, the best first. A classifier trained meanwhile is read again.

    Raises NoClassifier, ClassifierUnreadable.
    """
    try:
        found = (directory / FILE_NAME).stat()
    except OSError:
        raise NoClassifier from None
    return _loaded(directory, (found.st_mtime_ns, found.st_ino)).propose(text, top)


@lru_cache(1)
def _loaded(directory: Path, _mark: tuple[int, int]) -> Classifier:
    return Classifier.load(directory)
