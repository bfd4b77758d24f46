"""The process of printing.child: one document in, one PDF or one named error out."""

import json
import sys
from datetime import datetime
from pathlib import Path

from printing.errors import PrintingError
from printing.reading import read_sheet
from printing.typesetting import typeset


def answer_to(request: bytes) -> bytes:
    """One line of JSON (`pages`, or `error` and `detail`), then the PDF if there is one."""
    wanted = json.loads(request)
    try:
        printed = typeset(
            read_sheet(wanted["html"]),
            at=datetime.fromisoformat(wanted["at"]),
            seal_place=wanted["seal_place"],
            fonts=[Path(folder) for folder in wanted["fonts"]],
        )
    except PrintingError as error:
        told = {"error": type(error).__name__, "detail": error.detail}
        return json.dumps(told).encode() + b"\n"
    return json.dumps({"pages": printed.pages}).encode() + b"\n" + printed.pdf


if __name__ == "__main__":
    sys.stdout.buffer.write(answer_to(sys.stdin.buffer.read()))
