"""QR codes: the same picture in the HTML of a document and on its print."""

from base64 import b64encode
from html import escape
from io import BytesIO

import segno

QUIET_MODULES = 2  # a code printed on white paper is read with half the standard's quiet zone


def qr_svg(value: str) -> str:
    """The QR code of a text as SVG, level M. Raises ValueError when it is too long for one."""
    picture = BytesIO()
    segno.make_qr(value, error="m").save(
        picture, kind="svg", border=QUIET_MODULES, xmldecl=False, svgclass=None, lineclass=None
    )
    return picture.getvalue().decode()


def qr_image(value: str) -> str:
    """The `img` that a template prints a QR code with; the same value makes the same image."""
    encoded = b64encode(qr_svg(value).encode()).decode()
    return f'<img class="qr" alt="{escape(value)}" src="data:image/svg+xml;base64,{encoded}">'
