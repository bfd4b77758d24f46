"""Safe reading of XML: no entities, no network, no surprises from hostile files."""

from lxml import etree

from modeling.errors import ModelUnreadable

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
ZEEBE = "{http://camunda.org/schema/zeebe/1.0}"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"


def parse_xml(text: bytes, root_tag: str) -> etree._Element:
    """The root element. Raises ModelUnreadable when broken or when the root is another element."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise ModelUnreadable(str(error)) from None
    if root.tag != root_tag:
        raise ModelUnreadable(f"the root element is not {etree.QName(root_tag).localname}")
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace."""
    return etree.QName(element).localname
