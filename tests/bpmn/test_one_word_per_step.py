"""Element id = job type = worker = form = notice = test: one search finds all of a step.

Each message says what is missing, so this is also the list of what a new step needs.
"""

import inspect
import re
from pathlib import Path

import pytest
from lxml import etree

from settings import ROOT
from tests.bpmn.models import (
    BPMN,
    DECISIONS,
    DIAGRAMS,
    DMN,
    FORMS,
    ZEEBE,
    elements,
    extension,
    flow_nodes,
    form,
    id_of,
    ids,
    root_of,
)
from workers.failures import RETRIES
from workers.notices.notice import TEMPLATES
from workers.registry import job_routers, worker_files
from workers.variables import Variables

# Old steps whose instances still run: id -> the day after which their worker may go.
RETIRED: dict[str, str] = {}
# Form fields that stay in records and never become process variables.
# fmt: off
KEPT_IN_RECORDS = {
    "accused_units", "adoption_reason", "agreed_on", "agreement", "agreement_kind", "aid",
    "answer", "appropriateness_judged", "attitude", "basis_judged", "care", "chair",
    "clerk_note", "closed_ground", "concluded_on", "conclusion", "conduct_causes",
    "confirmation_answered_on", "confirmation_asked_on", "consented", "contact",
    "content_class", "counselled_on", "days", "defects", "demand", "department",
    "dispatch_mode", "dispute", "disputing_units", "duty_causes", "evidence", "explanation",
    "extension_reason", "facts", "facts_judged", "feedback", "feedback_on", "file_list",
    "findings", "given_feedback", "given_suggestion", "handler", "heard_on", "hearing_members",
    "hearing_on", "hearing_time", "held_on", "interested", "investigators",
    "is_agreement_performed", "is_confirmation_asked", "is_confirmed", "is_counselled",
    "is_dealt_with", "is_helped", "is_interim", "is_oral", "is_performed", "is_proved",
    "is_public", "is_published", "is_reporter_told", "is_rewarded", "is_settled",
    "is_waiver_written", "just_cause", "kind", "leaders", "legal_basis", "legal_path",
    "measures", "mediator", "missing", "new_facts", "note", "objection_basis",
    "objection_reasons", "on", "organ", "organisation_department", "other_person", "other_side",
    "other_side_agrees", "other_ways_failed", "parties", "party_government", "perform_until",
    "performance_way", "performed_on", "petitioner_agrees", "phone", "place", "policy_causes",
    "problem", "procedure_judged", "proposed_unit", "proposed_unit_name", "reached", "reasons",
    "recipient", "record", "record_signed_by", "redo_until", "refusal_reason", "refused",
    "relation", "report", "report_due_on", "report_feedback", "requested_on",
    "required_of_unit", "result", "review_reason", "review_unit_name", "reward", "same_matter",
    "situation", "statement", "suggestion", "switch_reason", "talk_on", "told_to", "units",
    "verification", "verified_on", "way", "within_discretion", "witness",
}
# fmt: on
# Decisions that no step evaluates; a step that does so takes its decision off this list.
ASKED_THROUGH_THE_GATEWAY = {
    "propose_dispatch_mode",
    "propose_jurisdiction",
    "propose_sealing",
    "rate_deadline",
}
SNAKE_CASE = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"


def by_id(tag: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "element", [pytest.param(e, id=e.get("id")) for e in elements(tag)]
    )


@by_id("serviceTask")
def test_a_service_task_has_job_type_worker_and_test(element: etree._Element) -> None:
    name = id_of(element)
    definition = extension(element, "taskDefinition")
    assert definition.get("type") == name
    assert definition.get("retries") == str(RETRIES)
    assert name in job_routers(), f"write workers/<process_id>/{name}.py"
    function = job_routers()[name].get_task(name).original_function
    assert function.__name__ == name
    assert function.__doc__
    process = id_of(next(element.iterancestors(BPMN + "process")))
    assert (ROOT / "workers" / process / f"{name}.py").is_file()
    test = ROOT / "tests" / "workers" / f"test_{name}.py"
    assert test.is_file(), f"write {test.relative_to(ROOT)}"


def test_every_worker_has_its_service_task() -> None:
    steps = set(ids(elements("serviceTask"))) | set(RETIRED)
    assert {path.stem for path in worker_files()} <= steps


def test_every_folder_of_workers_is_named_as_a_process() -> None:
    folders = {
        path.parent.name
        for path in (ROOT / "workers").glob("*/*.py")
        if "ZeebeTaskRouter()" in path.read_text(encoding="utf-8")
    }
    assert folders <= {path.stem for path in DIAGRAMS}


