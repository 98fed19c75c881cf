"""The rules that look at all items together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.check import make
from tutor.check.rules.common import common_words
from tutor.check.rules.lengths import longest_key_habit
from tutor.check.rules.twins import near_duplicates
from tutor.check.words import stem_of, words
from tutor.course.items import Item

LONGEST = make.single("Common fibular nerve", "Tibial nerve", "Femoral nerve")
MIDDLE = make.single("Common fibular nerve", "Tibial nerve at the ankle", "Femoral nerve")


def test_keys_that_are_longest_too_often_are_a_habit() -> None:
    said = longest_key_habit([LONGEST] * 14 + [MIDDLE] * 6)
    assert said is not None
    assert "14 of 20" in said
    assert "about 7" in said


def test_chance_is_no_habit() -> None:
    # 12 of 20 where 6.7 are expected lies just above what chance allows, 11 just below.
    assert longest_key_habit([LONGEST] * 12 + [MIDDLE] * 8)
    assert longest_key_habit([LONGEST] * 11 + [MIDDLE] * 9) is None


def test_few_items_show_no_habit() -> None:
    assert longest_key_habit([LONGEST] * 19 + [make.text()] * 40) is None


def test_a_key_as_long_as_another_option_is_not_the_longest() -> None:
    level = make.single("Tibial", "Soleus", "Toe")
    assert longest_key_habit([level] * 40) is None


def asked(stem: str, family: str | None = None) -> Item:
    return make.text(stem=stem, family=family)


VIGNETTE = "A man of {} wore a cast below the knee for six weeks and cannot lift his foot. Name it."


def test_nearly_the_same_stem_is_found() -> None:
    items = [asked(VIGNETTE.format(40)), asked("What is this?"), asked(VIGNETTE.format(62))]
    assert near_duplicates(items) == [(2, 0)]


def test_siblings_are_alike_on_purpose() -> None:
    items = [asked(VIGNETTE.format(40), "cast"), asked(VIGNETTE.format(62), "cast")]
    assert near_duplicates(items) == []
    assert near_duplicates([items[0], replace(items[1], family="other")]) == [(1, 0)]


def test_short_questions_on_different_things_are_not_duplicates() -> None:
    items = [
        asked("Type the nerve that works tibialis anterior."),
        asked("Type the nerve that works fibularis longus."),
    ]
    assert near_duplicates(items) == []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=8), max_size=25))
def test_looking_up_rare_words_finds_what_comparing_all_pairs_finds(stems: list[list[str]]) -> None:
    items = [asked(" ".join(stem)) for stem in stems]
    bags = [set(stem) for stem in stems]
    alike = {
        later
        for later, bag in enumerate(bags)
        for earlier in bags[:later]
        if bag and 5 * len(bag & earlier) >= 4 * len(bag | earlier)
    }
    pairs = near_duplicates(items)
    assert {later for later, _ in pairs} == alike
    assert all(earlier < later for later, earlier in pairs)


def test_common_words_are_those_of_many_stems() -> None:
    items = [asked("The ankles moved.")] * 4 + [asked("A squatting farmer.")] * 3
    assert common_words(items) == {"the", "ankle", "moved"}
    # Four stems of 200 are a small share.
    assert "ankle" not in common_words(items + [asked("Something.")] * 200)


@given(st.text())
def test_words_of_any_text(text: str) -> None:
    assert all(word and stem_of(word) for word in words(text))
