"""Log lines of every process: JSON on standard error, without the values that errors carry.

Messages of errors repeat what they were given: statements with their parameters, text of
petitions. So a traceback is written as places and class names only.
"""

import logging
import sys
import time
from traceback import walk_tb

import structlog
from structlog.typing import EventDict, WrappedLogger


def configure(level: str) -> None:
    """Send structlog and the standard library's logging to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        errors_without_values,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # Request lines hold addresses of cases and clients; metrics count requests instead.
    for name in ("uvicorn", "uvicorn.access", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("pyzeebe.worker.job_poller").addFilter(OncePerMinute())
    # At DEBUG pyzeebe prints whole jobs with their variables.
    logging.getLogger("pyzeebe").setLevel(max(logging.INFO, root.level))


class OncePerMinute(logging.Filter):
    """Lets one line of a kind through per minute: every stream tells every five seconds that the
    engine is away."""

    def __init__(self) -> None:
        super().__init__()
        self._next: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is the first of its kind in a minute."""
        now = time.monotonic()
        if now < self._next.get(record.msg, 0.0):
            return False
        self._next[record.msg] = now + 60.0
        return True


def errors_without_values(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace exc_info by the class names of the errors and the places they passed."""
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    error = raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["traceback"] = places(error)
    return event


def places(error: BaseException) -> list[str]:
    """Where the error and those that led to it came from, the root cause first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = places(cause) if cause else []
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"{code.co_filename}:{line} {code.co_qualname}")
    for nested in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        lines += places(nested)
    return [*lines, type(error).__name__]
