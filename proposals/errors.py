"""What can stand in the way of a proposal; the message says what to do. No text is quoted."""

from pathlib import Path


class ProposalsError(Exception):
    """Nothing can be proposed here."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail or self.__doc__)


class FileUnreadable(ProposalsError):
    """The file cannot be read as a table; the message says where and why."""


class ColumnsMissing(ProposalsError):
    """A needed column is not in the first line of the file."""

    def __init__(self, path: Path, missing: list[str]) -> None:
        super().__init__(
            f"{path.name} has no column {' and no column '.join(missing)}. "
            "Name it in the first line and try again."
        )


class TableEmpty(ProposalsError):
    """The file has no rows under its first line."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} has no rows. Give a file with a first line and rows below.")


class IdTwice(ProposalsError):
    """Two rows have the same id: an answer could not tell them apart."""

    def __init__(self, row_id: str, first: int, second: int) -> None:
        super().__init__(
            f"the id {row_id} stands in line {first} and in line {second}. Give each row its own."
        )


class NotADate(ProposalsError):
    """A time that cannot be read: the rows cannot be put in order."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"line {line}: sent_at is not a time. Write YYYY-MM-DD or YYYY-MM-DD HH:MM:SS."
        )


class TooFewClasses(ProposalsError):
    """Fewer than two content classes have enough different rows to learn from."""


class NoClassifier(ProposalsError):
    """There is no trained classifier. Train first: ./xinfang classifier train --file CSV"""


class ClassifierUnreadable(ProposalsError):
    """The trained classifier cannot be read. Train again: ./xinfang classifier train --file CSV"""
