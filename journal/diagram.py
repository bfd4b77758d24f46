"""The two things the journal wants to know of a diagram beyond its records."""

from xml.parsers import expat

BPMN_PROCESS = "http://www.omg.org/spec/BPMN/20100524/MODEL process"
VERSION_TAG = "http://camunda.org/schema/zeebe/1.0 versionTag"


def describe_process(xml: bytes, process_id: str) -> tuple[str | None, str | None]:
    """Name and version tag of a process in a BPMN file; None for what is absent or unreadable.

    The engine has parsed the file before it made the record, so an unreadable one is only odd.
    """
    reader = _Reader(process_id)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return None, None
    return reader.name, reader.version_tag


class _Reader:
    def __init__(self, process_id: str) -> None:
        self._process_id = process_id
        self._is_inside = False
        self.name: str | None = None
        self.version_tag: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == BPMN_PROCESS and attributes.get("id") == self._process_id:
            self._is_inside = True
            self.name = attributes.get("name")
        elif tag == VERSION_TAG and self._is_inside:
            self.version_tag = attributes.get("value")

    def end(self, tag: str) -> None:
        if tag == BPMN_PROCESS:
            self._is_inside = False
