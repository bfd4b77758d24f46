"""Whether the unit takes a matter on, and how: articles 23 and 31, and simple handling."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from law.decision_words import DispatchMode, Procedure, Route
from law.errors import ObjectionTooLate, ObjectionWithoutReasons, SimpleProcedureExcluded
from law.instants import SHANGHAI
from records.errors import MatterNotFound, UnitNotFound
from records.models import Petition, RelatedPetition
from records.models.petition import PetitionForm
from records.petitions import file_petition
from records.proposals import Proposed
from records.registration.flags import add_flags
from tests.records.cases import A_PETITION, MON_2_MARCH, NOON, UNIT
from tests.records.deciding import decided
from tests.records.matters import add_matter

OWN: dict[str, Any] = {"power": "own", "route": "petition", "procedure": "ordinary"}
SIMPLE = OWN | {"procedure": "simple"}
NOT_OURS: dict[str, Any] = {"power": "none", "objection_reasons": "属规划部门职权。"}
# Five working days from Monday 2 March end with Monday 9 March.
LAST_EVENING = datetime(2026, 3, 9, 23, 59, tzinfo=SHANGHAI)
TOO_LATE = datetime(2026, 3, 10, 0, 0, tzinfo=SHANGHAI)


class TestOwnPower:
    """The unit takes the matter on."""

    def test_route_and_procedure_are_kept_and_go_on(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id)
        assert decided(session, "examine_matter", matter, **OWN) == {
            "power": "own",
            "route": "petition",
            "is_choice_needed": False,
            "procedure": "ordinary",
        }
        assert (matter.route, matter.procedure) == (Route.petition, Procedure.ordinary)

    def test_another_route_has_its_own_procedure(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id)
        variables = decided(session, "examine_matter", matter, power="own", route="duty")
        assert (variables["route"], variables["procedure"]) == ("duty", "by_route")
        assert matter.procedure is Procedure.by_route

    @pytest.mark.parametrize("route", ["none", "petition"])
    def test_of_several_open_routes_the_petitioner_chooses(
        self, session: Session, filed_id: str, route: str
    ) -> None:
        matter = add_matter(session, filed_id)
        asked = Proposed("propose_route", {"route": "none", "route_step": "ask_choice"})
        data = OWN | {"route": route}
        variables = decided(session, "examine_matter", matter, proposals=[asked], **data)
        assert (variables["is_choice_needed"], variables["route"]) == (True, "none")

    def test_the_clerk_may_find_that_several_are_open(
        self, session: Session, filed_id: str
    ) -> None:
        matter = add_matter(session, filed_id)
        variables = decided(session, "examine_matter", matter, power="own", route="none")
        assert variables["is_choice_needed"] is True

    def test_it_is_about_a_matter(self, session: Session, filed_id: str) -> None:
        with pytest.raises(MatterNotFound):
            decided(session, "examine_matter", filed_id, **OWN)


class TestSimpleProcedure:
    """Articles 4 and 5 of 《信访事项简易办理办法》."""

    def test_a_first_petition_of_one_person_may_be_simple(
        self, session: Session, filed_id: str
    ) -> None:
        matter = add_matter(session, filed_id)
        assert decided(session, "examine_matter", matter, **SIMPLE)["procedure"] == "simple"

    def test_what_was_assigned_may_not(self, session: Session, filed_id: str) -> None:
        self.refused(session, filed_id, "assigned", dispatch_mode=DispatchMode.assign)

    @pytest.mark.parametrize("form", [PetitionForm.visit, PetitionForm.letter])
    def test_a_group_may_not(self, session: Session, filed_id: str, form: PetitionForm) -> None:
        petition = session.get_one(Petition, filed_id)
        petition.people, petition.form = 5, form
        self.refused(session, filed_id, "joint")

    def test_a_joint_letter_of_few_may_not(self, session: Session, filed_id: str) -> None:
        add_flags(session, filed_id, {"joint"})
        self.refused(session, filed_id, "joint")

    def test_who_raised_it_before_may_not(self, session: Session, filed_id: str) -> None:
        new = A_PETITION.__class__(**{**A_PETITION.__dict__, "source": ("portal", "2")})
        earlier = file_petition(session, new, filed_by=None, now=NOON)
        session.add(
            RelatedPetition(
                petition_id=filed_id,
                earlier_id=earlier.id,
                linked_by="classifier",
                linked_at=NOON,
            )
        )
        self.refused(session, filed_id, "repeated")

    def test_what_intake_found_to_be_repeated_may_not(
        self, session: Session, filed_id: str
    ) -> None:
        session.get_one(Petition, filed_id).repetition = "new_facts"
        self.refused(session, filed_id, "repeated")

    def refused(self, session: Session, petition_id: str, why: str, **fields: Any) -> None:
        matter = add_matter(session, petition_id, **fields)
        session.flush()
        with pytest.raises(SimpleProcedureExcluded) as refused:
            decided(session, "examine_matter", matter, **SIMPLE)
        assert refused.value.detail == why
        assert matter.procedure is None


class TestSubordinate:
    """A unit of one's own below has the power: article 23(1)."""

    def test_the_unit_goes_on(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id)
        data = {"power": "subordinate", "unit": "990100-jy"}
        assert decided(session, "examine_matter", matter, **data) == {
            "power": "subordinate",
            "is_choice_needed": False,
            "unit": "990100-jy",
        }
        with pytest.raises(UnitNotFound):
            decided(session, "examine_matter", matter, power="subordinate", unit="990100-zz")


