"""Messages leave by mail and SMS, and what they say; the list, the bell and one's own settings."""

import asyncio
import json
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlmodel import col, select

from api.notifications.channels import Message, MessageChannel, NeverSent, NotSentYet
from api.notifications.daily import DailyLists
from api.notifications.email import SmtpChannel
from api.notifications.sender import NotificationSender, channels_of, open_notifier, retry_delay
from api.notifications.sms import FileChannel
from engine.clock import ZONE
from records.demo import BUREAU
from records.models import Notification, NotificationDelivery, Petition, User, UserSetting
from records.models.notification import Channel, NotificationKind
from records.models.petition import Category
from records.notifications.notify import About, notify
from records.notifications.queue import DeliveryQueue
from settings import Settings
from tests.api.mail_server import MailServer, mail_server
from tests.api.office import HOUSING, Office
from tests.api.sealed_cases import sealed_case
from tests.api.test_pages import visitor

EMAIL, MOBILE = "handler@example.test", "10000000000"
HANDLERS = (f"handler@{HOUSING}",)
# What is written in the petition of the office: none of it may leave.
PERSONAL = ("小区电梯停用", "老人上下楼困难", "某信访人", "000-0000")


@dataclass
class Kept(MessageChannel):
    """A channel that keeps what it is given, or fails as told."""

    is_sending: bool = True
    failures: list[NotSentYet] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def send(self, message: Message) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.messages.append(message)


@dataclass
class Post:
    """The sender of an office with channels that keep what they are given."""

    office: Office
    email: Kept = field(default_factory=Kept)
    sms: Kept = field(default_factory=Kept)

    def sender(
        self, settings: Settings | None = None, ways: Mapping[Channel, MessageChannel] | None = None
    ) -> NotificationSender:
        office = self.office
        settings = settings or office.settings
        kept: dict[Channel, MessageChannel] = {Channel.email: self.email, Channel.sms: self.sms}
        return NotificationSender(
            settings,
            office.database,
            DeliveryQueue(office.database, office.machine_clock.now),
            kept if ways is None else ways,
            DailyLists(settings, office.database, office.clock).make_if_due,
            asyncio.Event(),
        )

    def reach(self, user: str, *, email: str = EMAIL, mobile: str = "") -> None:
        with self.office.database.transaction() as session:
            session.merge(UserSetting(user_id=user, email=email, mobile=mobile))

    def tell(self, user: str, about: About, kind: NotificationKind, key: str = "k") -> int:
        with self.office.database.transaction() as session:
            return notify(session, kind, [user], about, key=key, now=self.office.clock.now())

    def results(self) -> list[tuple[str | None, str | None]]:
        with self.office.database.reading() as session:
            rows = session.exec(
                select(NotificationDelivery).order_by(col(NotificationDelivery.id))
            ).all()
        return [(row.result, row.error) for row in rows]


@pytest.fixture
def post(office: Office) -> Post:
    return Post(office)


@dataclass
class Held:
    """A task of a petition that is due on 19 January 2027, given to a handler by the leader."""

    petition: Petition
    key: int


@pytest.fixture
async def held(office: Office, post: Post) -> Held:
    petition = office.petition()
    office.at_unit(petition)
    office.clock_for(petition)
    key = office.task(petition, "handle_petition", HANDLERS)
    post.reach("handler_zj", mobile=MOBILE)
    async with office.client("unit_leader_zj") as leader:
        answer = await leader.post(f"/api/tasks/{key}/assign", json={"user": "handler_zj"})
    assert answer.status_code < 300, answer.text
    return Held(petition, key)


# what a message says


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


# the way out


def test_what_is_not_accepted_is_sent_again_under_the_same_id(post: Post, held: Held) -> None:
    ids: list[str] = []

    class Losing(Kept):
        def send(self, message: Message) -> None:
            ids.append(message.id)
            super().send(message)

    way = Losing(failures=[NotSentYet("smtp 451"), NotSentYet("TimeoutError")])
    sender = post.sender(ways={Channel.email: way})
    taken = []
    for _ in range(4):
        taken.append(sender.send_once())
        post.office.machine_clock.move(timedelta(seconds=retry_delay(5)))

    assert taken == [1, 1, 1, 0]
    assert len(ids) == 3
    assert len(set(ids)) == 1
    assert post.results() == [("sent", None)]


