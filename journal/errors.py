"""What can be in the way of the journal, each with what to do about it."""


class MalformedBatch(Exception):
    """The body is not what the engine's exporter sends. Nothing was applied; send it whole."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


class BatchTooLarge(Exception):
    """The body is larger than the receiver reads. Lower the exporter's bulk.memoryLimit."""


class Undigestible(Exception):
    """A record does not fit its table: it is set aside, and `rebuild` takes it up again."""


class JournalUnavailable(Exception):
    """The database is locked, down or without tables. Nothing was applied; send the batch again."""


class JournalNotFound(Exception):
    """There is no journal here yet. Give the data directory with --data, or run ./start first."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class EngineNotReachable(Exception):
    """The engine's management address does not answer. Is it running? Give it by --management."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)
