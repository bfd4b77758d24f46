"""Template texts for answers, and the warning that an answer is like another one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from records.answer_likeness import like_answers
from records.answer_templates import (
    AnswerTemplateNotFound,
    PlaceholderUnknown,
    filled_in,
    get_template,
    keep_template,
    templates_for,
)
from records.models import Matter, TaskDecision
from records.models.petition import Category
from records.petitions import file_petition
from tests.records.cases import A_PETITION, NOON, UNIT

PASTED = (
    "经现场核实，该小区三号楼电梯因主板老化停运，物业公司已于三月一日更换主板，"
    "并经检验机构检验合格后恢复运行。"
)
OTHER = (
    "经查，来信反映的学区划分依据已于去年八月在教育局网站公布，"
    "公布内容包括划分原则、范围和咨询电话，请查阅。"
)


def keep(session: Session, text: str = "现答复如下：", **more: Any) -> str:
    kept = keep_template(
        session, UNIT, title="开头", text=text, actor="unit_leader_zj", now=NOON, **more
    )
    return kept.id


def answered(session: Session, key: int, answer: str, at: datetime = NOON, **more: Any) -> str:
    """A matter of the unit with a decided answer; gives the petition's id."""
    new = replace(A_PETITION, source=("portal", f"answered {key}"))
    petition = file_petition(session, new, filed_by=None, now=NOON)
    given: dict[str, Any] = {
        "unit_id": UNIT,
        "category": Category.claim,
        "received_on": NOON.date(),
    }
    matter = Matter(petition_id=petition.id, ordinal=1, **given | more)
    session.add(matter)
    session.flush()
    session.add(
        TaskDecision(
            task_key=key,
            petition_id=petition.id,
            matter_id=matter.id,
            element_id="draft_opinion",
            data={"outcome": "support", "answer": answer},
            decided_by="handler_zj",
            decided_at=at,
        )
    )
    session.flush()
    return petition.id


def found(session: Session, text: str, except_matter: str | None = None) -> list[str]:
    texts = {"answer": text, "facts": "短"}
    alike = like_answers(session, UNIT, texts, except_matter=except_matter)
    return [one.petition_id for one in alike]


class TestTemplates:
    """What a unit keeps."""

    def test_those_of_the_step_come_before_those_of_every_step(self, session: Session) -> None:
        every = keep(session)
        own = keep(session, element_id="draft_opinion")
        keep(session, element_id="answer_simply")

        kept = templates_for(session, [UNIT], "draft_opinion")
        assert [one.id for one in kept] == [own, every]
        assert templates_for(session, ["990100-jy"], "draft_opinion") == []

    def test_one_of_another_unit_is_none(self, session: Session) -> None:
        key = keep(session)
        with pytest.raises(AnswerTemplateNotFound):
            get_template(session, "990100-jy", key)

    def test_what_cannot_be_filled_in_is_refused(self, session: Session) -> None:
        with pytest.raises(PlaceholderUnknown):
            keep(session, "尊敬的{来访人}：")

    def test_what_is_known_is_filled_in_by_either_name(self) -> None:
        values = {"number": "99010002", "date": "2026年3月2日", "due_on": ""}
        text = "{编号}（{number}）于{日期}答复，{到期日}前"
        assert filled_in(text, values) == "99010002（99010002）于2026年3月2日答复，{到期日}前"


class TestLikeness:
    """An answer that was given to another claim before."""

    def test_a_pasted_answer_is_found_and_another_is_not(self, session: Session) -> None:
        copied = answered(session, 1, PASTED)
        answered(session, 2, OTHER)

        assert found(session, PASTED.replace("三号楼", "五号楼")) == [copied]

    def test_short_texts_are_not_compared(self, session: Session) -> None:
        answered(session, 1, "情况属实，已经办理。")
        assert found(session, "情况属实，已经办理。") == []

    def test_the_own_matter_does_not_count(self, session: Session) -> None:
        petition_id = answered(session, 1, PASTED)
        matter = session.exec(select(Matter)).one()

        assert found(session, PASTED) == [petition_id]
        assert found(session, PASTED, except_matter=matter.id) == []

    def test_sealed_matters_and_other_units_do_not_count(self, session: Session) -> None:
        answered(session, 1, PASTED, is_sealed=True)
        answered(session, 2, PASTED, unit_id="990100-jy")

        assert found(session, PASTED) == []

    def test_what_the_unit_keeps_as_template_is_no_copy(self, session: Session) -> None:
        answered(session, 1, PASTED)
        keep(session, PASTED)

        assert found(session, PASTED) == []
