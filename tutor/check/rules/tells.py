"""Rule 7: the right option must not give itself away by its look."""

from __future__ import annotations

import re
from statistics import fmean
from typing import TYPE_CHECKING

from tutor.check.flaw import Flaw, fault
from tutor.check.words import EVERYDAY, stem_of, words
from tutor.course.items import Emq, Item, Match, Multi, Single

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_TOO_LONG = 1.5  # times the mean of the wrong options
_SLACK = 4  # characters: "tibialis" against "soleus" is a name, not a giveaway
_READ = 500  # characters of an option; what is longer was pasted, and patterns take their time
_RARE_LETTERS = 5  # shorter words are too common to be a cue

_QUALIFIER = re.compile(
    r"\b(?:partly|partially|mainly|mostly|largely|possibly|probably|perhaps|at least|at most"
    r"|especially|if|unless|in part|to some extent|more or less)\b|\([^)]*\w[^)]*\)",
    re.I,
)


def longest_key(item: Item) -> Iterator[Flaw]:
    """Rule 7. Authors polish what is right; learners choose the longest and score.

    With several right options their mean length is compared with that of the wrong ones.
    """
    if not isinstance(item.body, Single | Multi):
        return
    options = item.body.options
    right = [len(one.text.strip()) for one in options if one.right]
    wrong = [len(one.text.strip()) for one in options if not one.right]
    if not right or not wrong:
        return
    ours, theirs = fmean(right), fmean(wrong)
    if ours <= max(_TOO_LONG * theirs, theirs + _SLACK):
        return
    if isinstance(item.body, Single) and ours <= max(wrong):
        return
    index = next(index for index, one in enumerate(options) if one.right)
    what = "the right option is" if len(right) == 1 else "the right options are"
    yield fault(
        ("options", index, "text"),
        f"{what} {ours / theirs:.1f} times as long as the wrong ones",
        "shorten it, or make the others as exact",
    )


def lone_qualifier(item: Item) -> Iterator[Flaw]:
    """Rule 7. "Mainly", "if ..." or a bracket in one option alone marks the careful, right one."""
    if not isinstance(item.body, Single):
        return
    found = [
        (index, option, match.group())
        for index, option in enumerate(item.body.options)
        if (match := _QUALIFIER.search(option.text[:_READ]))
    ]
    if len(found) == 1 and found[0][1].right:
        index, _, words_of_it = found[0]
        yield fault(
            ("options", index, "text"),
            f'only the right option is qualified ("{words_of_it}")',
            "leave it out, or qualify another option as well",
        )


def shared_rare_word(item: Item, common: Container[str]) -> Iterator[Flaw]:
    """Rule 7. A rare word of the stem that comes back in the right option alone answers for it.

    `common` holds the words (as `stem_of` gives them) that much of the course uses. A word that
    a wrong option repeats as well is no cue.
    """
    match item.body:
        case Single(options):
            texts = [(one.text, one.right) for one in options]
            yield from _echo(item.stem, texts, "options", common)
        case Emq(options=options, stems=asked):
            for one in asked:
                texts = [(option.text, option.id == one.answer) for option in options]
                yield from _echo(one.text, texts, "options", common)
        case Match(left=asked, right=right):
            for one in asked:
                texts = [(option.text, option.id == one.answer) for option in right]
                yield from _echo(one.text, texts, "right", common)


def _echo(
    stem: str, options: Sequence[tuple[str, bool]], key: str, common: Container[str]
) -> Iterator[Flaw]:
    """`options` are texts, and whether each is right; they stand under `key`."""
    asked = {word for word in map(stem_of, words(stem)) if is_rare(word, common)}
    # Word by word: "nerve" in every option hides no other word that only the right one repeats.
    harmless = {stem_of(word) for text, right in options if not right for word in words(text)}
    telling = asked - harmless
    for index, (text, right) in enumerate(options):
        echo = next((word for word in words(text) if stem_of(word) in telling), None)
        if right and echo:
            yield fault(
                (key, index, "text"),
                f'"{echo}" stands in the stem and, of the options, only in the right one',
                "use another word in one of the two",
                echo,
            )


def is_rare(word: str, common: Container[str]) -> bool:
    """Whether a learner would notice the word coming back."""
    return len(word) >= _RARE_LETTERS and word not in EVERYDAY and word not in common
