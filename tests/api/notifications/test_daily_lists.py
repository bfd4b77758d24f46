"""The list of the day: on working days from eight on, once; what is sealed is only counted."""

from datetime import datetime

from api.notifications.daily import DailyLists
from engine.clock import ZONE
from records.models import Petition
from records.models.petition import Category
from tests.api.notifications.post import PERSONAL, Held, Post
from tests.api.sealed_cases import sealed_case
from tests.api.test_pages import visitor


async def test_the_list_of_the_day_comes_once_on_working_days_from_eight_on(
    post: Post, held: Held
) -> None:
    office, made = post.office, []
    # The petition is due on Tuesday 19 January 2027; three days before is a Saturday.
    for moment in (
        datetime(2027, 1, 15, 9, tzinfo=ZONE),  # Friday, four days ahead: not yet
        datetime(2027, 1, 16, 9, tzinfo=ZONE),  # Saturday
        datetime(2027, 1, 18, 7, 59, tzinfo=ZONE),  # Monday, too early
        datetime(2027, 1, 18, 8, 0, tzinfo=ZONE),
        datetime(2027, 1, 18, 17, 0, tzinfo=ZONE),
        datetime(2027, 1, 19, 8, 0, tzinfo=ZONE),
    ):
        office.clock.moment = moment
        # Restarted each time: a new object remembers nothing.
        made.append(DailyLists(office.settings, office.database, office.clock).make_if_due())

    assert made == [0, 0, 0, 1, 0, 1]
    post.sender().send_once()
    lists = [mail for mail in post.email.messages if "到期清单" in mail.subject]
    assert len(lists) == 2
    assert f"{held.petition.number} · 调查并提出处理意见 · 期限 2027年1月19日" in lists[0].text
    assert [word for word in PERSONAL if word in lists[0].text] == []


async def test_a_decided_or_released_task_is_not_on_the_list(post: Post, held: Held) -> None:
    async with post.office.client("handler_zj") as handler:
        await handler.post(f"/api/tasks/{held.key}/release")
    post.office.clock.moment = datetime(2027, 1, 18, 9, tzinfo=ZONE)
    assert (
        DailyLists(post.office.settings, post.office.database, post.office.clock).make_if_due() == 0
    )


async def test_sealed_tasks_are_counted_for_the_desk_and_hidden_from_others(post: Post) -> None:
    office, case = post.office, sealed_case(post.office, 1)
    post.reach("sealed")
    async with office.client("sealed") as desk:
        answer = await desk.post(f"/api/tasks/{case.task_keys[1]}/claim")
        assert answer.status_code < 300, answer.text
    office.clock.moment = datetime(2026, 12, 4, 9, tzinfo=ZONE)
    assert post.sender().send_once() == 1

    (mail,) = post.email.messages
    assert [word for word in case.words if word in mail.text] == []
    assert "另有密件事项 1 件" in mail.text


async def test_a_list_does_not_even_count_what_was_sealed_since(post: Post, held: Held) -> None:
    office = post.office
    office.clock.moment = datetime(2027, 1, 18, 9, tzinfo=ZONE)
    DailyLists(office.settings, office.database, office.clock).make_if_due()
    with office.database.transaction() as session:
        kept = session.get_one(Petition, held.petition.id)
        kept.is_sealed, kept.category = True, Category.report
    async with visitor(office, "handler_zj") as browser:
        page = (await browser.get("/notifications")).text

    assert "到期清单" in page
    assert held.petition.number not in page
    assert "密件" not in page
