"""Coverage of BPMN elements: what the engine visited, as its journals say, against the diagrams."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from modeling.bpmn import read_process
from settings import ROOT
from tests.running import Running


@dataclass
class Visited:
    """(process id, element id) of flow nodes and sequence flows that were visited in this run."""

    nodes: set[tuple[str, str]] = field(default_factory=set)
    flows: set[tuple[str, str]] = field(default_factory=set)

    def collect(self, started: Running) -> None:
        """Add what this journal has seen."""
        self.nodes |= {
            (row.process_id, row.element_id)
            for row in started.query(
                "SELECT DISTINCT i.process_id, e.element_id FROM journal.element_instance e "
                "JOIN journal.instance i ON i.key = e.instance_key"
            )
        }
        self.flows |= {
            (row.process_id, row.flow_id)
            for row in started.query(
                "SELECT DISTINCT i.process_id, f.flow_id FROM journal.taken_flow f "
                "JOIN journal.instance i ON i.key = f.instance_key"
            )
        }


@dataclass(frozen=True)
class Share:
    """What of one kind was wanted in a diagram, and what of it was missed."""

    file: str
    kind: str
    wanted: int
    missed: tuple[str, ...]


def shares(visited: Visited) -> Iterator[Share]:
    """Flow nodes and sequence flows of every diagram."""
    for path in sorted((ROOT / "bpmn").glob("*.bpmn")):
        model = read_process(path)
        # The engine writes no record for a flow out of an event-based gateway: the event that
        # happened stands for the flow that leads to it.
        silent = {element.id for element in model.of_type("eventBasedGateway")}
        visited.flows |= {
            (model.process_id, flow.id)
            for flow in model.flows
            if flow.source in silent and (model.process_id, flow.target) in visited.nodes
        }
        for kind, wanted, seen in (
            ("flow nodes", [element.id for element in model.elements], visited.nodes),
            ("sequence flows", [flow.id for flow in model.flows], visited.flows),
        ):
            missed = sorted(name for name in wanted if (model.process_id, name) not in seen)
            yield Share(path.name, kind, len(wanted), tuple(missed))


def missed(visited: Visited) -> tuple[list[str], list[str], int]:
    """Flow nodes and flows that were not visited, as file:id, and how many flows there are."""
    found = list(shares(visited))
    nodes = [
        f"{one.file}:{name}" for one in found if one.kind == "flow nodes" for name in one.missed
    ]
    flows = [one for one in found if one.kind == "sequence flows"]
    names = [f"{one.file}:{name}" for one in flows for name in one.missed]
    return nodes, names, sum(one.wanted for one in flows)


def report(visited: Visited, write_line: Callable[[str], None]) -> None:
    """One line per process and one for all: visited of all, and what was missed."""
    write_line("BPMN elements visited on the engine (from the journal):")
    totals: dict[str, list[int]] = {}
    for one in shares(visited):
        seen = one.wanted - len(one.missed)
        line = f"  {one.file} {one.kind}: {seen}/{one.wanted} = {100 * seen / one.wanted:.1f} %"
        write_line(line + (f", missed: {', '.join(one.missed)}" if one.missed else ""))
        total = totals.setdefault(one.kind, [0, 0])
        total[0] += seen
        total[1] += one.wanted
    for kind, (seen, wanted) in totals.items():
        write_line(f"  all {kind}: {seen}/{wanted} = {100 * seen / wanted:.1f} %")
