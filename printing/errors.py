"""Why a document cannot be printed; each message says what to do and holds nobody's data."""


class PrintingError(Exception):
    """Base of this package's errors; made again from `detail` on the other side of a process."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(self.message() or type(self).__doc__)

    def message(self) -> str:
        """What is told; empty for the docstring."""
        return self.detail


class UnknownMarkup(PrintingError):
    """A template uses markup that is not printed; printing/reading.py lists what is.

    `detail` names tags and attributes, never text.
    """

    def message(self) -> str:
        return f"{self.detail} is not printed; use the markup listed in printing/reading.py"


class GlyphsMissing(PrintingError):
    """No font has these characters. Put one that does into the folder fonts of the data directory.

    `detail` is the characters; the message names their code points only.
    """

    @property
    def code_points(self) -> list[str]:
        """As U+20BB7, in order, each once."""
        return [f"U+{number:04X}" for number in sorted({ord(one) for one in self.detail})]

    def message(self) -> str:
        return (
            f"no font has {', '.join(self.code_points)}; "
            "put one that does into the folder fonts of the data directory"
        )


class FontsMissing(PrintingError):
    """The fonts of printed documents are not there; bring them with: ./xinfang web build."""


class PrintingFailed(PrintingError):
    """The typesetter did not finish."""
