"""Chinese numerals, as articles are numbered."""

DIGITS = "零一二三四五六七八九"
UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
LARGEST_NUMERAL = 9999  # the longest law has 1260 articles
SPELLED = str.maketrans({"〇": "零", "两": "二"})


def chinese_numeral(number: int) -> str:
    """1 to 9999 in Chinese: 12 -> 十二, 36 -> 三十六, 203 -> 二百零三, 1260 -> 一千二百六十.

    Raises:
        ValueError: the number is outside 1..9999.
    """
    if not 1 <= number <= LARGEST_NUMERAL:
        raise ValueError(f"No Chinese numeral for {number}; give 1 to {LARGEST_NUMERAL}.")
    text, skipped = "", False
    for size, unit in UNITS:
        digit = number // size % 10
        if not digit:
            skipped = bool(text)
            continue
        # 十二 stands alone, but 一百一十二 names its ten.
        is_bare_ten = size == 10 and digit == 1 and not text
        text += ("零" if skipped else "") + ("" if is_bare_ten else DIGITS[digit]) + unit
        skipped = False
    return text


def parse_numeral(text: str) -> int:
    """1 to 9999 out of digits or Chinese numerals: "6", "六", "十二", "一千二百六十".

    Raises:
        ValueError: neither form, or out of range.
    """
    has_digits = text.isascii() and text.isdigit()
    number = int(text) if has_digits else _added_up(text.translate(SPELLED))
    if not 1 <= number <= LARGEST_NUMERAL:
        raise ValueError(f"Not a number of 1 to {LARGEST_NUMERAL}: {text}")
    return number


def _added_up(text: str) -> int:
    """What a numeral is worth; 0 when it is not written as `chinese_numeral` writes it."""
    sizes = {unit: size for size, unit in UNITS if unit}
    total, digit = 0, 0
    for sign in text:
        if sign in sizes:
            total, digit = total + (digit or 1) * sizes[sign], 0
        elif sign in DIGITS:
            digit = DIGITS.index(sign)
        else:
            return 0
    total += digit
    is_proper = 1 <= total <= LARGEST_NUMERAL and chinese_numeral(total) == text
    return total if is_proper else 0
