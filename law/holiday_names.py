"""Names of the holidays: one Chinese word for each, and its English."""

ENGLISH: dict[str, str] = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Qingming Festival",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}


def one_name(text: str) -> str:
    """The one word for a holiday, whatever a source calls it: 农历除夕（补假） -> 春节.

    Two holidays on one day are named both (中秋节、国庆节); an unknown name stays as it is.
    """
    names = [_canonical(part) for part in text.replace("; ", "、").split("、")]
    return "、".join(dict.fromkeys(names))


def in_english(name: str) -> str:
    """The English of a name made by `one_name`; an unknown name stays as it is."""
    return " and ".join(ENGLISH.get(part, part) for part in name.split("、"))


def _canonical(name: str) -> str:
    if "除夕" in name:
        return "春节"
    return next((known for known in ENGLISH if name.startswith(known.removesuffix("节"))), name)
