"""Rules around tasks: the ways back that the diagrams draw, who takes which step, versions."""

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import pytest
from lxml import etree
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from law.four_eyes import FOUR_EYES, SecondPersonNeeded
from law.sources import cite_basis
from records.models import Matter, TaskDelegation, TaskDraft, User
from records.people import Person, person_of
from records.task_work.changes import UnseenChanges, check_version, note_change, version_of
from records.task_work.delegation import delegate_task
from records.task_work.drafts import save_draft
from records.task_work.opinions import ask_opinions
from records.task_work.state import OwnerCompletes, open_delegation
from records.task_work.urging import UrgedToday, urge_task
from records.task_work.ways_back import WAYS_BACK
from records.tasks.claiming import assign_task, claim_task, release_task
from records.tasks.deciding import decide_task
from records.tasks.rules import TaskRef, holder_of
from settings import ROOT
from tests.records.cases import BUREAU, NOON, UNIT
from tests.records.matters import add_matter

KEY = 2251799813690105
BPMN = {"b": "http://www.omg.org/spec/BPMN/20100524/MODEL"}
HEARD = {"heard_on": "2026-03-02", "statement": "陈述如下。"}


@cache
def diagrams() -> dict[str, etree._Element]:
    return {file.stem: etree.parse(str(file)).getroot() for file in (ROOT / "bpmn").glob("*.bpmn")}


def diagram_of(element_id: str) -> etree._Element:
    """The diagram that draws this user task."""
    [found] = [
        root
        for root in diagrams().values()
        if root.xpath(f".//b:userTask[@id='{element_id}']", namespaces=BPMN)
    ]
    return found


def steps_after(root: etree._Element, element_id: str, *, no_to: str) -> Iterator[str]:
    """User tasks and calls reached from this element when `no_to` is answered with no."""
    seen: set[str] = set()
    waiting = [element_id]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        for flow in root.xpath(f".//b:sequenceFlow[@sourceRef='{here}']", namespaces=BPMN):
            asked = "".join(flow.xpath("b:conditionExpression/text()", namespaces=BPMN))
            if asked.lstrip("= ").strip() == no_to:
                continue
            target = flow.get("targetRef")
            yield target
            [element] = root.xpath(f".//*[@id='{target}']")
            if etree.QName(element).localname not in ("userTask", "callActivity", "endEvent"):
                waiting.append(target)


class TestWaysBack:
    """records.task_work.ways_back"""

    @pytest.mark.parametrize("element_id", sorted(WAYS_BACK))
    def test_the_diagram_draws_it(self, element_id: str) -> None:
        way = WAYS_BACK[element_id]
        reached = set(steps_after(diagram_of(element_id), element_id, no_to=way.question))

        if element_id == "check_closing_report":
            # Back to the unit as a whole, which is a process of its own.
            assert {"return_for_rework", "handle_at_unit"} <= reached
            assert diagram_of(way.to).xpath(".//b:process/@id", namespaces=BPMN) == [
                "unit_handling"
            ]
        else:
            assert way.to in reached

    @pytest.mark.parametrize("element_id", sorted(WAYS_BACK))
    def test_its_form_has_the_question_and_the_reason(self, element_id: str) -> None:
        way = WAYS_BACK[element_id]
        form = json.loads((ROOT / "forms" / f"{element_id}.form").read_text())
        fields = {one["key"]: one for one in form["components"] if "key" in one}

        assert "no" in [value["value"] for value in fields[way.question]["values"]]
        assert fields[way.reason]["type"] == "textarea"
        assert fields[way.reason]["validate"]["maxLength"] >= 1000


