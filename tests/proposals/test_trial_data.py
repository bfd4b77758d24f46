"""Trials on data that lies beside the repository and is never part of it; skipped without it.

Some rows of the lists of words are messages that are there whole: their words, in their order.
These give texts that people really wrote, with their classes, and what people write between words.
"""

import random
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest

from proposals.classes.classifier import Classifier
from proposals.classes.samples import Sample, SampleSet, sample_set, samples_of
from proposals.classes.scores import Scores, scores_of
from proposals.classes.training import train
from proposals.likeness.pairs import Sent, find_pairs, sent_rows
from proposals.table import Row, read_table
from tests.proposals.letters import trial_data

FIFTH, FARTHEST = 5, 40
DAY = date(2026, 3, 2)
LONG = 10


@dataclass(frozen=True)
class Found:
    """A list of words and the message that has them all; what stands between them there."""

    words: str
    message: str
    between: tuple[str, ...]


def messages() -> list[str]:
    rows = read_table(trial_data("messages.csv.gz"), "subject", "text")
    return [f"{row.values['subject']}\n{row.values['text']}" for row in rows]


@cache
def lists_of_words() -> tuple[Sample, ...]:
    return tuple(samples_of(read_table(trial_data("labelled_tokens.csv.gz"), "level1", "tokens")))


def between(words: list[str], message: str) -> tuple[str, ...] | None:
    """What the message has after each word, if it has all of them in order."""
    found, place = list[str](), 0
    for number, word in enumerate(words):
        at = message.find(word, place)
        if at < 0 or (number and at - place > FARTHEST):
            return None
        if number:
            found.append(message[place:at])
        place = at + len(word)
    return tuple(found)


@cache
def whole_ones() -> tuple[Found, ...]:
    folded = [unicodedata.normalize("NFKC", one).lower() for one in messages()]
    having = defaultdict[str, set[int]](set)
    for number, one in enumerate(folded):
        for at in range(len(one) - 3):
            having[one[at : at + 4]].add(number)
    found = []
    for sample in lists_of_words():
        words = unicodedata.normalize("NFKC", sample.text).lower().split()
        votes = Counter(number for word in words for number in having.get(word[:4], ()))
        for number, _ in votes.most_common(3):
            if len(words) >= LONG and (gaps := between(words, folded[number])) is not None:
                found.append(Found(sample.text, folded[number], gaps))
                break
    return tuple(found)


def told(name: str, scores: Scores, capsys: pytest.CaptureFixture[str]) -> None:
    by_class = ", ".join(f"{one} {score.f1:.3f}" for one, score in scores.by_class.items())
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: macro F1 {scores.macro_f1:.4f} ({by_class})\n")


def tried(classifier: Classifier, texts: list[Sample]) -> Scores:
    classes = list(classifier.classes)
    margins = []
    for one in texts:
        answers = {p.level1: p.score for p in classifier.propose(one.text, len(classes))}
        margins.append([answers.get(name, 0.0) for name in classes])
    return scores_of(classes, [classes.index(one.level1) for one in texts], margins)


def parted(learned: SampleSet, apart: set[str]) -> tuple[SampleSet, list[Sample]]:
    """Learn from the first, try on the second: a fifth of the groups, and none of `apart`."""
    groups = sorted(set(learned.groups))
    random.Random(11).shuffle(groups)
    known = {g for s, g in zip(learned.samples, learned.groups, strict=True) if s.text in apart}
    held_out = set(groups[: len(groups) // FIFTH]) - known
    pairs = list(zip(learned.samples, learned.groups, strict=True))
    kept = [(sample, group) for sample, group in pairs if group not in held_out | known]
    return (
        replace(
            learned, samples=tuple(s for s, _ in kept), groups=tuple(group for _, group in kept)
        ),
        [sample for sample, group in pairs if group in held_out],
    )


def test_held_out_texts_as_people_write_them_get_their_class(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Words held out, with between them what people really wrote between such words."""
    learned, held_out = parted(
        sample_set(lists_of_words()), {found.words for found in whole_ones()}
    )
    gaps = [gap for found in whole_ones() for gap in found.between]
    chance = random.Random(5)
    written = [
        Sample("".join(word + chance.choice(gaps) for word in one.text.split()), one.level1)
        for one in held_out
    ]
    classifier = train(learned, on=DAY).classifier
    scores = tried(classifier, written)
    told(f"{len(written)} held-out texts, as written", scores, capsys)
    assert scores.macro_f1 >= 0.9


def test_whole_messages_get_the_class_that_their_words_get(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So a whole sentence costs nothing against the words cut out of it."""
    whole = whole_ones()
    classes = {one.text: one.level1 for one in lists_of_words()}
    learned, _ = parted(sample_set(lists_of_words()), {found.words for found in whole})
    classifier = train(learned, on=DAY).classifier
    as_whole = tried(classifier, [Sample(one.message, classes[one.words]) for one in whole])
    as_words = tried(classifier, [Sample(one.words, classes[one.words]) for one in whole])
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(whole)} messages: right {as_whole.accuracy:.3f}, "
            f"their words alone {as_words.accuracy:.3f}\n"
        )
    assert as_whole.accuracy >= as_words.accuracy - 0.05


def changed(text: str, chance: random.Random) -> str:
    """The text as somebody else sends it: greeting, masked numbers, other marks, some slips."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 60)):
        letters[chance.randrange(len(letters))] = chance.choice(text)
    masked = "".join("*" if one.isdigit() else one for one in letters)
    return "尊敬的领导您好！" + masked.replace("，", " ").replace("。", "\n")


def test_changed_copies_of_messages_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(5)
    rows = read_table(trial_data("messages.csv.gz"), "text", "sent_at")
    ours = sent_rows(
        [Row(r.line, r.values | {"id": str(n), "person": f"p{n}"}) for n, r in enumerate(rows)]
    )
    copies = [Sent(f"c{one.id}", "copy", one.at, changed(one.text, chance)) for one in ours]
    found = {
        (pair.later.id, pair.earlier.id)
        for several in find_pairs([*ours, *copies], same_person_at_least=1)
        for pair in several
    }
    recall = sum((one.id, one.id[1:]) in found for one in copies) / len(copies)
    with capsys.disabled():
        sys.stdout.write(f"\nof {len(copies)} changed copies found: {recall:.4f}\n")
    assert recall > 0.98
