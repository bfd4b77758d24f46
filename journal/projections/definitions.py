"""What was deployed: diagrams, forms, decisions of every version, out of the records themselves.

With several partitions each of them reports a deployment; the earliest report gives its time,
whatever order they arrive in. Deleted definitions stay: old cases still need their pictures.
"""

from base64 import b64decode
from collections.abc import Iterator

from sqlalchemy import Table

from journal.diagram import describe_process
from journal.record import Record
from journal.shape import Change, Row
from journal.tables import decision, form, process, requirements
from journal.view import Need, View

NAME_LENGTH = 200


def needs_process(record: Record) -> Iterator[Need]:
    """The process's row."""
    yield process.c.definition_key, record.value["processDefinitionKey"]


def fold_process(record: Record, view: View) -> Iterator[Change]:
    """A process with its diagram; name and (on 8.5) version tag are read from the diagram."""
    value = record.value
    key, process_id = value["processDefinitionKey"], value["bpmnProcessId"]
    if record.intent == "CREATED":
        xml = b64decode(value["resource"])
        name, version_tag = describe_process(xml, process_id)
        row = {
            "process_id": process_id,
            "version": value["version"],
            "version_tag": value.get("versionTag") or version_tag,
            "name": name and name[:NAME_LENGTH],
            "resource_name": value["resourceName"],
            "xml": xml.decode("utf-8-sig"),
        }
        yield process, _deployed(record, view, process, {"definition_key": key, **row})


def needs_form(record: Record) -> Iterator[Need]:
    """The form's row."""
    yield form.c.form_key, record.value["formKey"]


def fold_form(record: Record, view: View) -> Iterator[Change]:
    """A form with its JSON."""
    value = record.value
    if record.intent == "CREATED":
        row = {
            "form_key": value["formKey"],
            "form_id": value["formId"],
            "version": value["version"],
            "body": b64decode(value["resource"]).decode("utf-8-sig"),
        }
        yield form, _deployed(record, view, form, row)


def needs_decision(record: Record) -> Iterator[Need]:
    """The decision's row."""
    yield decision.c.decision_key, record.value["decisionKey"]


def fold_decision(record: Record, view: View) -> Iterator[Change]:
    """A decision; its table is in the requirements that hold it."""
    value = record.value
    if record.intent == "CREATED":
        row = {
            "decision_key": value["decisionKey"],
            "decision_id": value["decisionId"],
            "name": value["decisionName"][:NAME_LENGTH],
            "version": value["version"],
            "requirements_key": value["decisionRequirementsKey"],
        }
        yield decision, _deployed(record, view, decision, row)


def needs_requirements(record: Record) -> Iterator[Need]:
    """The row of the decision requirements."""
    yield requirements.c.requirements_key, record.value["decisionRequirementsKey"]


def fold_requirements(record: Record, view: View) -> Iterator[Change]:
    """A DMN file."""
    value = record.value
    if record.intent == "CREATED":
        row = {
            "requirements_key": value["decisionRequirementsKey"],
            "requirements_id": value["decisionRequirementsId"],
            "version": value["decisionRequirementsVersion"],
            "xml": b64decode(value["resource"]).decode("utf-8-sig"),
        }
        yield requirements, _deployed(record, view, requirements, row)


def _deployed(record: Record, view: View, table: Table, row: Row) -> Row:
    known = view.get(table, next(iter(row.values())))
    deployed_at = min(known["deployed_at"], record.timestamp) if known else record.timestamp
    return {**row, "deployed_at": deployed_at}
