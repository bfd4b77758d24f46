"""`./xinfang COMMAND`: finds the command's module and runs it; loads nothing else."""

import importlib
import sys

import structlog
import typer

# name: (module, one line for the list)
COMMANDS: dict[str, tuple[str, str]] = {
    "start": ("commands.start", "everything: engine, journal, application, workers"),
    "engine": ("commands.engine", "install, start, stop the local Zeebe; its status"),
    "journal": ("commands.journal", "status and rebuild of the journal"),
    "clock": ("commands.clock", "move engine and application time together (demo, tests)"),
    "import": ("commands.import_petitions", "petitions in bulk from a CSV file"),
    "simulate": ("commands.simulate", "drive petitions through the API as people would"),
    "check": ("commands.check", "lint diagrams, decisions and forms"),
    "calendar": ("commands.calendar", "the work calendar: show, status, import, set"),
    "clocks": ("commands.clocks", "statutory clocks: rules, set, preview, apply, show"),
    "due": ("commands.due", "compute a due date and explain it"),
    "law": ("commands.law", "the texts of laws beside the steps: import, show, list"),
    "user": ("commands.user", "accounts: add, list"),
    "unit": ("commands.unit", "units: add, list, show, and what becomes of them"),
    "divisions": ("commands.divisions", "administrative divisions: import, show, find"),
    "vocabulary": ("commands.vocabulary", "lists of codes: show, change, import, export"),
    "numbers": ("commands.numbers", "how petition and document numbers are written"),
    "classifier": ("commands.classifier", "propose content classes: train, predict"),
    "duplicates": ("commands.duplicates", "earlier texts like each text of a CSV file"),
    "outbox": ("commands.outbox", "commands waiting for the engine, and refused ones"),
    "database": ("commands.database", "tables, calendar and demo data without ./start"),
    "bench": ("commands.bench", "benchmarks: journal, steps, start, duplicates"),
    "web": ("commands.web", "build the bundle of scripts and styles"),
    "docs": ("commands.docs", "write the generated pages and pictures of docs/"),
}


def main(arguments: list[str]) -> None:
    """Run one command; exit codes: 0 fine, 1 findings, 2 wrong use."""
    if not arguments or arguments[0] in ("-h", "--help"):
        typer.echo("Usage: ./xinfang COMMAND [OPTIONS]\n\nCommands:")
        for name, (_, summary) in COMMANDS.items():
            typer.echo(f"  {name:<10} {summary}")
        typer.echo("\n./xinfang COMMAND --help tells more about each.")
        sys.exit(0 if arguments else 2)
    name, *rest = arguments
    if name not in COMMANDS:
        typer.echo(f"xinfang: there is no command '{name}'; ./xinfang --help lists them", err=True)
        sys.exit(2)
    # Standard output is for results that others read.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    module = importlib.import_module(COMMANDS[name][0])
    module.app(args=rest, prog_name=f"xinfang {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
