"""Printing in a short process of its own: fonts and typesetter leave nothing behind in the caller.

The process reads one JSON object and answers with one line of JSON, followed by the PDF.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from printing import errors
from printing.errors import PrintingFailed
from printing.typesetting import ROOT, Printed

SECONDS = 60.0


def print_document(
    html: str, *, at: datetime, seal_place: bool = False, fonts: Sequence[Path] = ()
) -> Printed:
    """Print the HTML of a document issued `at`; see printing.typesetting.typeset.

    Raises UnknownMarkup, GlyphsMissing, FontsMissing, PrintingFailed.
    """
    request = {
        "html": html,
        "at": at.isoformat(),
        "seal_place": seal_place,
        "fonts": [str(folder) for folder in fonts],
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "printing"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PrintingFailed(f"printing took longer than {SECONDS:.0f} s") from None
    line, _, pdf = done.stdout.partition(b"\n")
    if done.returncode != 0:
        raise PrintingFailed(f"the printing process ended with {done.returncode}")
    answer = json.loads(line)
    if "error" in answer:
        raise getattr(errors, answer["error"])(answer["detail"])
    return Printed(pdf, answer["pages"])
