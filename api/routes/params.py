"""Query parameters that lists share."""

from typing import Annotated

from fastapi import Query

from api.queries.paging import MOST_ROWS

Limit = Annotated[int, Query(ge=1, le=MOST_ROWS, description="rows per page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next` of the page before")]
