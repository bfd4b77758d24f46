"""Messages to the running process about a request: keyed by petition or matter, ids only."""

from datetime import datetime, timedelta

from sqlmodel import Session

from records import outbox

# Long enough for a process that sits in another step, or an engine that is down for days.
MESSAGE_LIFE = timedelta(days=30)


def tell_process(
    session: Session,
    name: str,
    *,
    key: str,
    message_id: str,
    now: datetime,
    variables: dict[str, str] | None = None,
) -> None:
    """Publish this message to the instance with the correlation key.

    `message_id` recognises the same message when it is sent again while the engine keeps it.
    """
    outbox.enqueue(
        session,
        "publish_message",
        {
            "name": name,
            "correlation_key": key,
            "message_id": message_id,
            "ttl_ms": int(MESSAGE_LIFE / timedelta(milliseconds=1)),
            "variables": variables or {},
        },
        ordering_key=key,
        now=now,
    )
