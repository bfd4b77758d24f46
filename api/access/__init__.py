"""Who may use which operation: one row each, kept true by tests/api/test_access_matrix.py.

The routes and `api/actions` refuse; this table says in one place what they refuse to whom.
"""

from api.access.api_rows import API_ROWS
from api.access.page_rows import PAGE_ROWS
from api.access.rows import Row

ROWS: dict[str, Row] = {**API_ROWS, **PAGE_ROWS}
