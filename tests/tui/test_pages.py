"""What each page says, at the widths of the four sizes it is made for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from rich.cells import cell_len

from tests.conftest import START, MakeDesk
from tutor.course.citing import names_of
from tutor.course.items import Item, Multi, Option, Single
from tutor.course.items.case import stage_items
from tutor.course.library import Library
from tutor.course.model import RecallCard, Screen
from tutor.quiz.feedback import feedback
from tutor.quiz.grade import Grade
from tutor.quiz.graders import Words, grade
from tutor.quiz.result import read_again, result
from tutor.quiz.session import Session
from tutor.quiz.shuffle import shown_order
from tutor.quiz.stem import told_and_asked
from tutor.store.model import Score, SessionRow
from tutor.study.plan import CourseMap, course_map
from tutor.study.sitting import Sitting
from tutor.tui.asking import form_of
from tutor.tui.lines import Late, Line
from tutor.tui.pages.feedback import feedback_lines
from tutor.tui.pages.history import history_lines, quiz_lines
from tutor.tui.pages.home import left_open_lines, map_lines, narrow_next, next_lines
from tutor.tui.pages.lesson import (
    figure_lines,
    recall_lines,
    screen_lines,
    take_home_lines,
)
from tutor.tui.pages.prose import prose
from tutor.tui.pages.question import Question, Rows, question_lines
from tutor.tui.pages.result import ResultPage, day_words, duration, result_lines

WIDTHS = (36, 56, 76, 116)
TODAY = START.date()


def made(lines: Sequence[Line | Late]) -> list[Line]:
    return [line.make() if isinstance(line, Late) else line for line in lines]


def words(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())


def plain_words(text: str, width: int) -> list[str]:
    return words(prose(text, width)).split()


def check_width(lines: Sequence[Line], width: int) -> None:
    for line in lines:
        assert cell_len(line.text) <= width, line.text


def in_order(part: list[str], whole: list[str]) -> bool:
    """The words of `part` stand in `whole` in this order, perhaps with others between."""
    rest = iter(whole)
    return all(word in rest for word in part)


@pytest.fixture(scope="module")
def items(shipped: Library, small: Library) -> list[Item]:
    """All questions of the courses; of a case those of its stages."""
    return [
        one
        for library in (shipped, small)
        for entry in library.lessons
        if (quiz := library.quiz(entry.id)) is not None
        for item in quiz.items
        for one in (stage_items(item) or (item,))
    ]


def options_of(item: Item) -> tuple[Option, ...]:
    if not isinstance(item.body, Single | Multi):
        return ()
    by_id = {option.id: option for option in item.body.options}
    return tuple(by_id[id] for id in shown_order(item, 7))


def rows_of(item: Item) -> Rows:
    return form_of(item, 7).rows


def test_options_and_the_asked_line_are_always_whole(items: list[Item]) -> None:
    for item, (width, height) in product(items, ((36, 8), (56, 15), (76, 19), (84, 35))):
        options = options_of(item)
        question = Question(item.stem, rows=rows_of(item), hints=item.hints)
        lines = question_lines(question, width, height)
        check_width(lines, width)
        shown = words(lines).split()
        _, asked = told_and_asked(item.stem)
        assert in_order(plain_words(asked, width), shown), item.id
        targets = list(dict.fromkeys(line.target for line in lines if line.target))
        if options:
            assert targets == [option.id for option in options]
        for option in options:
            mine = [line for line in lines if line.target == option.id]
            assert in_order(plain_words(option.text, width), words(mine).split()), option.id


def test_a_question_fits_where_its_vignette_can_be_shown_in_parts(items: list[Item]) -> None:
    parted = 0
    for item, (width, height) in product(items, ((36, 8), (56, 15), (76, 19))):
        question = Question(item.stem, rows=rows_of(item))
        told, _ = told_and_asked(item.stem)
        vignette = prose(told, width) if told else []
        bare = Question(told_and_asked(item.stem)[1], rows=question.rows)
        rest = len(question_lines(bare, width, 0))
        lines = question_lines(question, width, height)
        if height - rest - 1 >= 2 or rest + len(vignette) <= height:
            assert len(lines) <= height, (item.id, width, height)
        if vignette and len(lines) <= height < rest + len(vignette):
            parted += 1
            seen: set[str] = set()
            for part in range(len(vignette)):
                seen |= {line.text for line in question_lines(question, width, height, part=part)}
            assert {line.text for line in vignette} <= seen, item.id
    assert parted, "no question was long enough to be parted"


def test_hints_and_what_is_asked_again_are_shown(items: list[Item]) -> None:
    item = next(item for item in items if item.hints)
    question = Question(item.stem, options_of(item), hints=item.hints, asked_again="In which unit?")
    shown = words(question_lines(question, 76, 40))
    assert "In which unit?" in shown
    for hint in item.hints:
        assert in_order(plain_words(hint, 76), shown.split())


def test_ticked_options_are_marked(items: list[Item]) -> None:
    item = next(item for item in items if item.type == "multi")
    form = form_of(item, 7)
    second = options_of(item)[1]
    form.space(second.id)
    boxes = [line.text for line in form.rows(76, spaced=True) if line.target]
    assert sum("[x]" in text for text in boxes) == 1
    assert "[x]" in next(text for text in boxes if second.text.split()[0] in text)


def responses(item: Item) -> list[dict[str, object] | None]:
    """One answer of every kind: each option, all of them, none, something typed."""
    if isinstance(item.body, Single):
        return [None, *({"option": option.id} for option in item.body.options)]
    if isinstance(item.body, Multi):
        ids = [option.id for option in item.body.options]
        return [None, {"options": ids}, {"options": ids[:1]}]
    if item.type in ("text", "number"):
        return [None, {"text": "something else"}, {"text": "12"}]
    return [None]


@pytest.mark.parametrize("width", WIDTHS)
def test_feedback_shows_the_why_of_every_option(
    items: list[Item], shipped: Library, width: int
) -> None:
    glossary = Words(shipped.glossary)
    for item in items[::3] if width != 76 else items:
        order = tuple(option.id for option in options_of(item))
        for response in responses(item):
            verdict = grade(item, response, glossary, 1)
            if not isinstance(verdict, Grade):
                continue
            said = feedback(item, response, verdict, order)
            names = names_of(item.sources, shipped.sources(), short=True)
            lines = feedback_lines(said, item.stem, names, width, 22)
            check_width(lines, width)
            shown = words(lines).split()
            assert in_order(said.headline.split(), shown)
            if order:
                assert len(said.rows) == len(order)
            for row in said.rows:
                assert in_order(plain_words(row.why, width), shown), (item.id, row.id)
                assert in_order(plain_words(row.text, width), shown), (item.id, row.id)
            assert in_order(plain_words(item.explain, width), shown), item.id
            if not said.rows:
                assert in_order(said.right_answer.split(), shown), item.id


def test_the_right_option_is_told_without_colour(items: list[Item]) -> None:
    item = next(item for item in items if item.type == "single")
    order = tuple(option.id for option in options_of(item))
    wrong = next(option for option in options_of(item) if not option.right)
    response = {"option": wrong.id}
    verdict = grade(item, response, Words.of({}))
    assert isinstance(verdict, Grade)
    said = feedback(item, response, verdict, order)
    text = [line.text for line in feedback_lines(said, item.stem, (), 76, 30)]
    assert any(line.startswith("✓") for line in text)
    assert sum(line.startswith("✗") for line in text) == 2  # the verdict, and the option
    assert any("right answer" in line for line in text)
    assert any("your answer" in line for line in text)


@pytest.mark.parametrize("width", [36, 56, 76])
def test_what_an_option_was_stands_on_a_line_of_its_own(items: list[Item], width: int) -> None:
    item = next(item for item in items if item.type == "single")
    wrong = next(option for option in options_of(item) if not option.right)
    response = {"option": wrong.id}
    verdict = grade(item, response, Words.of({}))
    assert isinstance(verdict, Grade)
    said = feedback(item, response, verdict, tuple(option.id for option in options_of(item)))
    lines = feedback_lines(said, item.stem, (), width, 30)
    for role in ("right answer", "your answer"):
        (line,) = [line for line in lines if line.text[6:].startswith(role)]
        assert not line.text[:6].strip()


@pytest.mark.parametrize("key", ["space", "v", "f7"])
def test_the_key_to_the_rest_of_a_vignette_is_the_one_that_turns_it(key: str) -> None:
    stem = "A long story. " * 40 + "\n\nWhich nerve is it?"
    lines = question_lines(Question(stem, more_key=key), 36, 8)
    assert sum(f"{key} " in line.text and "more lines" in line.text for line in lines) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_every_lesson_keeps_the_width(shipped: Library, width: int) -> None:
    for entry in shipped.lessons:
        lesson = shipped.lesson(entry.id)
        for page in lesson.pages:
            names = names_of(page.sources, shipped.sources(), short=False)
            if isinstance(page, Screen):
                figure: Sequence[Line] = ()
                if page.figure is not None:
                    words_of = shipped.figure(page.figure.name)
                    assert words_of is not None
                    figure = figure_lines(words_of, page.figure, width)
                lines = screen_lines(page, width, sources=names, figure=figure)
                assert in_order(plain_words(page.body, width), words(lines).split()), page.id
            else:
                lines = recall_lines(page, width, turned=True)
                assert in_order(plain_words(page.answer, width), words(lines).split()), page.id
            check_width(lines, width)
        lines = take_home_lines(lesson, 10, width)
        check_width(lines, width)
        assert all(
            in_order(plain_words(one, width), words(lines).split()) for one in lesson.take_home
        )


def test_a_card_keeps_its_answer_until_it_is_turned() -> None:
    card = RecallCard("pause", "What lies under it?", "Bone.")
    assert "Bone" not in words(recall_lines(card, 56, turned=False))
    assert "Bone" in words(recall_lines(card, 56, turned=True))


@pytest.fixture
def courses(make_desk: MakeDesk) -> list[CourseMap]:
    """Home before the first key, and after a lesson read and quizzes begun."""
    desk = make_desk()
    courses = [course_map(desk)]
    for entry in desk.library.lessons:
        desk.store.mark_read(desk.learner.id, desk.library.header.id, entry.id, entry.pages[1])
        for _ in range(2):
            sitting = desk.begin_quiz(entry.id)
            assert sitting is not None
            assert sitting.current is not None
            sitting.answer(sitting.current, None)
    return [*courses, course_map(desk)]


@pytest.mark.parametrize("width", WIDTHS)
def test_home_keeps_the_width_and_names_every_lesson(courses: list[CourseMap], width: int) -> None:
    for course in courses:
        lines = made(map_lines(course, width, 40))
        check_width(lines, width)
        assert [line.target for line in lines if line.target] == [r.entry.id for r in course.rows]
        for row in course.rows:
            assert row.entry.short[:18] in words(lines)
        check_width(narrow_next(course, width), width)
        # A bar on a line of its own would stay alone when the map is scrolled.
        assert all(set(line.text) - set("━─") for line in narrow_next(course, width) if line.text)
        for selected in (None, course.rows[0]):
            check_width(next_lines(course, selected, 10, width, 40), width)
        check_width(left_open_lines(course, width), width)
    assert "Left open" not in words(next_lines(courses[0], None, 10, 36, 20))
    shown = words(next_lines(courses[1], None, 10, 36, 40))
    assert "5 more" in shown, shown


def test_home_gives_up_blank_lines_before_lessons(courses: list[CourseMap]) -> None:
    height = len(courses[0].rows) + len(courses[0].parts)
    lines = made(map_lines(courses[0], 56, height))
    assert len(lines) == height


def scores(count: int) -> tuple[Score, ...]:
    """Quiz scores of the first lesson, one a day up to today."""
    return tuple(
        Score(
            session_id=1000 + at,
            lesson="the-leg-that-lifts",
            kind="quiz",
            ended=START - timedelta(days=count - 1 - at),
            points=float(at % 11),
            total=10.0,
            right=at % 11,
            asked=10,
            ms=95_000 * at,
        )
        for at in range(count)
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [0, 1, 2, 12])
def test_progress_keeps_the_width(courses: list[CourseMap], width: int, count: int) -> None:
    lines = quiz_lines(courses[0], scores(count), TODAY, width)
    check_width(lines, width)
    assert [line.target for line in lines if line.target] == ["the-leg-that-lifts"][:count]
    history = history_lines(scores(count), TODAY, width)
    check_width(history, width)
    if width >= 56:
        assert sum("%" in line.text and " of 10" in line.text for line in history) == count


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["quiz", "retry"])
@pytest.mark.parametrize("tries", [0, 1, 12])
def test_result_keeps_the_width(
    make_desk: MakeDesk, shipped: Library, width: int, kind: str, tries: int
) -> None:
    desk = make_desk()
    sitting = desk.begin_quiz("the-leg-that-lifts")
    assert sitting is not None
    _answer_all(sitting)
    done = sitting.session
    session = Session.replay(kind, done.lesson, done.items, done.seed, done.events)
    lesson = shipped.lesson(session.lesson)
    outcome = result(session, 0.8)
    again = read_again(lesson, outcome.missed)
    page = ResultPage(
        lesson=lesson,
        session=session,
        result=outcome,
        earlier=scores(tries),
        read_again=again,
        names={one.id: one.short for one in lesson.objectives},
        following="Lesson: The next one",
        today=TODAY,
        pass_line=0.8,
    )
    lines = result_lines(page, width, 40)
    check_width(lines, width)
    shown = words(lines)
    assert f"{outcome.percent}%" in shown
    assert f"{outcome.right} of {outcome.asked}" in shown
    assert again
    assert "The next one" in shown


def _answer_all(sitting: Sitting) -> None:
    """The first option of every choice; nothing typed."""
    while (item := sitting.current) is not None:
        options = sitting.shown_options(item)
        first = options[0].id if options else ""
        given = {"single": {"option": first}, "multi": {"options": [first]}}.get(item.type)
        sitting.answer(item, given)


@pytest.mark.parametrize(
    ("back", "said"),
    [(0, "today"), (1, "yesterday"), (2, "20 Nov"), (400, "18 Oct 2025"), (-1, "23 Nov")],
)
def test_days_in_words(back: int, said: str) -> None:
    assert day_words(START - timedelta(days=back), date(2026, 11, 22)) == said


@pytest.mark.parametrize(
    ("ms", "said"),
    [(0, "0 s"), (59_400, "59 s"), (60_000, "1 min"), (3_599_000, "1 h 0 min")],
)
def test_time_taken_in_words(ms: int, said: str) -> None:
    assert duration(ms) == said


def test_a_session_row_is_named_by_what_it_is(courses: list[CourseMap]) -> None:
    row: SessionRow = courses[1].left_open[0]
    assert row.kind == "quiz"
    assert f"question {row.answered + 1} of {len(row.items)}" in words(
        left_open_lines(courses[1], 56)
    )
