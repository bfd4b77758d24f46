"""What gRPC status codes of the gateway mean."""

from collections.abc import Iterator
from contextlib import contextmanager

import grpc

from engine.errors import (
    EngineBusy,
    EngineError,
    EngineRefused,
    EngineUnavailable,
    MessageKnown,
    TaskGone,
    safe_reason,
)

KINDS: dict[grpc.StatusCode, type[EngineError]] = {
    grpc.StatusCode.NOT_FOUND: TaskGone,
    grpc.StatusCode.ALREADY_EXISTS: MessageKnown,
    grpc.StatusCode.RESOURCE_EXHAUSTED: EngineBusy,
    grpc.StatusCode.INVALID_ARGUMENT: EngineRefused,
    grpc.StatusCode.FAILED_PRECONDITION: EngineRefused,
    grpc.StatusCode.OUT_OF_RANGE: EngineRefused,
    grpc.StatusCode.UNIMPLEMENTED: EngineRefused,
}


def named_error(code: grpc.StatusCode, details: str | None) -> EngineError:
    """The error for a status; what is not listed may pass, so it is EngineUnavailable."""
    kind = KINDS.get(code, EngineUnavailable)
    if "EXCEEDED_BATCH_RECORD_SIZE" in (details or ""):
        kind = EngineRefused
    return kind(f"{code.name}: {safe_reason(details)}")


@contextmanager
def named_errors(not_found: type[EngineError] = TaskGone) -> Iterator[None]:
    """Turn gRPC errors into ours; `not_found` is what NOT_FOUND means for this call."""
    try:
        yield
    except grpc.aio.AioRpcError as error:
        if error.code() is grpc.StatusCode.NOT_FOUND:
            raise not_found(safe_reason(error.details())) from error
        raise named_error(error.code(), error.details()) from error
