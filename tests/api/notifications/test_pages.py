"""The list of messages and the bell, as pages and over the API."""

import re

import httpx
from sqlmodel import select

from records.demo import BUREAU
from records.models import Notification
from records.models.notification import NotificationKind
from records.notifications.notify import About
from tests.api.notifications.post import Held, Post
from tests.api.office import Office
from tests.api.test_pages import visitor


async def test_the_bell_counts_and_a_message_leads_to_its_task(post: Post, held: Held) -> None:
    async with visitor(post.office, "handler_zj") as browser:
        start = (await browser.get("/")).text
        assert 'data-unread="1"' in start
        assert "1 条未读" in start
        page = (await browser.get("/notifications")).text
        assert held.petition.number in page
        assert "小区电梯停用" not in page
        address = re.search(r'action="(/notifications/\d+/open)"', page)
        assert address is not None
        answer = await browser.post(address[1])
        assert answer.headers["location"] == f"/tasks/{held.key}"
        bell = (await browser.get("/notifications/bell")).text

    assert "没有未读" in bell
    assert "<html" not in bell


async def test_all_that_stood_on_the_page_is_marked_read(post: Post, held: Held) -> None:
    async with visitor(post.office, "handler_zj") as browser:
        page = (await browser.get("/notifications")).text
        until = re.search(r'name="until" value="(\d+)"', page)
        assert until is not None
        post.tell("handler_zj", About(), NotificationKind.clock_warned, key="since")
        await browser.post("/notifications/read", data={"until": until[1]})
        assert 'data-unread="1"' in (await browser.get("/notifications")).text


async def test_messages_over_the_api_page_by_page(post: Post, held: Held) -> None:
    for key in ("a", "b"):
        post.tell("handler_zj", About(), NotificationKind.clock_warned, key=key)
    async with post.office.client("handler_zj") as handler:
        first = (await handler.get("/api/notifications?limit=2")).json()
        second = (await handler.get(f"/api/notifications?limit=2&cursor={first['next']}")).json()
        await handler.post(f"/api/notifications/{second['notifications'][0]['id']}/read")
        after = (await handler.get("/api/notifications")).json()

    assert (first["unread"], len(first["notifications"])) == (3, 2)
    assert second["next"] is None
    assert second["notifications"][0]["href"] == f"/tasks/{held.key}"
    assert after["unread"] == 2


async def test_a_message_of_somebody_else_is_not_found(
    post: Post, held: Held, foreigner: httpx.AsyncClient
) -> None:
    with post.office.database.reading() as session:
        one = session.exec(select(Notification.id)).one()
    answer = await foreigner.post(f"/api/notifications/{one}/read")
    assert (answer.status_code, answer.json()["error"]) == (404, "NotificationNotFound")


async def test_without_a_person_there_are_no_messages(anyone: httpx.AsyncClient) -> None:
    for address in ("/api/notifications", "/api/settings"):
        assert (await anyone.get(address)).status_code == 401


async def test_a_leader_who_assigns_is_not_told_and_the_person_is(office: Office) -> None:
    key = office.task(office.petition(), groups=(f"classifier@{BUREAU}",))
    async with office.client("leader") as leader:
        await leader.post(f"/api/tasks/{key}/assign", json={"user": "classifier"})
        mine = (await leader.get("/api/notifications")).json()
    async with office.client("classifier") as classifier:
        theirs = (await classifier.get("/api/notifications")).json()

    assert (mine["unread"], theirs["unread"]) == (0, 1)
