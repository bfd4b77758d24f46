"""Chinese numerals, as articles are numbered."""

DIGITS = "零一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """1 to 999 in Chinese: 12 -> 十二, 36 -> 三十六, 203 -> 二百零三, 110 -> 一百一十.

    Raises:
        ValueError: the number is outside 1..999.
    """
    if not 1 <= number <= 999:
        raise ValueError(f"No Chinese numeral for {number}; give 1 to 999.")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        # 十二 stands alone, but 一百一十二 names its ten.
        head += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        head += "零"
    return head + (DIGITS[ones] if ones else "")


def parse_small_numeral(text: str) -> int:
    """1 to 99 out of digits or Chinese numerals: "6", "六", "十二".

    Raises:
        ValueError: neither form.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    for number in range(1, 100):
        if chinese_numeral(number) == text:
            return number
    raise ValueError(f"Not a number: {text}")
