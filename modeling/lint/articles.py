"""What models cite must exist in the regulation."""

from collections.abc import Iterable, Iterator

from modeling.citing import Citing
from modeling.lint.finding import Fault


def check_articles(citing: Iterable[Citing]) -> Iterator[Fault]:
    """A fault for each article, paragraph, item or basis that does not exist."""
    for part in citing:
        for place in part.citations.unknown:
            yield Fault(part.id, "article-exists", place)
