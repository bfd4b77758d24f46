"""What the bureau decides before a matter reaches a unit, and when one comes back."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from law.errors import NewFactsUndecided, NotJoint
from records.decisions.intake import ReportDueTooEarly
from records.errors import UnitNotFound
from records.models import Petition, RelatedPetition, TaskDecision
from records.petitions import file_petition
from tests.records.cases import A_PETITION, BUREAU, MON_2_MARCH, NOON, UNIT
from tests.records.deciding import decided
from tests.records.matters import add_matter

SCHOOLS = "990100-jy"
CHOICE: dict[str, Any] = {"category": "claim", "unit": UNIT}


def another(session: Session) -> str:
    """A second petition on file."""
    new = A_PETITION.__class__(**{**A_PETITION.__dict__, "source": ("portal", "2")})
    return file_petition(session, new, filed_by=None, now=NOON).id


class TestClassifyPetition:
    """classify_petition: articles 22(1), 29 to 31."""

    def test_category_and_unit_are_kept_and_go_on(self, session: Session, filed_id: str) -> None:
        assert decided(session, "classify_petition", filed_id, **CHOICE) == CHOICE
        petition = session.get_one(Petition, filed_id)
        assert (petition.category, petition.unit_id, petition.is_sealed) == ("claim", UNIT, False)

    def test_a_report_is_closed_to_others_at_once(self, session: Session, filed_id: str) -> None:
        decided(session, "classify_petition", filed_id, category="report", unit=UNIT)
        assert session.get_one(Petition, filed_id).is_sealed

    def test_a_sealed_report_is_with_the_bureau_and_no_unit(
        self, session: Session, filed_id: str
    ) -> None:
        told = decided(session, "classify_petition", filed_id, category="report", unit=UNIT)
        assert told == {"category": "report", "unit": BUREAU}
        assert session.get_one(Petition, filed_id).unit_id == BUREAU

    def test_the_content_class_is_kept(self, session: Session, filed_id: str) -> None:
        decided(session, "classify_petition", filed_id, **CHOICE, content_class="010000")
        assert session.get_one(Petition, filed_id).content_class == "010000"

    def test_a_unit_there_is_not_is_refused_in_a_row_too(
        self, session: Session, filed_id: str
    ) -> None:
        rows = [{"ordinal": 1, "unit": "990100-zz"}]
        with pytest.raises(UnitNotFound):
            decided(session, "classify_petition", filed_id, **CHOICE, claims=rows)

    @pytest.mark.parametrize("days", [None, -1, 0])
    def test_an_assignment_says_until_when_the_report_is_due(
        self, session: Session, filed_id: str, days: int | None
    ) -> None:
        due = {} if days is None else {"report_due_on": _in(days)}
        with pytest.raises(ReportDueTooEarly) as refused:
            decided(session, "classify_petition", filed_id, **CHOICE, dispatch_mode="assign", **due)
        assert refused.value.field == "report_due_on"

    def test_a_later_day_passes(self, session: Session, filed_id: str) -> None:
        data = CHOICE | {"dispatch_mode": "assign", "report_due_on": _in(1)}
        assert decided(session, "classify_petition", filed_id, **data) == CHOICE


class TestJudgeRepetition:
    """judge_repetition, confirm_new_facts: articles 19(3), 36(3)."""

    def test_what_is_the_same_is_linked_and_by_whom(self, session: Session, filed_id: str) -> None:
        earlier = [another(session)]
        variables = decided(
            session,
            "judge_repetition",
            filed_id,
            by="classifier",
            same_matter=earlier,
            other_person=earlier,
        )
        assert variables == {"has_new_facts": False}
        [link] = session.exec(select(RelatedPetition)).all()
        assert (link.petition_id, link.earlier_id) == (filed_id, *earlier)
        assert (link.same_person, link.linked_by, link.linked_at) == (False, "classifier", NOON)

    def test_new_facts_are_new_to_something(self, session: Session, filed_id: str) -> None:
        said = {"same_matter": [], "new_facts": True}
        assert decided(session, "judge_repetition", filed_id, **said) == {"has_new_facts": False}
        said = {"same_matter": [another(session)], "new_facts": True}
        variables = decided(session, "judge_repetition", filed_id, by="classifier", **said)
        assert variables == {"has_new_facts": True}

    def test_clerk_and_leader_confirm_new_facts_together(
        self, session: Session, filed_id: str
    ) -> None:
        session.add(_judged(filed_id, by="classifier"))
        yes = {"is_new_facts_confirmed": "yes", "note": "有新的鉴定。"}
        assert decided(session, "confirm_new_facts", filed_id, by="leader", **yes) == {
            "is_new_facts_confirmed": True
        }
        with pytest.raises(NewFactsUndecided):
            decided(session, "confirm_new_facts", filed_id, by="classifier", **yes)
        with pytest.raises(NewFactsUndecided):
            decided(session, "confirm_new_facts", filed_id, by="leader", **yes | {"note": " "})

    def test_nobody_found_facts_to_be_new(self, session: Session, filed_id: str) -> None:
        no = {"is_new_facts_confirmed": "no", "note": "与前次相同。"}
        assert decided(session, "confirm_new_facts", filed_id, by="leader", **no) == {
            "is_new_facts_confirmed": False
        }
        yes = no | {"is_new_facts_confirmed": "yes"}
        with pytest.raises(NewFactsUndecided):
            decided(session, "confirm_new_facts", filed_id, by="leader", **yes)


class TestNegotiateLead:
    """negotiate_lead and who decides instead: article 24(1)."""

    def test_the_lead_is_one_of_them(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id)
        agreed = {"is_lead_agreed": "yes", "units": [UNIT, SCHOOLS]}
        assert decided(session, "negotiate_lead", matter, **agreed, unit=SCHOOLS) == {
            "is_lead_agreed": True,
            "unit": SCHOOLS,
        }
        with pytest.raises(UnitNotFound):
            decided(session, "negotiate_lead", matter, **agreed, unit="990100-rs")

    def test_without_agreement_somebody_above_decides(
        self, session: Session, filed_id: str
    ) -> None:
        matter = add_matter(session, filed_id)
        disputed = {"is_lead_agreed": "no", "units": [UNIT, SCHOOLS]}
        assert decided(session, "negotiate_lead", matter, **disputed) == {"is_lead_agreed": False}
        for element in ("decide_lead_by_superior", "decide_lead_by_conference"):
            assert decided(session, element, matter, unit=UNIT, note="主责") == {"unit": UNIT}

    def test_one_unit_is_no_joint_matter(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id)
        with pytest.raises(NotJoint):
            decided(session, "negotiate_lead", matter, is_lead_agreed="no", units=[UNIT, UNIT])


@pytest.mark.parametrize("element", ["redispatch_matter", "forward_matter"])
def test_where_a_matter_goes_next_exists(session: Session, filed_id: str, element: str) -> None:
    matter = add_matter(session, filed_id)
    assert decided(session, element, matter, unit=SCHOOLS) == {"unit": SCHOOLS}
    with pytest.raises(UnitNotFound):
        decided(session, element, matter, unit="990100-zz")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_yes_and_no_become_flags(session: Session, filed_id: str, answer: str) -> None:
    matter = add_matter(session, filed_id)
    for element, about, field in (
        ("sign_assignment", filed_id, "is_assignment_signed"),
        ("check_closing_report", matter, "is_report_accepted"),
    ):
        variables = decided(session, element, about, by="leader", **{field: answer})
        assert variables == {field: answer == "yes"}


def test_a_suggestion_keeps_its_answer_here(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    said = {"adoption": "partly", "answer": " 部分采纳。 "}
    assert decided(session, "study_suggestion", matter, **said) == {"adoption": "partly"}
    assert matter.answer == "部分采纳。"


@pytest.mark.parametrize("element", ["arrange_care", "guide_visitor", "record_report_feedback"])
def test_what_is_only_kept_sends_nothing_on(session: Session, filed_id: str, element: str) -> None:
    assert decided(session, element, filed_id, note="只存于此。", care="走访") == {}


@pytest.mark.parametrize(
    ("said", "cadre", "major"),
    [("no", False, False), ("yes", True, True)],
)
def test_a_report_tells_the_engine_only_who_else_is_told(
    session: Session, filed_id: str, said: str, cadre: bool, major: bool
) -> None:
    data = {"organ": "某机关", "is_about_cadre": said, "is_major_report": "yes"}
    assert decided(session, "hand_over_report", filed_id, **data) == {
        "is_about_cadre": cadre,
        "is_major_report": major,
    }


def _in(days: int) -> str:
    return (MON_2_MARCH + timedelta(days=days)).isoformat()


def _judged(petition_id: str, *, by: str) -> TaskDecision:
    return TaskDecision(
        task_key=1,
        petition_id=petition_id,
        element_id="judge_repetition",
        data={"new_facts": True},
        decided_by=by,
        decided_at=NOON,
    )
