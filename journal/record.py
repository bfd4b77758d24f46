"""One record of the engine's stream, and how a bulk body is taken apart into records."""

import json
import re
from dataclasses import dataclass
from typing import Any

import orjson

from journal.errors import MalformedBatch

PARTITION_ID = re.compile(rb'"partitionId":(\d+)')
POSITION = re.compile(rb'"position":(\d+)')


@dataclass(slots=True)
class Record:
    """A record as the exporter sent it; only `partition_id` and `position` are sure to be right.

    `timestamp` (epoch ms) is the engine's, `received_at` (epoch ms) ours. `value` is None when the
    record is nested too deep to be read; it is then set aside like any other we cannot digest.
    """

    partition_id: int
    position: int
    key: Any
    timestamp: Any
    value_type: Any
    intent: Any
    value: Any
    raw: bytes
    received_at: int


def parse_bulk(body: bytes, received_at: int) -> list[Record]:
    """Take a `_bulk` body apart: an `index` line, then its record, each ending in a newline.

    Raises MalformedBatch when anything is amiss, so that a half-sent body is never half applied.
    """
    lines = body.split(b"\n")
    if lines.pop():
        raise MalformedBatch(len(lines) + 1, "the last line has no end")
    if len(lines) % 2:
        raise MalformedBatch(len(lines), "an index line without its record")
    records = []
    for number in range(0, len(lines), 2):
        _check_index_line(number + 1, lines[number])
        records.append(_record(number + 2, lines[number + 1], received_at))
    return records


def read_stored(body: bytes, received_at: int) -> list[Record]:
    """The records of a stored batch: JSON lines without index lines."""
    return [_record(n, line, received_at) for n, line in enumerate(body.split(b"\n"), 1)]


def _check_index_line(number: int, line: bytes) -> None:
    try:
        action = orjson.loads(line)
    except orjson.JSONDecodeError:
        raise MalformedBatch(number, "not JSON") from None
    if not isinstance(action, dict) or not isinstance(action.get("index"), dict):
        raise MalformedBatch(number, "not an index line")


def _record(number: int, line: bytes, received_at: int) -> Record:
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError:
        fields = _read_patiently(number, line)
    if not isinstance(fields, dict):
        raise MalformedBatch(number, "not a record")
    partition_id, position = fields.get("partitionId"), fields.get("position")
    if type(partition_id) is not int or type(position) is not int:
        raise MalformedBatch(number, "no partitionId or position")
    if not (0 <= partition_id < 2**31 and 0 <= position < 2**63):
        raise MalformedBatch(number, "partitionId or position out of range")
    get = fields.get
    return Record(
        partition_id,
        position,
        get("key"),
        get("timestamp"),
        get("valueType"),
        get("intent"),
        get("value"),
        line,
        received_at,
    )


def _read_patiently(number: int, line: bytes) -> object:
    """What orjson refuses although it is JSON: half a surrogate pair, or very deep nesting.

    The engine accepts both in variables; refusing them here would block the stream for ever.
    """
    try:
        return _mended(json.loads(line))
    except RecursionError:
        # The engine writes partitionId before the value and position after it.
        partition_ids, positions = PARTITION_ID.findall(line), POSITION.findall(line)
        if not partition_ids or not positions:
            raise MalformedBatch(number, "nested too deep") from None
        return {"partitionId": int(partition_ids[0]), "position": int(positions[-1])}
    except ValueError:
        raise MalformedBatch(number, "not JSON") from None


def _mended(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(item) for name, item in value.items()}
    return value
