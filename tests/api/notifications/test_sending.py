"""Messages leave by mail and SMS: again until they are accepted, each once."""

import asyncio
import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from api.notifications.channels import Message, NeverSent, NotSentYet
from api.notifications.email import SmtpChannel
from api.notifications.sender import channels_of, open_notifier, retry_delay
from api.notifications.sms import FileChannel
from records.models.notification import Channel
from settings import Settings
from tests.api.mail_server import MailServer, mail_server
from tests.api.notifications.post import EMAIL, MOBILE, Held, Kept, Post


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
