"""The routes of article 31, as documents name them."""

from dataclasses import dataclass

from sqlmodel import Session

from law.decision_facts import Litigation
from law.decision_words import Route
from law.sources import cite_basis
from records.matters import facts_of
from records.models import Matter


@dataclass(frozen=True)
class RouteWords:
    """One route: what it is, who acts in it, and `fact`, which says that it is open."""

    name: str
    organ: str
    basis: str
    fact: str = ""

    @property
    def article(self) -> str:
        """《信访工作条例》第三十一条第六项."""
        return cite_basis(self.basis)


ROUTES = {
    Route.litigation: RouteWords(
        "诉讼、法律监督等法律程序",
        "有管辖权的人民法院、人民检察院、公安机关",
        "regulation_2022:31(一)",
        "litigation",
    ),
    Route.arbitration: RouteWords(
        "仲裁", "有管辖权的仲裁机构", "regulation_2022:31(二)", "arbitration_open"
    ),
    Route.party_appeal: RouteWords(
        "党员申诉、申请复审等程序",
        "有管理权限的党组织或者机关、单位",
        "regulation_2022:31(三)",
        "party_appeal_open",
    ),
    Route.administrative: RouteWords(
        "行政复议、裁决、确认、许可、处罚等行政程序",
        "有权作出决定的行政机关",
        "regulation_2022:31(四)",
        "administrative_open",
    ),
    Route.duty: RouteWords(
        "查处违法行为、履行保护职责",
        "负有该项职责的机关、单位",
        "regulation_2022:31(五)",
        "duty_open",
    ),
    Route.petition: RouteWords("信访程序", "受理的机关、单位", "regulation_2022:31(六)"),
}


def words_of(route: Route | None) -> RouteWords | None:
    """The words of a route; None for none."""
    return ROUTES.get(route) if route else None


def open_routes(session: Session, matter: Matter) -> list[RouteWords]:
    """The routes that the facts of the matter say are open, in the order of the article."""
    facts = facts_of(session, matter.id)
    return [words for words in ROUTES.values() if facts.get(words.fact) in (True, Litigation.open)]