class TestFourEyes:
    """law.four_eyes"""

    def test_both_steps_of_each_pair_are_drawn_and_the_rule_is_known(self) -> None:
        for pair in FOUR_EYES:
            diagram_of(pair.first)
            diagram_of(pair.second)
            assert cite_basis(pair.basis).startswith("《信访工作条例》")

    def test_the_basis_of_the_refusal_is_named(self, session: Session, matter: Matter) -> None:
        decide(session, "handler_zj", task(matter, "hear_petitioner"), HEARD)
        drafting = task(matter, "draft_opinion", KEY + 10)
        opinion = {
            "outcome": "support",
            "facts": "属实。",
            "answer": "已修复。",
            "legal_basis": "第三十二条",
        }
        decide(session, "handler_zj", drafting, opinion)
        signing = task(matter, "sign_opinion", KEY + 20)

        with pytest.raises(SecondPersonNeeded, match="第三十二条"):
            claim_task(session, person(session, "handler_zj"), signing, now=NOON)
        claim_task(session, person(session, "handler2_zj"), signing, now=NOON)


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter of the petition at the housing unit."""
    added: Matter = add_matter(session, filed_id)
    session.flush()
    return added


def person(session: Session, user_id: str) -> Person:
    return person_of(session, session.get_one(User, user_id))


def task(matter: Matter, element_id: str, key: int = KEY) -> TaskRef:
    groups = (f"handler@{UNIT}",)
    return TaskRef(key, matter.petition_id, BUREAU, element_id, None, groups, True, matter.id)


def decide(session: Session, user_id: str, about: TaskRef, data: dict[str, str]) -> None:
    by = person(session, user_id)
    claim_task(session, by, about, now=NOON)
    decide_task(session, by, about, data, schema={}, proposals=(), now=NOON)


class TestVersions:
    """records.task_work.changes"""

    def test_each_change_counts_and_a_decision_over_an_unseen_one_is_refused(
        self, session: Session, matter: Matter
    ) -> None:
        hearing, by = task(matter, "hear_petitioner"), person(session, "handler_zj")
        claim_task(session, by, hearing, now=NOON)
        seen = version_of(session, KEY)
        ask_opinions(session, by, hearing, ["legal_zj"], question="可否？", now=NOON)
        assert check_version(session, KEY, seen, by.id) == seen + 1
        leader = person(session, "unit_leader_zj")
        assign_task(session, leader, hearing, "handler2_zj", now=NOON)
        assign_task(session, leader, hearing, "handler_zj", now=NOON)

        with pytest.raises(UnseenChanges) as refused:
            decide_task(session, by, hearing, HEARD, schema={}, proposals=(), now=NOON, seen=seen)

        assert [one.about for one in refused.value.changes] == ["handler2_zj", "handler_zj"]

    def test_of_two_changes_on_the_same_version_the_database_takes_one(
        self, session: Session
    ) -> None:
        note_change(session, KEY, "claim_task", actor="handler_zj", now=NOON, after=0)
        session.expunge_all()
        with pytest.raises(IntegrityError), session.begin_nested():
            note_change(session, KEY, "claim_task", actor="handler2_zj", now=NOON, after=0)


class TestDelegation:
    """records.task_work.delegation"""

    def test_it_ends_with_whatever_takes_the_task_elsewhere(
        self, session: Session, matter: Matter
    ) -> None:
        hearing, owner = task(matter, "hear_petitioner"), person(session, "handler_zj")
        leader, colleague = (person(session, one) for one in ("unit_leader_zj", "handler2_zj"))
        claim_task(session, owner, hearing, now=NOON)

        def given() -> TaskDelegation:
            return delegate_task(
                session,
                owner,
                hearing,
                "handler2_zj",
                question="请核实。",
                may_complete=False,
                now=NOON,
            )

        first = given()
        with pytest.raises(OwnerCompletes):
            decide_task(session, colleague, hearing, HEARD, schema={}, proposals=(), now=NOON)
        release_task(session, colleague, hearing, now=NOON)
        assert (holder_of(session, KEY), first.end) == ("handler_zj", "returned")
        second = given()
        release_task(session, leader, hearing, now=NOON)
        assert (holder_of(session, KEY), second.end) == (None, "overruled")
        assert open_delegation(session, KEY) is None


class TestUrging:
    """records.task_work.urging"""

    def test_the_day_is_that_of_shanghai(self, session: Session, matter: Matter) -> None:
        hearing, by = task(matter, "hear_petitioner"), person(session, "supervisor")
        late = NOON.replace(hour=23, minute=59)
        urge_task(session, by, hearing, "请抓紧。", now=late)
        session.flush()
        with pytest.raises(UrgedToday):
            urge_task(session, by, hearing, "请抓紧。", now=NOON)
        next_day = urge_task(session, by, hearing, "请抓紧。", now=late + timedelta(minutes=1))
        assert next_day.urged_on.isoformat() == "2026-03-03"


class TestDrafts:
    """records.task_work.drafts"""

    def test_a_decision_takes_all_drafts_of_the_task_with_it(
        self, session: Session, matter: Matter
    ) -> None:
        hearing, by = task(matter, "hear_petitioner"), person(session, "handler_zj")
        claim_task(session, by, hearing, now=NOON)
        save_draft(session, by, hearing, {"statement": "陈"}, version=0, origin="a", now=NOON)
        session.flush()
        assert session.get(TaskDraft, (KEY, by.id)) is not None

        decide_task(session, by, hearing, HEARD, schema={}, proposals=(), now=NOON)

        session.expire_all()
        assert session.get(TaskDraft, (KEY, by.id)) is None
