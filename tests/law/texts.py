"""Texts of laws made up for tests: built like the real ones, with other words."""

from law.articles import ARTICLES
from law.numerals import chinese_numeral


def invented_regulation() -> str:
    """Markdown with the articles, paragraphs and items of the regulation, all words invented."""
    lines = ["# 某某条例", "", "某年某月某日 发布", ""]
    for number, entry in ARTICLES.items():
        if number in (1, 17, 34):
            lines += [f"## 第{chinese_numeral((1, 17, 34).index(number) + 1)}章 某章", ""]
        for index, items in enumerate(entry.items, start=1):
            head = f"第{chinese_numeral(number)}条 " if index == 1 else ""
            lines += [f"{head}{number}之{index}所写{'：' if items else '。'}", ""]
            for item in range(1, items + 1):
                lines += [f"（{chinese_numeral(item)}）{number}之{index}列{item}；", ""]
    return "\n".join(lines)


SOME_CODE = """第一编　总则
第一章　期间
第二百零一条　按照年、月、日计算的，某日不算。
第二百零三条　最后一日是某日的，顺延。
最后一日截止于某时。
"""
