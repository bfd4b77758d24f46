"""The catalogue: every string that people read, in Chinese and in English.

English wording of errors is the docstring of the error class; Chinese is in `errors_zh`.
"""

from api.i18n.accounts_en import TEXTS as ACCOUNTS_EN
from api.i18n.accounts_zh import TEXTS as ACCOUNTS_ZH
from api.i18n.answers_en import TEXTS as ANSWERS_EN
from api.i18n.answers_zh import TEXTS as ANSWERS_ZH
from api.i18n.case_en import TEXTS as CASE_EN
from api.i18n.case_page_en import TEXTS as CASE_PAGE_EN
from api.i18n.case_page_zh import TEXTS as CASE_PAGE_ZH
from api.i18n.case_zh import TEXTS as CASE_ZH
from api.i18n.en import TEXTS as EN
from api.i18n.errors_zh import ERRORS as ERRORS_ZH
from api.i18n.filing_en import TEXTS as FILING_EN
from api.i18n.filing_zh import TEXTS as FILING_ZH
from api.i18n.inbox_en import TEXTS as INBOX_EN
from api.i18n.inbox_zh import TEXTS as INBOX_ZH
from api.i18n.notify_en import TEXTS as NOTIFY_EN
from api.i18n.notify_zh import TEXTS as NOTIFY_ZH
from api.i18n.reports_en import TEXTS as REPORTS_EN
from api.i18n.reports_zh import TEXTS as REPORTS_ZH
from api.i18n.urgent_en import TEXTS as URGENT_EN
from api.i18n.urgent_zh import TEXTS as URGENT_ZH
from api.i18n.window_en import TEXTS as WINDOW_EN
from api.i18n.window_zh import TEXTS as WINDOW_ZH
from api.i18n.work_en import TEXTS as WORK_EN
from api.i18n.work_zh import TEXTS as WORK_ZH
from api.i18n.zh import TEXTS as ZH
from api.language import Language

CATALOGUES: dict[Language, dict[str, str]] = {
    "zh": ZH
    | ACCOUNTS_ZH
    | ANSWERS_ZH
    | CASE_ZH
    | CASE_PAGE_ZH
    | FILING_ZH
    | INBOX_ZH
    | NOTIFY_ZH
    | REPORTS_ZH
    | URGENT_ZH
    | WINDOW_ZH
    | WORK_ZH,
    "en": EN
    | ACCOUNTS_EN
    | ANSWERS_EN
    | CASE_EN
    | CASE_PAGE_EN
    | FILING_EN
    | INBOX_EN
    | NOTIFY_EN
    | REPORTS_EN
    | URGENT_EN
    | WINDOW_EN
    | WORK_EN,
}


def text(language: Language, key: str, **values: object) -> str:
    """The string of this key. Raises KeyError for a key that the catalogue does not have."""
    return CATALOGUES[language][key].format(**values)


def text_or(language: Language, key: str, other: str) -> str:
    """The string of this key, or `other` for codes that the catalogue does not know."""
    return CATALOGUES[language].get(key, other)


def error_text(language: Language, error: Exception) -> str:
    """The message of an error in this language."""
    values = getattr(error, "values", {})
    known = ERRORS_ZH.get(type(error).__name__)
    if language == "zh" and known:
        detail = getattr(error, "detail", "")
        return known.format(**values) + (f"（{detail}）" if detail else "")
    message = str(error)
    return message.format(**values) if values else message
