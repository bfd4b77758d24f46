"""Invented people, each with a name, telephone, certificate number and address found nowhere else.

All of them carry a mark, so that one look through a stream tells whether any of them is in it.
"""

from dataclasses import dataclass
from random import Random

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
# A character that stands in no other text of this system.
MARK = "甪"
DIGITS = "安宁平和康泰祥瑞福禄"
# No division has this code, and no telephone company these numbers.
PHONE, DIVISION = "19900", "990188"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def dice(seed: str) -> Random:
    """Chance that is the same whenever it is asked with this seed; nothing here is a secret."""
    return Random(seed)  # noqa: S311


@dataclass(frozen=True)
class Invented:
    """Somebody who does not exist."""

    name: str
    phone: str
    id_number: str
    address: str

    @property
    def words(self) -> tuple[str, ...]:
        """What must be found in no engine and no log."""
        return self.name, self.phone, self.id_number, self.address


def invent(serial: int, random: Random) -> Invented:
    """The person with this serial, below a million; two serials never share anything."""
    return Invented(
        name=random.choice(SURNAMES) + coded(serial),
        phone=f"{PHONE}{serial:06d}",
        id_number=_id_number(serial),
        address=f"示范市{MARK}直路{serial + 1}号{random.randint(1, 30)}室",
    )


def coded(serial: int) -> str:
    """The mark and the serial in characters: what makes a name or a place recognisable."""
    return MARK + "".join(DIGITS[int(digit)] for digit in f"{serial:04d}")


def _id_number(serial: int) -> str:
    year, rest = divmod(serial, 10_000)
    month, number = divmod(rest, 1000)
    body = f"{DIVISION}{1950 + year % 50}{month + 1:02d}{1 + year // 50:02d}{number:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECKS[total % 11]
