"""What the engine is told of each matter of a petition: ids, codes and flags."""

from sqlmodel import Session

from law.decision_facts import Litigation
from law.decision_words import DispatchMode
from records.matters import facts_of
from records.models import Matter
from workers.variables import MatterItem

__all__ = ["MatterItem", "is_litigation", "item_of"]


def item_of(session: Session, matter: Matter) -> MatterItem:
    """The matter as `handle_matters` hands it to the process `matter`."""
    return MatterItem(
        matter_id=matter.id,
        category=matter.category.value,
        unit=matter.unit_id,
        is_litigation=is_litigation(session, matter),
        is_assigned=matter.dispatch_mode is DispatchMode.assign,
    )


def is_litigation(session: Session, matter: Matter) -> bool:
    """涉法涉诉: a judicial procedure is open, so the matter is guided there (article 22(2))."""
    return facts_of(session, matter.id).get("litigation") == Litigation.open
