"""Documents tell each reader what concerns that reader: articles 23 and 30(3)."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from commands.samples import samples
from commands.samples.office import BUREAU, CLERK, at, file, office, open_matter
from records.models import Petitioner, RelatedPetition
from records.models.petition import Category
from workers.notices.case_lines import NO_NAME, addressee_of, case_lines
from workers.notices.earlier import REPORTED, earlier_petitions, standings
from workers.notices.issue_receipt import issue_receipt_notice
from workers.notices.notice import templates_of
from workers.notices.notify_progress import notify_progress_notice
from workers.notices.required import missing_from

SAMPLES = samples()
LETTERS = [
    name
    for name, sample in SAMPLES.items()
    if "_letter.html" in templates_of(sample.notice.element_id)
]
FILED = at(2026, 3, 2)
CLAIM, REPORT = "退还重复收取的物业服务费。", "反映某科长收受礼金。"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """An office with nothing on file yet."""
    with office() as session:
        yield session


@pytest.mark.parametrize("name", LETTERS)
def test_the_query_code_stays_with_the_petitioner(name: str) -> None:
    sample = SAMPLES[name]

    assert sample.notice.case.query_code not in sample.html()
    assert sample.notice.case.number in sample.html()


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - set(LETTERS)))
def test_the_petitioner_gets_the_query_code_with_every_notice(name: str) -> None:
    sample = SAMPLES[name]

    assert sample.notice.case.query_code in sample.html()


def test_a_document_about_one_matter_tells_nothing_of_a_sealed_one(session: Session) -> None:
    petition = file(session, CLAIM, REPORT, on=FILED, subject="反映收费和某科长的问题")
    claim = open_matter(session, petition, on=FILED)
    open_matter(session, petition, on=FILED, ordinal=2, category=Category.report, is_sealed=True)

    lines = case_lines(session, petition, claim)

    assert "科长" not in f"{lines.subject}{lines.claims}"
    assert lines.subject == CLAIM
    told = standings(session, petition)
    assert [line.unit for line in told][1:] == [REPORTED]


def test_a_document_about_one_matter_names_its_claim_only(session: Session) -> None:
    petition = file(session, CLAIM, "公开收费标准。", on=FILED, subject="物业收费问题")
    second = open_matter(session, petition, on=FILED, ordinal=2)

    assert case_lines(session, petition, second).claims == ("公开收费标准。",)
    assert case_lines(session, petition).claims == (CLAIM, "公开收费标准。")
    assert case_lines(session, petition, second).subject == "物业收费问题"


def test_a_claim_that_says_what_the_subject_says_is_not_printed_twice(session: Session) -> None:
    petition = file(session, CLAIM, on=FILED)

    assert case_lines(session, petition).claims == ()


def test_an_earlier_petition_of_somebody_else_is_told_to_nobody(session: Session) -> None:
    others, again = file(session, CLAIM, on=FILED), file(session, CLAIM, on=FILED)
    session.add(
        RelatedPetition(
            petition_id=again.id,
            earlier_id=others.id,
            same_person=False,
            linked_by=CLERK,
            linked_at=FILED,
        )
    )
    session.flush()

    assert earlier_petitions(session, again) == []
    notice = notify_progress_notice(session, again)
    assert missing_from(notice) == ("在办事项的办理情况",)


def test_who_gives_no_name_is_addressed_without_one(session: Session) -> None:
    petition = file(session, CLAIM, on=FILED, is_name_clear=False)
    session.get_one(Petitioner, petition.petitioner_id).name = " "

    receipt = issue_receipt_notice(session, petition)

    assert addressee_of(session, petition) == NO_NAME
    assert missing_from(receipt) == ()
    assert not receipt.is_told_in_writing
    html = receipt.html(number="示信回执〔2026〕1号", issuer=BUREAU, issued_on="2026年3月2日")
    assert "不作书面告知" in html
