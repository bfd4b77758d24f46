"""Coverage of BPMN elements: what the engine visited, as its journals say, against the diagrams."""

from collections.abc import Callable
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


def report(visited: Visited, write_line: Callable[[str], None]) -> None:
    """One line per process: visited of all, and what was missed."""
    write_line("BPMN elements visited on the engine (from the journal):")
    for path in sorted((ROOT / "bpmn").glob("*.bpmn")):
        model = read_process(path)
        nodes = [element.id for element in model.elements]
        # The engine writes no record for a flow out of an event-based gateway: the event that
        # happened stands for the flow that leads to it.
        silent = {element.id for element in model.of_type("eventBasedGateway")}
        visited.flows |= {
            (model.process_id, flow.id)
            for flow in model.flows
            if flow.source in silent and (model.process_id, flow.target) in visited.nodes
        }
        for kind, wanted, seen in (
            ("flow nodes", nodes, visited.nodes),
            ("sequence flows", [flow.id for flow in model.flows], visited.flows),
        ):
            missed = sorted(name for name in wanted if (model.process_id, name) not in seen)
            share = 100 * (len(wanted) - len(missed)) / len(wanted)
            line = (
                f"  {path.name} {kind}: {len(wanted) - len(missed)}/{len(wanted)} = {share:.1f} %"
            )
            write_line(line + (f", missed: {', '.join(missed)}" if missed else ""))
