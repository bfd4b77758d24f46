"""QR codes say their value and fit into the HTML of a document."""

from base64 import b64decode

import pytest
from lxml import html

from printing.qr import qr_image, qr_svg

QUERY = "https://xinfang.example/query"


def test_the_image_tells_its_value_to_those_who_cannot_see_it() -> None:
    image = html.fragment_fromstring(qr_image(QUERY + '?a="1"&b=<2>'))

    assert image.get("alt") == QUERY + '?a="1"&b=<2>'
    scheme, _, picture = str(image.get("src")).partition(",")
    assert scheme == "data:image/svg+xml;base64"
    assert b64decode(picture).decode() == qr_svg(QUERY + '?a="1"&b=<2>')


def test_the_same_value_makes_the_same_picture_and_another_value_another() -> None:
    assert qr_svg(QUERY) == qr_svg(QUERY)
    assert qr_svg(QUERY) != qr_svg(QUERY + "2")


def test_a_value_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr_svg("长" * 3000)
