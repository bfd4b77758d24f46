"""The legal sources that computations cite, under stable ids such as civil_code:203.

An id is `<source>:<article>`, or `<source>` alone where no article is known to us.
Articles of the regulation are checked against law.articles; of the others only the number is kept.
"""

from dataclasses import dataclass
from typing import Literal

from law.articles import cite, cite_in_english
from law.errors import UnknownBasis
from law.numerals import LARGEST_NUMERAL, chinese_numeral

Language = Literal["zh", "en"]

REGULATION = "regulation_2022"


@dataclass(frozen=True)
class Source:
    """A law, rule or configured practice. `name_zh` carries its own book-title marks.

    The note says what of it is not law; it stands at the end of a citation.
    """

    name_zh: str
    name_en: str
    note_zh: str = ""
    note_en: str = ""

    @property
    def title_zh(self) -> str:
        """Its name with the note."""
        return self.name_zh + self.note_zh

    @property
    def title_en(self) -> str:
        """Its English name with the note."""
        return self.name_en + self.note_en


SOURCES: dict[str, Source] = {
    REGULATION: Source("《信访工作条例》", "Regulation on Petition Work"),
    "regulation_2005": Source("《信访条例》（2005年）", "Regulation on Petitions (2005)"),
    "civil_code": Source("《民法典》", "Civil Code"),
    "civil_procedure_law": Source("《民事诉讼法》", "Civil Procedure Law"),
    "administrative_litigation_law": Source("《行政诉讼法》", "Administrative Litigation Law"),
    "peoples_mediation_law": Source("《人民调解法》", "People's Mediation Law"),
    "holidays_regulation": Source("《全国年节及纪念日放假办法》", "Regulation on Public Holidays"),
    "holiday_notice": Source("国务院办公厅节假日安排通知", "yearly holiday notice"),
    "simple_handling_rules": Source(
        "《信访事项简易办理办法》",
        "Rules on Simple Handling",
        "（期限为可配置默认值）",
        " (periods are configurable defaults)",
    ),
    "level_limits_2014": Source(
        "国信发〔2014〕16号（已被取代，期限为可配置默认值）",
        "Document 2014 No. 16 (superseded; periods are configurable defaults)",
    ),
    "local_rule": Source("地方规定（可配置默认值）", "local rule (configurable default)"),
    "office_setting": Source("本单位设定（可配置默认值）", "office setting (configurable default)"),
    "no_roll": Source("按要求不顺延", "not rolled, as asked"),
    "assignment_letter": Source("交办函", "assignment letter"),
}


def cite_basis(basis: str, language: Language = "zh") -> str:
    """What a basis id says to people: civil_code:203 -> 《民法典》第二百零三条.

    Raises:
        UnknownBasis: no such source, or its article is not a number of 1 to 9999.
        UnknownArticle: the regulation has no such article.
    """
    name, _, article = basis.partition(":")
    source = SOURCES.get(name)
    if source is None:
        raise UnknownBasis(basis)
    if name == REGULATION:
        return cite(article) if language == "zh" else cite_in_english(article)
    if not article:
        return source.title_zh if language == "zh" else source.title_en
    if not article.isdigit() or not 1 <= int(article) <= LARGEST_NUMERAL:
        raise UnknownBasis(basis)
    if language == "zh":
        return f"{source.name_zh}第{chinese_numeral(int(article))}条{source.note_zh}"
    return f"{source.name_en}, Article {int(article)}{source.note_en}"
