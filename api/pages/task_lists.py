"""The next case of a list, and several tasks at once with one report."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.actions.bulk import act_in_bulk, check_one_form
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, read_briefly
from api.errors import InvalidInput
from api.language import Language
from api.pages.case_requests import read_typed
from api.pages.render import render
from api.queries.inbox_filter import InboxFilter, Scope
from api.queries.next_task import next_task
from api.queries.task_view import task_detail
from api.shapes.common import LARGEST_KEY, Code, Search, shanghai
from api.shapes.task import TaskDetail
from api.shapes.task_work import MOST_AT_ONCE, BulkIn
from records.people import Person

# Before the pages of single tasks: these paths are no keys.
router = APIRouter(include_in_schema=False, prefix="/tasks")
