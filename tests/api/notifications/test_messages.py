"""What a message says: number, step and day, nothing of people; of what is sealed nothing."""

from datetime import date

from records.models import Petition, User
from records.models.notification import NotificationKind
from records.models.petition import Category
from records.notifications.notify import About
from tests.api.notifications.post import EMAIL, MOBILE, PERSONAL, Held, Post
from tests.api.sealed_cases import sealed_case


def test_a_mail_says_number_step_and_day_and_nothing_of_people(post: Post, held: Held) -> None:
    assert (
        post.sender(
            post.office.settings.model_copy(update={"staff_address": "https://x.test/"})
        ).send_once()
        == 1
    )

    (mail,) = post.email.messages
    assert mail.to == EMAIL
    assert mail.subject == "【信访】有任务交给您办理"
    assert held.petition.number in mail.text
    assert "调查并提出处理意见" in mail.text
    assert "2027年1月19日" in mail.text
    assert "https://x.test/notifications" in mail.text
    assert [word for word in PERSONAL if word in mail.subject + mail.text] == []
    assert held.petition.query_code not in mail.text
    assert post.results() == [("sent", None)]


def test_an_sms_is_one_line_and_says_no_more(post: Post, held: Held) -> None:
    about = About(petition_id=held.petition.id, task_key=held.key, element_id="handle_petition")
    post.tell("handler_zj", about, NotificationKind.task_urged)
    post.sender().send_once()

    (sms,) = post.sms.messages
    assert sms.to == MOBILE
    assert sms.text == (f"【信访】您的任务被催办 {held.petition.number} · 调查并提出处理意见")


async def test_a_message_is_in_the_language_of_its_reader(post: Post, held: Held) -> None:
    with post.office.database.transaction() as session:
        session.get_one(User, "handler_zj").language = "en"
    post.sender().send_once()

    assert post.email.messages[0].subject == "[Petitions] A task is yours now"
    assert "due 19 Jan 2027" in post.email.messages[0].text


def test_of_a_sealed_case_a_mail_says_only_that_there_is_one(post: Post) -> None:
    case = sealed_case(post.office, 1)
    post.reach("sealed", mobile=MOBILE)
    about = About(
        petition_id=case.petition.id,
        task_key=case.task_keys[1],
        element_id="hand_over_report",
        due_on=date(2026, 12, 5),
    )
    assert post.tell("sealed", about, NotificationKind.task_urged) == 1
    post.sender().send_once()

    for message in (*post.email.messages, *post.sms.messages):
        said = message.subject + message.text
        assert [word for word in case.words if word in said] == []
        assert "催办" not in said
        assert "2026" not in said
        assert "密件事项" in said
    assert len(post.email.messages) == len(post.sms.messages) == 1


def test_what_is_sealed_before_it_is_sent_is_not_sent(post: Post, held: Held) -> None:
    with post.office.database.transaction() as session:
        kept = session.get_one(Petition, held.petition.id)
        kept.is_sealed, kept.category = True, Category.report
    post.sender().send_once()

    assert post.email.messages == []
    assert post.results() == [("gone", "nobody to tell any more")]


def test_an_address_that_was_taken_away_gets_nothing(post: Post, held: Held) -> None:
    post.reach("handler_zj", email="")
    post.sender().send_once()
    assert post.results() == [("gone", "nobody to tell any more")]
