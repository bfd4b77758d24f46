"""What is left of a value under its mask: enough to know it again, too little to use it."""

import re

from records.masking.table import FIELDS, Data

STARS = "****"
# Up to the county: 示范省示范市某某区, or as far as the address names them; 小区 is no county.
_DIVISION = r"[^路街道村镇乡弄巷号幢\d]{1,8}?(?:省|市|州|盟|县|旗|(?<![小社园片校厂])区)"
_DOWN_TO_COUNTY = re.compile(rf"^(?:{_DIVISION})+")


def masked(field: str, value: str) -> str:
    """The value of this field (records.masking.table.FIELDS) under its mask; empty stays empty."""
    if not value:
        return value
    match FIELDS[field]:
        case Data.name:
            return value[0] + "*" * min(max(len(value) - 1, 1), 4)
        case Data.contact:
            return _contact(value)
        case Data.certificate:
            return _ends(value, 3, 2) if len(value) > 8 else STARS
        case Data.place:
            found = _DOWN_TO_COUNTY.match(value)
            return f"{found.group() if found and len(found.group()) < len(value) else ''}{STARS}"


def _contact(value: str) -> str:
    account, at, domain = value.partition("@")
    if at:
        return f"{account[:1]}{STARS}@{domain}"
    return _ends(value, 3, 2) if len(value) > 8 else f"{STARS}{value[-2:]}"


def _ends(value: str, first: int, last: int) -> str:
    return value[:first] + STARS + value[-last:]
