"""The check character of an identity card number: a slip is pointed out, and hinders nothing."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"  # by the remainder of the weighted sum by 11
ID_CARD = "id_card"


def looks_mistyped(id_number: str | None, certificate_type: str | None = None) -> bool:
    """Whether this should be a number of an identity card, and its characters do not fit together.

    Older numbers of fifteen digits have no check character; other certificates have other rules.
    """
    if not id_number or certificate_type not in (None, ID_CARD):
        return False
    number = id_number.strip().upper()
    if certificate_type is None and len(number) != 18:
        return False  # it need not be a card's
    if len(number) == 15:
        return not number.isdigit()
    return not is_card_number(number)


def is_card_number(number: str) -> bool:
    """Whether these are seventeen digits and the check character that belongs to them."""
    if len(number) != 18 or not (number[:17].isascii() and number[:17].isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % 11] == number[17]
