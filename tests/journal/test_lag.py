"""How far behind: the broker's positions against ours."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from journal.errors import EngineNotReachable
from journal.lag import PartitionLag, read_lag
from stack.ports import free_port

# As 8.6.0 answers, shortened; 8.5.8 has no "clock".
LEADER = {"role": "LEADER", "processedPosition": 619, "exportedPosition": 664, "clock": {}}
FOLLOWER = {"role": "FOLLOWER", "processedPosition": None, "exportedPosition": None}


class Management:
    """A broker's management address that answers what it is told to."""

    def __init__(self) -> None:
        self.answer: bytes = b"{}"
        this = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200 if self.path == "/actuator/partitions" else 404)
                self.end_headers()
                self.wfile.write(this.answer)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def management() -> Iterator[Management]:
    broker = Management()
    thread = threading.Thread(target=broker.server.serve_forever)
    thread.start()
    yield broker
    broker.server.shutdown()
    thread.join()
    broker.server.server_close()


def test_only_partitions_led_by_this_broker_count(management: Management) -> None:
    management.answer = json.dumps({"2": FOLLOWER, "1": LEADER}).encode()
    assert read_lag(management.url + "/", {1: 660}) == [PartitionLag(1, 619, 664, 660)]


@pytest.mark.parametrize(
    ("exported", "applied", "behind"),
    [
        (600, 600, 19),  # the receiver was down
        (600, 619, 0),  # applied, the acknowledgement not yet noticed
        (664, 600, 0),  # the rest are commands, which are not exported
        (0, 0, 619),  # nothing has arrived yet
    ],
)
def test_behind_is_what_neither_mark_has_reached(
    management: Management, exported: int, applied: int, behind: int
) -> None:
    management.answer = json.dumps({"1": LEADER | {"exportedPosition": exported}}).encode()
    (lag,) = read_lag(management.url, {1: applied})
    assert lag.behind == behind


def test_partition_we_never_heard_of_is_wholly_behind(management: Management) -> None:
    management.answer = json.dumps({"1": LEADER | {"exportedPosition": None}}).encode()
    (lag,) = read_lag(management.url, {})
    assert (lag.applied, lag.behind) == (0, 619)


@pytest.mark.parametrize("answer", [b"not JSON", b""])
def test_nonsense_is_not_a_broker(management: Management, answer: bytes) -> None:
    management.answer = answer
    with pytest.raises(EngineNotReachable):
        read_lag(management.url, {})


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}", "http://[", "nowhere"])
def test_silence_is_said_in_words(address: str) -> None:
    with pytest.raises(EngineNotReachable, match="management address"):
        read_lag(address.format(free_port()), {})
