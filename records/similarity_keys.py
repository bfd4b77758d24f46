"""Keys of facts about people, written alike however they were typed. No key can be read back."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from records.models import Petitioner

_POSITIVE = (1 << 63) - 1  # fits a signed column of 64 bits


class SameFact(StrEnum):
    """What two petitioners have in common; the first is the surest."""

    id_number = "id_number"
    phone = "phone"
    name_and_address = "name_and_address"


@dataclass(frozen=True)
class PersonFacts:
    """What is known of who petitions."""

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    id_number: str | None = None


def facts_of(petitioner: Petitioner) -> PersonFacts:
    """The facts of a petitioner on file."""
    return PersonFacts(
        name=petitioner.name,
        address=petitioner.address,
        phone=petitioner.phone,
        id_number=petitioner.id_number,
    )


def fact_values(facts: PersonFacts) -> dict[SameFact, str]:
    """Each fact that is known, with nothing but its letters and digits."""
    values = {
        SameFact.id_number: _bare(facts.id_number),
        SameFact.phone: _bare(facts.phone).removeprefix("86") if facts.phone else "",
    }
    name, address = _bare(facts.name), _bare(facts.address)
    values[SameFact.name_and_address] = f"{name} {address}" if name and address else ""
    return {fact: value for fact, value in values.items() if value}


def fact_keys(facts: PersonFacts) -> list[int]:
    """One key for each known fact; positive and below 2**63."""
    return [_key(f"{fact} {value}") for fact, value in fact_values(facts).items()]


def _bare(text: str | None) -> str:
    folded = unicodedata.normalize("NFKC", text or "").lower()
    return "".join(character for character in folded if character.isalnum())


def _key(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") & _POSITIVE
