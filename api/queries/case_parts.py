"""Which notes, files and looks at persons belong to which part of a petition (article 30).

What the sealed desk writes is for it alone. Once a claim is sealed, what was put on file before may
speak of it: like the text of the petition, it is shown to the desk only.
"""

from sqlmodel import Session

from api.queries.reader import Reader
from api.queries.visibility import has_sealed_part, sees_sealed
from records.models import Petition
from records.models.case_file import Part
from records.people import Person


def part_of(session: Session, person: Person, petition: Petition) -> Part:
    """The part that somebody who sees this petition has in view."""
    if not has_sealed_part(session, petition):
        return Part.whole
    return Part.desk if sees_sealed(person, petition) else Part.open


def shows_part(reader: Reader, part: str | None) -> bool:
    """Whether the reader sees what belongs to this part; what belongs to none is shown."""
    if part is None or sees_sealed(reader.person, reader.petition):
        return True
    return part != Part.desk and not (reader.hidden and part == Part.whole)
