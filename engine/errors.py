"""What can go wrong with the engine, named for the obstacle.

EngineError
├── RetryLater            the same call may succeed later
│   ├── EngineUnavailable   no answer, or no leader
│   ├── EngineBusy          back-pressure (429, 503, RESOURCE_EXHAUSTED)
│   └── NotDeployed         the process or decision is not deployed (yet)
├── TaskGone              404: done before, or taken away by the engine
├── TaskTaken             409: assigned to somebody else, or in a state that forbids the command
├── MessageKnown          409: a message with this id is already there
└── EngineRefused         400: the engine will never take this command

Errors of installing, starting and deploying are defined beside what raises them, all EngineError.
"""


class EngineError(Exception):
    """Something between us and the engine; the message says what to do."""


class RetryLater(EngineError):
    """The same call may succeed later; repeat it with back-off."""


class EngineUnavailable(RetryLater):
    """The engine does not answer, or has no leader; it may be starting. Repeat with back-off."""


class EngineBusy(RetryLater):
    """The engine pushes back because it has too much to do. Repeat with back-off."""


class NotDeployed(RetryLater):
    """The process or decision is not deployed; deploy it (`xinfang engine deploy`), then repeat."""


class TaskGone(EngineError):
    """What the command was for is no longer there: done before, or taken away by the engine."""


class TaskTaken(EngineError):
    """The task is assigned to somebody else, or in a state that forbids the command."""


class MessageKnown(EngineError):
    """The engine already holds a message with this id: the same send arrived before."""


class EngineRefused(EngineError):
    """The engine will never take this command; the reason is its own, without variables."""


def safe_reason(reason: str | None) -> str:
    """The engine's reason without the document of variables that it may quote.

    The engine quotes a document in braces after naming what is wrong with it.
    """
    return (reason or "no reason given").split("{", 1)[0].strip()[:500]