def test_what_is_refused_for_good_is_not_sent_again(post: Post, held: Held) -> None:
    sender = post.sender(ways={Channel.email: Kept(failures=[NeverSent("smtp 550")])})
    sender.send_once()
    post.office.machine_clock.move(timedelta(days=1))

    assert sender.send_once() == 0
    assert post.results() == [("refused", "smtp 550")]


def test_without_a_mail_server_nothing_waits_for_one(post: Post, held: Held) -> None:
    assert Channel.email not in channels_of(post.office.settings)
    post.sender(ways=channels_of(post.office.settings)).send_once()
    assert post.results() == [("gone", "channel not set up")]


def test_delays_grow_and_end_at_ten_minutes() -> None:
    assert [retry_delay(attempts) for attempts in (1, 2, 3)] == [5.0, 10.0, 20.0]
    assert retry_delay(500) == 600.0


def mailing(server: MailServer, **more: object) -> SmtpChannel:
    given = {
        "smtp_host": "127.0.0.1",
        "smtp_port": server.port,
        "smtp_security": "none",
        "smtp_from": "office@example.test",
    }
    return SmtpChannel(Settings.model_validate(given | more))


A_MESSAGE = Message("notification-7", EMAIL, "【信访】期限临近", "编号 · 办理\n.点开头的行\n")


def test_mail_reaches_a_mail_server() -> None:
    with mail_server() as server:
        mailing(server).send(A_MESSAGE)

    (mail,) = server.mails
    assert (mail["From"], mail["To"], mail["Subject"]) == (
        "office@example.test",
        EMAIL,
        "【信访】期限临近",
    )
    assert mail["Message-ID"] == "<notification-7@xinfang>"
    assert mail.get_content().replace("\r\n", "\n") == A_MESSAGE.text
    assert server.recipients == [EMAIL]


def test_the_mail_server_may_ask_for_a_sign_in() -> None:
    with mail_server(signs_in=("office", "geheim")) as server:
        mailing(server, smtp_user="office", smtp_password="geheim").send(A_MESSAGE)
        assert server.was_signed_in
        wrong = mailing(server, smtp_user="office", smtp_password="falsch")
        with pytest.raises(NotSentYet) as refused:
            wrong.send(A_MESSAGE)

    assert refused.type is NotSentYet
    assert len(server.mails) == 1


@pytest.mark.parametrize(
    ("verb", "answer", "kind", "code"),
    [
        ("RCPT", "550 no such user handler@example.test", NeverSent, "smtp 550"),
        ("RCPT", "450 busy", NotSentYet, "smtp 450"),
        ("MAIL", "451 later", NotSentYet, "smtp 451"),
        ("DATA", "554 no", NeverSent, "smtp 554"),
    ],
)
def test_answers_of_the_mail_server_are_told_apart(
    verb: str, answer: str, kind: type[NotSentYet], code: str
) -> None:
    with mail_server() as server:
        server.refusals[verb] = answer
        with pytest.raises(NotSentYet) as failed:
            mailing(server).send(A_MESSAGE)

    assert (failed.type, failed.value.code) == (kind, code)


def test_a_mail_server_that_is_down_is_tried_again() -> None:
    with mail_server() as server:
        pass
    with pytest.raises(NotSentYet) as failed:
        mailing(server).send(A_MESSAGE)
    assert failed.type is NotSentYet


