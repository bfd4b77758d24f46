"""What gRPC status codes of the gateway mean."""

import grpc
import pytest

from engine.errors import (
    EngineBusy,
    EngineError,
    EngineRefused,
    EngineUnavailable,
    MessageKnown,
    TaskGone,
)
from engine.gateway_errors import named_error

Code = grpc.StatusCode


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (Code.NOT_FOUND, TaskGone),
        (Code.ALREADY_EXISTS, MessageKnown),
        (Code.RESOURCE_EXHAUSTED, EngineBusy),
        (Code.INVALID_ARGUMENT, EngineRefused),
        (Code.FAILED_PRECONDITION, EngineRefused),
        (Code.UNAVAILABLE, EngineUnavailable),
        (Code.DEADLINE_EXCEEDED, EngineUnavailable),
        (Code.INTERNAL, EngineUnavailable),
        (Code.UNKNOWN, EngineUnavailable),
    ],
)
def test_each_code_has_its_named_error(code: grpc.StatusCode, error: type[EngineError]) -> None:
    assert type(named_error(code, "why")) is error


def test_a_command_too_large_for_the_engine_is_refused_not_repeated() -> None:
    error = named_error(Code.INTERNAL, "EXCEEDED_BATCH_RECORD_SIZE: too large")
    assert type(error) is EngineRefused


def test_variables_quoted_by_the_engine_are_not_in_the_error() -> None:
    error = named_error(Code.INVALID_ARGUMENT, "Expected a document, got {'secret': 'text'}")
    assert str(error) == "INVALID_ARGUMENT: Expected a document, got"
