"""The persons of a case under the masks of records.masking, for one reader."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlmodel import Session

from api.queries.visibility import sees_sealed, units_of
from records.masking.masks import masked
from records.masking.table import FIELDS, KINDS, TABLE, Access, Data
from records.models import Petition
from records.people import BUREAU_ROLES, OVERSIGHT_ROLES, UNIT_ROLES, Person

PETITIONER = "petitioner"


def access_in(session: Session, person: Person, petition: Petition) -> Mapping[Data, Access]:
    """How the person sees each kind of data in this case: the widest of the roles at work in it."""
    rows = [TABLE[role] for role in _roles_in(session, person, petition)]
    columns = zip(*rows, strict=True) if rows else [[Access.masked]] * len(KINDS)
    return {kind: max(column) for kind, column in zip(KINDS, columns, strict=True)}


def masked_fields(row: Mapping[str, Any], access: Mapping[Data, Access]) -> dict[str, Any]:
    """The fields of a person as they are shown, and with them which are `masked`, and which of
    these the reader may ask for (`may_reveal`)."""
    shown = dict(row)
    under = [
        field
        for field, kind in FIELDS.items()
        if row.get(field) and access[kind] is not Access.open
    ]
    for field in under:
        shown[field] = masked(field, row[field])
    may = [field for field in under if access[FIELDS[field]] is Access.reveal]
    return shown | {"masked": under, "may_reveal": may}


def _roles_in(session: Session, person: Person, petition: Petition) -> Iterable[str]:
    units = units_of(session, petition)
    for group in person.groups:
        role, _, unit = group.partition("@")
        is_at_work = (
            (role in BUREAU_ROLES and unit == petition.bureau_id)
            or (role in UNIT_ROLES and unit in units)
            or role in OVERSIGHT_ROLES
        )
        if is_at_work:
            yield role
    if sees_sealed(person, petition):
        yield "sealed_clerk"
