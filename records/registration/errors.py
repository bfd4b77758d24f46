"""What can stand in the way of a registration."""

from records.errors import RecordsError


class CodeUnknown(RecordsError):
    """There is no such code in its vocabulary on that day. Choose one of the list."""

    def __init__(self, field: str = "") -> None:
        self.field = field or None
        super().__init__()


class NotReadBack(RecordsError):
    """What was told by mouth is written down, read back and signed first (19(1)). Do that."""

    field = "is_read_back"