def test_sms_go_to_a_file_each_once_whatever_restarts(tmp_path: Path) -> None:
    path = tmp_path / "sms.jsonl"
    first, second = (Message(f"n-{one}", MOBILE, "", "催办") for one in (1, 2))
    FileChannel(path).send(first)
    # Killed in the middle of a line, then started again.
    with path.open("a") as file:
        file.write('{"id": "n-2", "to"\n')
    again = FileChannel(path)
    again.send(first)
    again.send(second)

    lines = [line for line in path.read_text().splitlines() if line.endswith("}")]
    assert [json.loads(line)["id"] for line in lines] == ["n-1", "n-2"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_the_sender_runs_beside_the_application_and_stops(post: Post, held: Held) -> None:
    office = post.office
    with mail_server() as server:
        settings = office.settings.model_copy(
            update={
                "smtp_host": "127.0.0.1",
                "smtp_port": server.port,
                "smtp_security": "none",
                "smtp_from": "office@example.test",
            }
        )
        clocks = office.clock, office.machine_clock
        async with open_notifier(settings, office.database, *clocks, asyncio.Event()) as sender:
            running = asyncio.create_task(sender.run())
            assert await asyncio.to_thread(server.taken.wait, 20)
            sender.stop()
            await asyncio.wait_for(running, 10)

    assert held.petition.number in server.mails[0].get_content()


# the list of the day


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


# pages and API


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


async def test_settings_are_kept_on_their_page(office: Office) -> None:
    typed = {
        "email": EMAIL,
        "mobile": "100 0000-0000",
        "told": ["task_assigned:page", "task_assigned:sms"],
        "is_large": "true",
    }
    async with visitor(office, "handler_zj") as browser:
        before = (await browser.get("/settings")).text
        answer = await browser.post("/settings", data=typed)
        page = (await browser.get(answer.headers["location"])).text
    async with office.client("handler_zj") as handler:
        kept = (await handler.get("/api/settings")).json()

    # Nobody is led to believe that a message arrives which cannot leave.
    assert "短信只写进数据目录里的文件" in before
    assert "没有设置邮件服务器" in before
    assert "已保存" in page
    assert (kept["email"], kept["mobile"], kept["sending"]) == (EMAIL, "10000000000", ["page"])
    assert (kept["is_large"], kept["has_shortcuts"]) == (True, False)
    on = [f"{one['kind']}:{one['channel']}" for one in kept["choices"] if one["is_on"]]
    assert on == typed["told"]


@pytest.mark.parametrize(
    "typed",
    [
        {"email": "nobody"},
        {"email": "a@b.test\r\nBcc: c@d.test"},
        {"email": "a@b.test,c@d.test"},
        {"mobile": "anrufen"},
    ],
)
async def test_an_address_with_a_fault_is_shown_at_its_field(
    office: Office, typed: dict[str, str]
) -> None:
    async with visitor(office, "handler_zj") as browser:
        answer = await browser.post("/settings", data=typed | {"has_shortcuts": "true"})
        kept = (await browser.get("/settings")).text

    (name,) = typed
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 1
    assert f'id="{name}-fault"' in answer.text
    assert typed[name].split("\r")[0] not in kept


async def test_large_type_is_kept_for_the_person_and_else_in_the_browser(office: Office) -> None:
    async with visitor(office) as browser:
        assert 'class="large"' not in (await browser.get("/sign-in")).text
        answer = await browser.post("/large-type", data={"to": "true", "next": "/sign-in"})
        assert answer.headers["location"] == "/sign-in"
        assert 'class="large"' in (await browser.get("/sign-in")).text
    async with visitor(office, "clerk") as browser:
        await browser.post("/large-type", data={"to": "true", "next": "/petitions"})
    async with visitor(office, "clerk") as elsewhere:
        assert 'class="large"' in (await elsewhere.get("/petitions")).text
        await elsewhere.post("/large-type", data={"to": "false"})
        assert 'class="large"' not in (await elsewhere.get("/petitions")).text


async def test_keys_can_be_switched_off(office: Office) -> None:
    async with visitor(office, "clerk") as browser:
        assert 'data-keys="off"' not in (await browser.get("/")).text
        await browser.post("/settings", data={})
        page = (await browser.get("/")).text

    assert 'data-keys="off"' in page
    assert "单键快捷键已关闭" in page


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
