"""Search over lessons, items and glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.build import edit, small_course
from tutor.course.library import Library, open_course
from tutor.course.search import Document, Index, Where, course_index, term_index


def page(id: str, name: str, text: str = "", hidden: str = "") -> Document:
    return Document(Where.PAGE, id, "lesson", 0, (name,), text, hidden)


def ids(index: Index, query: str) -> list[str]:
    return [hit.id for hit in index.find(query).hits]


def test_everything_of_a_course_is_found(small: Library) -> None:
    index = course_index(small)
    places = {
        (hit.where, hit.id, hit.lesson, hit.page)
        for query in ("neck", "last lines", "what is it", "one sentence", "degrees")
        for hit in index.find(query).hits
        if hit.lesson in ("", "first")
    }
    assert places >= {
        (Where.TERM, "fibular-neck", "", 0),
        (Where.PAGE, "opening", "first", 0),
        (Where.PAGE, "pause", "first", 1),
        (Where.PAGE, "closing", "first", 2),
        (Where.PAGE, ":take-home", "first", 3),
        (Where.ITEM, "first-number", "first", 0),
    }


def test_drafts_are_not_found(small: Library) -> None:
    assert "first-text" not in ids(course_index(small), "type the nerve")


def test_what_answers_a_question_is_searched_and_not_shown(small: Library) -> None:
    index = course_index(small)
    (card,) = (hit for hit in index.find("bone").hits if hit.lesson == "first")
    assert (card.title, card.excerpt) == ("What is it?", "")
    (item,) = (hit for hit in index.find("right angle").hits if hit.lesson == "first")
    assert (item.title, item.excerpt) == ("How many degrees?", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nerve", ["a", "b", "c"]),
        ("NERVE", ["a", "b", "c"]),
        ("the nerve", ["a", "b", "c"]),
        ("nerve deep", ["a", "c"]),  # every word, in any order
        ("fib", ["a", "d"]),  # the beginning of a word
        ("ibular", []),  # not its middle
        ("Müller", ["d"]),
        ("muller", ["d"]),
        ("muller-fibre", ["d"]),
        ("4-", ["b"]),
        ("4", ["b"]),
        ("", []),
        ("...", []),
        ("the", []),
    ],
)
def test_what_a_query_finds(query: str, found: list[str]) -> None:
    index = Index(
        [
            page("a", "Fibular nerve", "It runs deep."),
            page("b", "Nerve", "Grade 4- is not 4."),
            page("c", "Roots", "A nerve that lies deep."),
            page("d", "Müller", "The Mu\u0308ller fibre."),
        ]
    )
    assert sorted(ids(index, query)) == found


def test_the_best_comes_first() -> None:
    index = Index(
        [
            page("words", "Path", "A neck somewhere, and fibular bones."),
            page("phrase", "Path", "Round the fibular neck."),
            page("within", "The old fibular head and neck"),
            page("begins", "Fibular neck pressed"),
            page("exact", "Fibular neck"),
        ]
    )
    assert ids(index, "fibular neck") == ["exact", "begins", "within", "phrase", "words"]


def test_other_names_count_as_names() -> None:
    terms = [
        Document(Where.TERM, "text", "", 0, ("knee",), "The peroneal nerve."),
        Document(Where.TERM, "also", "", 0, ("fibular", "peroneal"), "A nerve."),
    ]
    assert ids(Index(terms), "peroneal") == ["also", "text"]


def test_groups_stand_in_their_order_and_are_cut() -> None:
    documents = [
        Document(where, f"{where}-{n}", "", 0, ("nerve",), "")
        for n in range(3)
        for where in (Where.ITEM, Where.PAGE, Where.TERM)
    ]
    found = Index(documents).find("nerve", most=2)
    assert [hit.id for hit in found.hits] == [
        *("term-0", "term-1"),
        *("page-0", "page-1"),
        *("item-0", "item-1"),
    ]
    assert found.more == 3
    assert [hit.id for hit in found.of(Where.PAGE)] == ["page-0", "page-1"]


def test_the_excerpt_is_the_sentence_with_the_words() -> None:
    index = Index([page("a", "Path", "First the hip.\n- Then the knee, and the neck. Then on.")])
    (hit,) = index.find("neck").hits
    assert hit.excerpt == "Then the knee, and the neck."
    long = Index([page("a", "Path", "neck " + "word " * 100)])
    (hit,) = long.find("neck").hits
    assert len(hit.excerpt) <= 161
    assert hit.excerpt.endswith("word…")


def test_words_close_to_what_nothing_holds(small: Library) -> None:
    index = term_index(small.glossary())
    assert index.find("fibulra").close[:1] == ("fibula",)
    assert index.find("fibulra").hits == ()
    assert index.find("neck fibulra").close[:1] == ("fibula",)
    assert index.find("zzzzzz").close == ()


def test_marks_are_no_words(tmp_path: Path) -> None:
    root = small_course(tmp_path)
    edit(root, "lessons/01-first.yaml", "- a list", "- [L5] *is* **a** [root](term:fibular-head)")
    (hit,) = course_index(open_course(root, None)).find("root").hits
    assert hit.excerpt == "[L5] is a root"


@given(st.text(max_size=60), st.lists(st.text(max_size=40), max_size=5))
def test_any_query_over_any_words(query: str, texts: list[str]) -> None:
    index = Index([page(str(n), text, text) for n, text in enumerate(texts)])
    found = index.find(query)
    assert not (found.hits and found.close)
    for hit in found.hits:
        assert 0 <= int(hit.id) < len(texts)


@given(st.lists(st.sampled_from(["deep", "nerve", "knee", "neck"]), min_size=1, max_size=4))
def test_each_hit_holds_each_word(words: list[str]) -> None:
    texts = ["deep nerve", "nerve of the knee", "neck and knee", "deep in the knee, a nerve"]
    index = Index([page(text, "", text) for text in texts])
    expected = [text for text in texts if all(word in text for word in words)]
    assert sorted(ids(index, " ".join(words))) == sorted(expected)
