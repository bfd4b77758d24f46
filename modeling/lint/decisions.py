"""This project's rules for decision tables."""

import re
from collections.abc import Iterator

from modeling.dmn import Decision
from modeling.lint.finding import Fault

ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇\d]+条")


def check_decisions(decisions: tuple[Decision, ...], stem: str) -> Iterator[Fault]:
    """Every breach. The file bears the name of one of its decisions, the one that is called."""
    if stem not in {decision.id for decision in decisions}:
        yield Fault(decisions[0].id, "file-name", decisions[0].id)
    for decision in decisions:
        if not decision.documentation:
            yield Fault(decision.id, "documentation-required")
        if decision.is_table and decision.hit_policy is None:
            yield Fault(decision.id, "hit-policy")
        for rule in decision.rules:
            if not ARTICLE.search(rule.note):
                yield Fault(rule.id, "rule-cites-article")
