"""Made-up CSV files of petitions."""

import csv
import io
from pathlib import Path

HEADER = ["message_id", "user_id", "subject", "sent_at", "text"]
CHINESE_HEADER = ["编号", "姓名", "主题", "信访日期", "内容"]
ROWS = [
    ["m1", "甲某", "电梯停运", "2019-03-01T08:00:00", "三号楼电梯停运，\n请督促维修。"],
    ["m2", "乙某", "路灯不亮", "2019-03-02", '一号路"北段"路灯不亮。'],
    ["m3", "丙某", "", "2019-03-03", "校车停运，孩子上学不便。"],
]
GOOD = ["m9", "丁某", "主题", "2019-03-01", "内容"]


def text_of(rows: list[list[str]], header: list[str] | None = None) -> str:
    """The rows as CSV text."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([header or HEADER, *rows])
    return file.getvalue()


def write_csv(folder: Path, rows: list[list[str]], name: str = "letters.csv") -> Path:
    """The rows as a UTF-8 file."""
    path = folder / name
    path.write_text(text_of(rows), encoding="utf-8", newline="")
    return path


def generated(number: int) -> list[list[str]]:
    """Rows that all differ."""
    return [
        [
            f"g{n}",
            f"某{n % 700}",
            f"第{n}件的主题",
            "2019-03-01T08:00:00",
            f"第{n}件：" + "请处理。" * 50,
        ]
        for n in range(number)
    ]
