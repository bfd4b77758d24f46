"""Whom masks apply to: one table, a row per role. Nothing else decides it.

`open`: shown as it is. `reveal`: masked, and one field at a time may be asked for, which is written
into the trail. `masked`: masked for good. A role counts in a case where it has work there; of
several the widest counts; who has none of them sees masks.
"""

from enum import IntEnum, StrEnum


class Access(IntEnum):
    """How a kind of data is shown; the larger, the wider."""

    masked = 0
    reveal = 1
    open = 2


class Data(StrEnum):
    """Kinds of personal data."""

    name = "name"
    contact = "contact"
    certificate = "certificate"
    place = "place"


# Fields of records.models: Petitioner, Companion, Agent.
FIELDS = {
    "name": Data.name,
    "former_name": Data.name,
    "phone": Data.contact,
    "email": Data.contact,
    "id_number": Data.certificate,
    "household_address": Data.place,
    "residence": Data.place,
    "address": Data.place,
    "employer": Data.place,
}

_M, _R, _O = Access.masked, Access.reveal, Access.open
KINDS = (Data.name, Data.contact, Data.certificate, Data.place)
TABLE: dict[str, tuple[Access, Access, Access, Access]] = {
    # role              name contact certificate place
    "window_clerk": (_O, _R, _R, _R),
    "classifier": (_O, _R, _R, _R),
    "bureau_leader": (_O, _R, _R, _R),
    "supervisor": (_R, _R, _M, _R),
    "follow_up": (_O, _R, _M, _R),
    "conference_office": (_R, _R, _M, _R),
    # Who reports is known to as few as can be (article 30): even the desk asks for each field.
    "sealed_clerk": (_R, _R, _R, _R),
    "acceptance_clerk": (_O, _R, _R, _R),
    "handler": (_O, _R, _R, _R),
    "unit_leader": (_O, _R, _R, _R),
    "legal_reviewer": (_R, _M, _M, _M),
    "review_clerk": (_O, _R, _R, _R),
    "review_handler": (_O, _R, _R, _R),
    "manager": (_M, _M, _M, _M),
    "auditor": (_R, _R, _R, _R),
    "administrator": (_M, _M, _M, _M),
    "designer": (_M, _M, _M, _M),
    "operator": (_M, _M, _M, _M),
}
