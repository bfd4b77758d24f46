"""What intake knows of a petition before it is filed. The law asks for little of it (19(1))."""

from dataclasses import dataclass, field
from datetime import date

from records.models.petition import PetitionForm
from records.models.registration import Standing

ORAL = (PetitionForm.visit, PetitionForm.phone)  # written down as told, regulation 19(1)


@dataclass(frozen=True)
class NewCompanion:
    """Somebody who petitions together with the petitioner; a representative speaks for all."""

    name: str
    id_number: str | None = None
    phone: str | None = None
    address: str | None = None
    is_representative: bool = False


@dataclass(frozen=True)
class NewAgent:
    """Who acts for the petitioner; `has_mandate`: the written mandate or proof was shown."""

    name: str
    standing: Standing = Standing.agent
    phone: str | None = None
    has_mandate: bool = False


@dataclass(frozen=True)
class NewStep:
    """One step of the course so far: when (if it is known), which organ, with what result."""

    organ: str
    what: str
    on: date | None = None


@dataclass(frozen=True)
class NewPetition:
    """What intake knows. `source` (system, id) recognises the same petition when it comes again.

    `petitioner_name` is empty for who stays anonymous. `people` counts the petitioner too; whoever
    is listed by name is counted in any case. `is_spokesperson`: the petitioner speaks for the group
    besides the companions who do. `flags` are codes of the vocabulary case_flag.
    """

    bureau_id: str
    form: PetitionForm
    subject: str
    text: str
    received_on: date
    petitioner_name: str
    posted_on: date | None = None
    address: str | None = None
    phone: str | None = None
    id_number: str | None = None
    claims: tuple[str, ...] = ()
    source: tuple[str, str] | None = None
    tags: tuple[str, ...] = field(default=())
    former_name: str | None = None
    certificate_type: str | None = None
    household_address: str | None = None
    residence: str | None = None
    email: str | None = None
    employer: str | None = None
    accepts_electronic: bool = False
    is_verified: bool = False
    people: int = 1
    is_spokesperson: bool = False
    incident_place: str | None = None
    division: str | None = None
    content_class: str | None = None
    is_name_clear: bool = True
    is_read_back: bool = False
    course: tuple[NewStep, ...] = ()
    companions: tuple[NewCompanion, ...] = ()
    agents: tuple[NewAgent, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def is_anonymous(self) -> bool:
        """匿名: no name is known."""
        return not self.petitioner_name.strip()

    @property
    def is_oral(self) -> bool:
        """Whether it was told by mouth: in a visit or on the telephone."""
        return self.form in ORAL

    @property
    def number_of_people(self) -> int:
        """信访人数: as given, and never fewer than are listed."""
        return max(self.people, 1 + len(self.companions))

    @property
    def representatives(self) -> int:
        """How many speak for all (20(3))."""
        return self.is_spokesperson + sum(one.is_representative for one in self.companions)