class TestObjection:
    """Five working days, with reasons in detail: article 23(3)."""

    @pytest.mark.parametrize("now", [NOON, LAST_EVENING])
    def test_in_time_and_with_reasons(self, session: Session, filed_id: str, now: datetime) -> None:
        matter = add_matter(session, filed_id, received_on=MON_2_MARCH)
        assert decided(session, "examine_matter", matter, now=now, **NOT_OURS) == {
            "power": "none",
            "is_choice_needed": False,
        }

    def test_afterwards_the_unit_handles_it(self, session: Session, filed_id: str) -> None:
        matter = add_matter(session, filed_id, received_on=MON_2_MARCH)
        with pytest.raises(ObjectionTooLate):
            decided(session, "examine_matter", matter, now=TOO_LATE, **NOT_OURS)

    @pytest.mark.parametrize("reasons", [None, "", " \n"])
    def test_without_reasons_it_is_none(
        self, session: Session, filed_id: str, reasons: str | None
    ) -> None:
        matter = add_matter(session, filed_id, received_on=MON_2_MARCH)
        with pytest.raises(ObjectionWithoutReasons):
            decided(session, "examine_matter", matter, power="none", objection_reasons=reasons)

    def test_after_a_refusal_it_is_a_dispute_at_any_time_but_not_without_reasons(
        self, session: Session, filed_id: str
    ) -> None:
        matter = add_matter(session, filed_id, received_on=MON_2_MARCH, is_objection_refused=True)
        late = TOO_LATE + timedelta(days=30)
        assert decided(session, "examine_matter", matter, now=late, **NOT_OURS)["power"] == "none"
        with pytest.raises(ObjectionWithoutReasons):
            decided(session, "examine_matter", matter, now=late, power="none")

    def test_who_was_asked_directly_refuses_and_does_not_object(
        self, session: Session, filed_id: str
    ) -> None:
        matter = add_matter(session, filed_id, received_on=MON_2_MARCH, is_direct=True)
        data = {"power": "none", "legal_path": "请向区政府提出。"}
        assert decided(session, "examine_matter", matter, now=TOO_LATE, **data)["power"] == "none"

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_the_bureau_decides(self, session: Session, filed_id: str, answer: str) -> None:
        matter = add_matter(session, filed_id)
        data = {"is_objection_agreed": answer, "note": "经核实。"}
        variables = decided(session, "decide_objection", matter, by="classifier", **data)
        assert variables == {"is_objection_agreed": answer == "yes"}


def test_the_closing_report_is_only_kept(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id, unit_id=UNIT)
    assert decided(session, "write_closing_report", matter, report="已办结。", contact="某科") == {}
