"""结果告知单: what came of a route of article 31 other than the petition procedure."""

from dataclasses import dataclass
from typing import Annotated

from workers.notices.notice import Notice
from workers.notices.required import Says


@dataclass(frozen=True)
class ResultNotice(Notice):
    """Result and basis; printed by _result.html, what comes next by each step's own template."""

    organ: Annotated[str, Says("办理机关")]
    route: Annotated[str, Says("办理途径")]
    result: Annotated[tuple[str, ...], Says("办理结果")]
