"""Short typed answers, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import NO_WORDS, asked_again, glossary, graded, item, text
from tutor.course.items import Accepted, Rejected, Text
from tutor.course.model import Term
from tutor.quiz.grade import AskAgain, Grade, Verdict
from tutor.quiz.graders import ResponseError, Words, grade
from tutor.quiz.graders.distance import distance
from tutor.quiz.words import headline
from tutor.text import tokens

CONFUSABLE = [
    ("abduction", "adduction"),
    ("abductor", "adductor"),
    ("afferent", "efferent"),
    ("ilium", "ileum"),
    ("medial", "median"),
    ("peroneal", "perineal"),
    ("tibia", "tibial"),
    ("fibula", "fibular"),
    ("denervation", "innervation"),
    ("hypertonia", "hypotonia"),
    ("popliteal", "popliteus"),
]
# "peroneal" is no word of the list, because it is the same as "fibular".
ANATOMY = sorted(
    {word for pair in CONFUSABLE for word in pair if word != "peroneal"}
    | set((Path(__file__).parent / "anatomy-words.txt").read_text("utf-8").split())
)
ANATOMY_WORDS = glossary(*ANATOMY)
MISSPELT = [
    ("gastrocnemeus", "gastrocnemius"),
    ("tibalis", "tibialis"),
    ("dorsiflexsion", "dorsiflexion"),
    ("peronel", "peroneal"),
    ("fibluar", "fibular"),
    ("orthosys", "orthosis"),
    ("axontomesis", "axonotmesis"),
    ("neuropraxia", "neurapraxia"),
    ("paresthesia", "paraesthesia"),
]
NERVES = glossary(
    ("common fibular nerve", "fibular nerve"),
    "deep fibular nerve",
    "superficial fibular nerve",
    ("ankle foot orthosis", "AFO"),
    ("neck of the fibula", "fibular neck"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The  Tibialis-Anterior.", ("tibialis", "anterior")),
        ("ＬＥＦＴ", ("left",)),
        ("Ménière", ("meniere",)),
        ("4-", ("4-",)),
        ("4\u2212", ("4-",)),
        ("4-/5", ("4-", "5")),
        ("3+", ("3+",)),
        ("4/5", ("4", "5")),
        ("L4-L5", ("l4", "l5")),
        ("3-5", ("3", "5")),
        ("Babinski's sign", ("babinski", "s", "sign")),
        ("dorsi\u00adflexion", ("dorsiflexion",)),
        ("an AFO", ("afo",)),
        ("nerve of the leg", ("nerve", "of", "the", "leg")),
        ("?!…", ()),
        ("the", ()),
    ],
)
def test_normalising(typed: str, expected: tuple[str, ...]) -> None:
    assert tokens(typed) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", 0),
        ("ab", "ba", 1),
        ("abc", "ca", 3),  # no letter is edited twice: this is what sets OSA apart
        ("kitten", "sitting", 3),
        ("abduction", "adduction", 1),
        ("axontomesis", "axonotmesis", 1),
    ],
)
def test_distance(a: str, b: str, expected: int) -> None:
    assert distance(a, b, 9) == distance(b, a, 9) == expected


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(0, 3))
def test_a_limit_never_changes_a_distance_within_it(a: str, b: str, most: int) -> None:
    assert distance(a, b, most) == min(distance(a, b, 20), most + 1)


# Before the steps: empty and long


@pytest.mark.parametrize("typed", ["", "   ", "?", "...", "the", "\u200b"])
def test_nothing_typed_is_asked_for_again_and_never_counts(typed: str) -> None:
    for asked in (0, 3):
        assert not asked_again(text("L5"), typed, asked=asked).counts


def test_only_optional_words_are_nothing_yet() -> None:
    asked_again(text("deep fibular nerve", optional=("nerve",)), "nerve")


def test_longer_than_200_characters_is_wrong() -> None:
    fits, over = "x" * 200, "x" * 201
    assert graded(text(fits), fits).right
    assert not graded(text(over), over).right


def test_a_pasted_page_is_wrong_at_once() -> None:
    for page in ("L5 " * 40_000, "a" + "\u0301\u0323" * 50_000, "." * 100_000):
        assert graded(text("L5"), page).verdict is Verdict.WRONG


# Step 1: accepted


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("  the DEEP fibular nerve. ", "deep fibular nerve"),
        ("deep peroneal nerve", "deep fibular nerve"),
        ("common peroneal nerve", "fibular nerve"),
        ("peroneus longus", "fibularis longus"),
        ("paresthesia", "paraesthesia"),
        ("paraesthesia", "paresthesia"),
        ("edema", "oedema"),
        ("ischemia", "ischaemia"),
        ("muscle fibers", "muscle fibre"),
        ("evertor", "evertors"),
        ("phalanges", "phalanx"),
        ("feet", "foot"),
        ("malleoli", "malleolus"),
        ("AFO", "ankle-foot orthosis"),
        ("ankle foot orthoses", "AFO"),
        ("AFOs", "ankle foot orthosis"),
        ("fibular neck", "neck of the fibula"),
        ("hinged AFO", "hinged ankle foot orthosis"),
        ("4-", "4-"),
    ],
)
def test_accepted_answers_and_their_synonyms_are_exact(typed: str, accepted: str) -> None:
    assert graded(text(accepted), typed, NERVES) == Grade(1.0, Verdict.RIGHT)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [("4", "4-"), ("4-", "4"), ("4+", "4-"), ("ilia", "ileum"), ("tibiali", "tibia")],
)
def test_these_are_not_the_same(typed: str, accepted: str) -> None:
    assert not graded(text(accepted), typed).right


def test_optional_words_may_be_left_out_or_typed() -> None:
    one = text("deep fibular", optional=("nerve",))
    assert graded(one, "deep fibular nerve").right
    other = text("deep fibular nerve", optional=("nerve",))
    assert graded(other, "deep peroneal").right
    assert graded(other, "deep fibular nerves").right


def test_an_article_may_be_optional_in_the_middle_of_an_answer() -> None:
    assert graded(text("head of fibula", optional=("the",)), "head of the fibula").right


def test_a_side_is_never_optional() -> None:
    assert not graded(text("leg", optional=("left",)), "left leg").right


def test_an_answer_may_carry_credit() -> None:
    one = text("deep fibular nerve", Accepted("anterior tibial nerve", 0.5, "An old name."))
    assert graded(one, "anterior tibial nerve") == Grade(0.5, Verdict.PARTLY, "An old name.")
    assert graded(one, "deep fibular nerve").right


def test_the_best_credit_counts_when_two_answers_fit_alike() -> None:
    one = text(Accepted("evertor", 0.5), Accepted("evertor", 1.0))
    assert graded(one, "evertor").score == 1


# Step 2: rejected


def test_a_rejected_answer_gets_its_own_feedback() -> None:
    one = text("deep fibular nerve", reject=("superficial fibular nerve",), why="It turns out.")
    for typed in ("superficial fibular nerve", "the superficial peroneal nerve"):
        assert graded(one, typed, NERVES) == Grade(0.0, Verdict.WRONG, "It turns out.")


def test_accepted_wins_over_rejected_when_both_are_written() -> None:
    assert graded(text("AFO", reject=("AFO",)), "AFO", NERVES).right


def test_what_the_author_writes_wins_over_what_the_glossary_makes_of_it() -> None:
    one = text("AFO", reject=("ankle foot orthosis",))
    assert graded(one, "ankle foot orthosis", NERVES).note == "That is another."
    newer = text("fibular nerve", reject=("peroneal nerve",))
    assert not graded(newer, "peroneal nerve", NERVES).right
    half = text("ankle foot orthosis", Accepted("AFO", 0.5, "Say it whole."))
    assert graded(half, "AFO", NERVES) == Grade(0.5, Verdict.PARTLY, "Say it whole.")


def test_the_nearest_of_two_rejected_answers_speaks() -> None:
    one = item(
        "typed", Text((Accepted("heel"),), (Rejected("toes", "All."), Rejected("toe", "One.")))
    )
    assert graded(one, "toe").note == "One."
    assert graded(one, "toes").note == "All."


# Step 3: a real word is never a typo


def test_none_of_all_pairs_of_terms_is_accepted_for_another() -> None:
    assert len(ANATOMY) >= 102
    items = {word: text(word) for word in ANATOMY}
    accepted = [
        (typed, key)
        for key, one in items.items()
        for typed in ANATOMY
        if typed != key and graded(one, typed, ANATOMY_WORDS).score > 0
    ]
    assert accepted == []


@pytest.mark.parametrize(("key", "typed"), CONFUSABLE + [(b, a) for a, b in CONFUSABLE])
def test_confusable_words_are_wrong_and_not_asked_again(key: str, typed: str) -> None:
    words = glossary("peroneal", *ANATOMY)
    assert graded(text(key), typed, words).verdict is Verdict.WRONG
    assert graded(text(f"hip {key}"), f"hip {typed}", words).verdict is Verdict.WRONG
    plural = typed if typed.endswith("s") else f"{typed}s"
    assert graded(text(key), plural, words).verdict is Verdict.WRONG


def test_the_glossary_is_what_tells_them_apart() -> None:
    assert graded(text("abduction"), "adduction", NO_WORDS).right


def test_a_term_without_its_optional_word_is_still_a_term() -> None:
    words = glossary("tibial nerve", "tibialis nerve")
    one = text("tibialis nerve", optional=("nerve",))
    assert graded(one, "tibial", words).verdict is Verdict.WRONG


# Step 4: the number of words


@pytest.mark.parametrize("typed", ["not L5", "L5 or S1", "L5 root"])
def test_extra_words_are_wrong(typed: str) -> None:
    assert graded(text("L5"), typed).verdict is Verdict.WRONG


def test_missing_words_are_wrong() -> None:
    assert not graded(text("deep fibular nerve"), "fibular nerve").right


# Step 5: slips


@pytest.mark.parametrize(("typed", "key"), MISSPELT)
def test_usual_misspellings_are_accepted(typed: str, key: str) -> None:
    words = glossary("peroneal", *ANATOMY)
    result = graded(text(key), typed, words)
    assert result.right
    assert typed == "paresthesia" or result.brief == f"check the spelling: {key}"


@pytest.mark.parametrize(
    ("typed", "key", "fits"),
    [
        ("tos", "toe", False),  # to 4 letters: none
        ("foof", "foot", False),
        ("nerev", "nerve", True),  # 5 to 8: one
        ("nrevr", "nerve", False),
        ("tibalsi", "tibialis", False),
        ("abudctoin", "abduction", True),
        ("gastrocnemus", "gastrocnemius", True),  # from 9: two
        ("gastrocnmeus", "gastrocnemius", True),
        ("gstrocnmeus", "gastrocnemius", False),
        ("bistrocnemius", "gastrocnemius", False),
        ("aerve", "nerve", False),  # the first letter must be right
        ("L4", "L5", False),  # digits are never slips
        ("S12345", "S12346", False),
    ],
)
def test_limits_by_length(typed: str, key: str, fits: bool) -> None:
    assert graded(text(key), typed).right is fits


def test_a_word_of_a_term_is_no_slip_within_a_phrase() -> None:
    words = glossary("tibial nerve", "tibialis anterior")
    assert not graded(text("tibialis anterior"), "tibial anterior", words).right


def test_a_word_of_a_rejected_answer_is_no_slip() -> None:
    assert not graded(text("hip abduction", reject=("adduction",)), "hip adduction").right


def test_a_slip_in_an_optional_word_is_a_slip() -> None:
    one = text("deep fibular nerve", optional=("nerve",))
    assert graded(one, "deep fibular nrve").right
    two = text("deep fibular nerve root", optional=("nerve", "root"))
    assert graded(two, "deep fibular nrve root").right


# Step 6: as near to another term


def test_a_slip_as_near_to_another_term_is_asked_once_more_then_wrong() -> None:
    one = text("abduction")
    assert asked_again(one, "aduction", ANATOMY_WORDS).counts
    assert graded(one, "aduction", ANATOMY_WORDS, asked=1).verdict is Verdict.WRONG
    assert graded(one, "abductioon", ANATOMY_WORDS, asked=1).right


def test_the_question_back_does_not_give_the_answer_away() -> None:
    assert "abduction" not in asked_again(text("abduction"), "aduction", ANATOMY_WORDS).question


def test_a_term_that_is_accepted_too_raises_no_doubt() -> None:
    assert graded(text("abduction", "adduction"), "aduction", ANATOMY_WORDS).right


# Step 7: the right spelling


def test_the_right_spelling_is_shown_as_the_author_wrote_it() -> None:
    one = text("Tibialis anterior")
    assert (
        headline(graded(one, "tibialis antrior")) == "Right. Check the spelling: Tibialis anterior."
    )


def test_the_right_spelling_is_that_of_the_synonym_typed() -> None:
    one = text("common fibular nerve")
    assert graded(one, "common peronel nerve").brief == "check the spelling: common peroneal nerve"


def test_the_right_spelling_keeps_the_words_that_may_be_left_out() -> None:
    one = text("deep branch of the common fibular nerve", optional=("nerve", "branch"))
    assert graded(one, "deep of the common peronel").brief == (
        "check the spelling: deep branch of the common peroneal nerve"
    )


def test_a_slip_in_an_answer_with_credit_keeps_both_notes() -> None:
    one = text(Accepted("anterior tibial nerve", 0.5, "An old name."))
    result = graded(one, "anterior tibiall nerve")
    assert result.score == 0.5
    assert result.note == "An old name. Check the spelling: anterior tibial nerve."


# All of it


def test_dont_know_needs_no_glossary() -> None:
    def fail() -> dict[str, Term]:
        raise AssertionError

    assert grade(text("L5"), None, Words(fail)).score == 0  # type: ignore[union-attr]


def test_the_glossary_is_read_once_and_only_when_needed() -> None:
    reads: list[int] = []

    def load() -> dict[str, Term]:
        reads.append(1)
        return {"l5": Term("l5", "L5", "...")}

    words = Words(load)
    assert reads == []
    graded(text("S1"), "L5", words)
    graded(text("S1"), "S2", words)
    assert reads == [1]


def test_a_synonym_that_holds_its_term_is_put_in_once() -> None:
    words = glossary(("dorsiflexion", "ankle dorsiflexion"))
    one = text("weak dorsiflexion")
    assert graded(one, "weak ankle dorsiflexion", words).right
    assert not graded(one, "weak ankle ankle dorsiflexion", words).right


def test_two_terms_in_one_answer_are_both_replaced() -> None:
    words = glossary(("AFO", "ankle foot orthosis"), ("FES", "functional electrical stimulation"))
    one = text("AFO or FES")
    assert graded(one, "ankle foot orthosis or functional electrical stimulation", words).right


def test_many_synonyms_of_many_terms_end() -> None:
    words = glossary(*((f"term{n}", *(f"name{n} {m}" for m in range(30))) for n in range(8)))
    one = text(" ".join(f"term{n}" for n in range(8)))
    assert graded(one, " ".join(f"term{n}" for n in range(8)), words).right


@pytest.mark.parametrize("response", [{}, {"text": None}, {"text": 4}, {"option": "a"}, ["L5"]])
def test_wrong_shapes(response: object) -> None:
    with pytest.raises(ResponseError):
        grade(text("L5"), response, NO_WORDS)  # type: ignore[arg-type]


@given(st.text(max_size=300), st.integers(0, 2))
def test_whatever_is_typed_is_graded_or_asked_again(typed: str, asked: int) -> None:
    one = text("deep fibular nerve", "L5", "4-", optional=("nerve",))
    result = grade(one, {"text": typed}, NERVES, asked)
    assert isinstance(result, AskAgain) or result.score in (0.0, 1.0)


@given(st.text(min_size=1, max_size=40))
def test_an_accepted_answer_typed_as_written_is_right(answer: str) -> None:
    result = grade(text(answer), {"text": answer}, NERVES)
    assert isinstance(result, AskAgain) is (not tokens(answer))
    assert isinstance(result, AskAgain) or result.right
