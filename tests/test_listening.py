"""Listening: an answer leaves at once, and a port that is taken is an error."""

import asyncio
import contextlib
import socket

import pytest

from listening import listen

LOOPBACK = "127.0.0.1"


def test_what_is_accepted_does_not_hold_back_the_rest_of_an_answer() -> None:
    held_back: list[int] = []

    async def serve(listening: socket.socket) -> None:
        answered = asyncio.Event()

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            accepted = writer.get_extra_info("socket")
            held_back.append(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()
            answered.set()

        async with await asyncio.start_server(answer, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            await answered.wait()
            writer.close()

    with contextlib.closing(listen(LOOPBACK, 0, waiting=1)) as listening:
        asyncio.run(serve(listening))
    assert held_back == [1]


def test_a_port_that_is_taken_is_an_error() -> None:
    with (
        contextlib.closing(listen(LOOPBACK, 0, waiting=1)) as listening,
        pytest.raises(OSError, match="use"),
    ):
        listen(*listening.getsockname(), waiting=1)
