"""Finding what a step works on."""

from sqlmodel import Session

from records.errors import PetitionNotFound, UnitNotFound
from records.models import Petition, Petitioner, Unit


def petition_of(session: Session, petition_id: str) -> Petition:
    """The petition with this id, locked until the transaction ends. Raises PetitionNotFound."""
    petition = session.get(Petition, petition_id, with_for_update=True)
    if petition is None:
        raise PetitionNotFound
    return petition


def petitioner_of(session: Session, petition: Petition) -> Petitioner:
    """Who petitions."""
    petitioner = session.get(Petitioner, petition.petitioner_id)
    if petitioner is None:
        raise PetitionNotFound
    return petitioner


def unit_of(session: Session, unit_id: str | None) -> Unit:
    """The unit with this id. Raises UnitNotFound."""
    unit = session.get(Unit, unit_id) if unit_id else None
    if unit is None:
        raise UnitNotFound
    return unit