@pytest.mark.parametrize("name", sorted(job_routers()))
def test_a_worker_asks_for_variables_of_the_vocabulary_by_name(name: str) -> None:
    task = job_routers()[name].get_task(name)
    # None or an empty list would fetch every variable there is.
    assert task.config.variables_to_fetch
    assert set(task.config.variables_to_fetch) <= set(Variables.__annotations__)
    assert not inspect.iscoroutinefunction(task.original_function)


@by_id("userTask")
def test_a_user_task_is_native_and_has_the_form_of_its_name(element: etree._Element) -> None:
    name = id_of(element)
    extension(element, "userTask")
    definition = extension(element, "formDefinition")
    assert (definition.get("formId"), definition.get("bindingType")) == (name, "deployment")
    groups = extension(element, "assignmentDefinition").get("candidateGroups", "")
    assert "@" in groups
    path = ROOT / "forms" / f"{name}.form"
    assert path.is_file(), f"write forms/{name}.form"
    assert form(path)["id"] == name


def test_every_form_has_its_user_task() -> None:
    assert {path.stem for path in FORMS} <= set(ids(elements("userTask")))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_form_fields_are_of_the_vocabulary_labelled_and_explained(path: Path) -> None:
    fields = [component for component in form(path)["components"] if "key" in component]
    assert fields
    for component in fields:
        assert component["key"] in set(Variables.__annotations__) | KEPT_IN_RECORDS
        assert component["label"]
        assert component["description"]


def test_every_notice_is_issued_by_the_service_task_of_its_name() -> None:
    # A step that also writes to a unit or organ has a second template, named with __letter.
    templates = {
        path.stem.removesuffix("__letter")
        for path in TEMPLATES.glob("*.html")
        if not path.name.startswith("_")
    }
    contexts = {path.stem for path in (ROOT / "workers" / "notices").glob("*.py")}
    steps = set(ids(elements("serviceTask"))) | set(RETIRED)
    assert templates <= steps
    assert templates <= contexts


@by_id("callActivity")
def test_a_call_activity_calls_a_process_that_is_there(element: etree._Element) -> None:
    called = extension(element, "calledElement")
    assert called.get("processId") in {path.stem for path in DIAGRAMS}
    assert called.get("bindingType") == "deployment"
    assert called.get("propagateAllParentVariables") == "false"
    assert called.get("propagateAllChildVariables") == "false"


@by_id("businessRuleTask")
def test_a_business_rule_task_evaluates_the_decision_of_its_name(element: etree._Element) -> None:
    called = extension(element, "calledDecision")
    assert called.get("decisionId") == element.get("id")
    assert called.get("bindingType") == "deployment"
    assert called.get("resultVariable") in Variables.__annotations__
    assert element.get("id") in {path.stem for path in DECISIONS}


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_named_as_its_file(path: Path) -> None:
    (decision,) = root_of(path).iter(DMN + "decision")
    assert decision.get("id") == path.stem


def test_every_decision_is_used_by_a_step_or_listed_as_asked_through_the_gateway() -> None:
    used = set(ids(elements("businessRuleTask")))
    assert {path.stem for path in DECISIONS} - used == ASKED_THROUGH_THE_GATEWAY


@pytest.mark.parametrize("path", DIAGRAMS, ids=lambda path: path.stem)
def test_a_process_is_named_as_its_file_executable_and_versioned(path: Path) -> None:
    (process,) = root_of(path).iter(BPMN + "process")
    assert (process.get("id"), process.get("isExecutable")) == (path.stem, "true")
    assert extension(process, "versionTag").get("value")


def test_a_message_is_named_as_the_event_that_waits_for_it() -> None:
    names = {message.get("id"): message.get("name") for message in elements("message")}
    for definition in elements("messageEventDefinition"):
        event = definition.getparent()
        assert event is not None
        assert names[definition.get("messageRef")] == event.get("id")


def test_every_error_that_is_caught_or_thrown_has_a_boundary_that_catches_it() -> None:
    errors = {error.get("id"): error.get("errorCode") for error in elements("error")}
    caught = {
        errors[definition.get("errorRef")]
        for boundary in elements("boundaryEvent")
        for definition in boundary.iter(BPMN + "errorEventDefinition")
    }
    assert set(errors.values()) == caught


def test_input_and_output_variables_are_of_the_vocabulary() -> None:
    for path in DIAGRAMS:
        for mapping in root_of(path).iter(ZEEBE + "input", ZEEBE + "output"):
            assert mapping.get("target") in Variables.__annotations__


@pytest.mark.parametrize("element", [pytest.param(e, id=e.get("id")) for e in flow_nodes()])
def test_an_id_is_one_snake_case_word(element: etree._Element) -> None:
    assert re.fullmatch(SNAKE_CASE, id_of(element))
