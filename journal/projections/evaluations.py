"""What decision tables answered: by which inputs and rules, in which version."""

from collections.abc import Iterator

import orjson

from journal.record import Record
from journal.shape import Change
from journal.tables import decision_evaluation
from journal.view import Need, View

STATES = {"EVALUATED": "evaluated", "FAILED": "failed"}
NOBODY = -1


def needs(record: Record) -> Iterator[Need]:
    """Nothing: an evaluation is told once and whole."""
    return iter(())


def fold(record: Record, view: View) -> Iterator[Change]:
    """An evaluation. Inputs and rules of the decisions it requires are among its own, in order:
    their ids are unique in a DMN file.
    """
    value = record.value
    state = STATES.get(record.intent)
    if state is None:
        return
    evaluated = value["evaluatedDecisions"]
    inputs = {
        given["inputId"] or given["inputName"]: orjson.loads(given["inputValue"])
        for each in evaluated
        for given in each["evaluatedInputs"]
    }
    rules = [rule["ruleId"] for each in evaluated for rule in each["matchedRules"]]
    yield (
        decision_evaluation,
        {
            "key": record.key,
            "decision_id": value["decisionId"],
            "decision_key": value["decisionKey"],
            "version": value["decisionVersion"],
            "instance_key": _unless_nobody(value["processInstanceKey"]),
            "element_instance_key": _unless_nobody(value["elementInstanceKey"]),
            "element_id": value["elementId"] or None,
            "inputs": orjson.dumps(inputs).decode(),
            "output": value["decisionOutput"],
            "matched_rules": orjson.dumps(rules).decode(),
            "state": state,
            "evaluated_at": record.timestamp,
        },
    )


def _unless_nobody(key: int) -> int | None:
    """No process asked for an evaluation by command."""
    return None if key == NOBODY else key
