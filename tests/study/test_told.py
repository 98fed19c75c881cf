"""Progress in sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tutor.course.outline import LessonEntry, Objective
from tutor.memory.calibration import calibration
from tutor.memory.mastery import Mastery, State
from tutor.memory.retention import retention
from tutor.store.model import Score
from tutor.store.views import Day
from tutor.study.progress import ObjectiveRow, Progress
from tutor.study.told import (
    certainty_words,
    due_line,
    due_words,
    mark_of,
    mastery_words,
    retention_words,
    score_words,
    studied,
    time_words,
    told,
    trend_word,
    weak_spots,
)

TODAY = date(2026, 11, 22)  # a Sunday
LESSON = LessonEntry("nerve", 4, "04", "Nerve", "Nerve", "a", 9, (), (), 9, 9, 0)


def score(percent: int, days: int = 0, *, asked: int = 10, kind: str = "quiz") -> Score:
    ended = datetime(2026, 11, 22, 9, tzinfo=UTC) - timedelta(days=days)
    points = percent * asked / 100
    return Score(1, "nerve", kind, ended, points, asked, int(points), asked, 60_000)


def row(name: str, state: State, right: int, asked: int) -> ObjectiveRow:
    return ObjectiveRow(Objective(name, name, name), LESSON, Mastery(state, right, asked))


def now(**more: object) -> Progress:
    values: dict[str, object] = {
        "today": TODAY,
        "scores": (),
        "due": (0,) * 7,
        "objectives": (),
        "calibration": calibration({}),
        "retention": None,
        "reviews": 0,
        "days": (Day(TODAY, 10, 8, 160_000),),
        "sure_and_wrong": 0,
        "stuck": 0,
        **more,
    }
    return Progress(**values)  # type: ignore[arg-type]


def test_nothing_is_told_before_the_first_answer() -> None:
    assert told(now(days=())) == ()


def test_days_are_counted_and_no_streak_is() -> None:
    days = tuple(Day(TODAY - timedelta(days=n), 10, 8, 3_200_000) for n in (20, 2, 1))
    said = studied(now(days=days))
    assert said == "3 days studied, 2 of the last 7. 30 answers in 2 hours 40 minutes."
    everything = " ".join(line for part in told(now(days=days)) for line in part.lines)
    assert "row" not in everything.split()


def test_the_due_cards_are_told_by_day() -> None:
    one = now(due=(14, 6, 0, 0, 0, 11, 0))
    assert due_words(one) == ("14 cards today, 6 on Monday, 11 on Friday. 31 in all.",)
    assert due_line(one) == "14 today, then most on Friday: 11"
    assert due_line(now(due=(1, 0, 0, 0, 0, 0, 0))) == "1 today, then none"
    assert due_words(now()) == ("No card is due in the next 7 days.",)
    assert due_line(now()) == "nothing in 7 days"


def test_what_comes_first_and_what_pauses_is_told() -> None:
    _, sure, stuck = due_words(now(due=(3,) * 7, sure_and_wrong=1, stuck=2))
    assert sure.startswith("1 answer sure and wrong")
    assert stuck.startswith("2 cards pause")


def test_objectives_are_counts_and_the_weakest_come_first() -> None:
    objectives = (
        row("held", State.SECURE, 5, 5),
        row("grows", State.LEARNING, 3, 5),
        row("fades", State.FADING, 4, 5),
        row("weak", State.LEARNING, 2, 5),
        row("weaker", State.LEARNING, 0, 2),
        row("unseen", State.NEW, 0, 0),
    )
    one = now(objectives=objectives)
    assert [spot.objective.id for spot in weak_spots(one)] == ["weaker", "weak", "fades", "grows"]
    total, *each = mastery_words(one)
    assert total == "Of 6 objectives: 1 secure, 1 fading, 1 growing, 2 weak, 1 new."
    assert each[0] == "weaker, lesson 4. Weak: 0 of the last 2 right."
    assert len(each) == 5  # of what was never asked there is nothing to say
    assert "100" not in " ".join(each)


def test_fewer_than_four_scores_are_a_line_of_words() -> None:
    scores = (score(60, 9), score(70, 4), score(80))
    assert score_words(now(scores=scores)) == ("60, 70, today 80, rising.",)
    assert score_words(now(scores=(score(60, 9),))) == ("60.",)
    assert score_words(now()) == ()


def test_from_four_scores_on_last_best_and_trend_are_told() -> None:
    scores = (score(50, 9), score(60, 8), score(90, 4), score(80))
    (line,) = score_words(now(scores=scores))
    assert line == "4 quizzes since 13 November: last 80, best 90, rising."


@pytest.mark.parametrize(
    ("percents", "word"),
    [([80, 40], "falling"), ([40, 80], "rising"), ([80], "steady"), ([60, 90, 61], "steady")],
)
def test_the_trend_is_the_newer_half_against_the_older(percents: list[int], word: str) -> None:
    assert trend_word([score(percent) for percent in percents]) == word


def test_few_questions_are_a_count_and_no_share() -> None:
    assert mark_of(score(75, asked=8)) == "6 of 8"
    assert mark_of(score(80, asked=10)) == "80"


def test_exams_are_no_part_of_the_trend_and_have_their_range() -> None:
    exams = (score(50, 3, asked=30, kind="exam"), score(80, 1, asked=30, kind="exam"))
    (line,) = score_words(now(scores=exams))
    assert line == (
        "Last exam, yesterday: 24 of 30 right. So many questions leave a range of 63 to 90 in 100."
    )


def test_a_certainty_has_its_count_and_from_ten_answers_its_share() -> None:
    guessing, certain, _ = certainty_words(now(calibration=calibration({1: (2, 5), 3: (25, 30)})))
    assert guessing == "Guessing: 2 of 5 right."
    assert certain == "Certain: 25 of 30 right, 83 in 100."
    assert certainty_words(now()) == (calibration({}).sentence,)


def test_recall_is_compared_from_fifty_reviews_on() -> None:
    assert retention_words(now(reviews=12)).endswith("So far 12.")
    found = retention(60, 54, 54.0)
    assert retention_words(now(reviews=60, retention=found)).startswith("Of 60 reviews you knew 54")


@pytest.mark.parametrize(
    ("ms", "words"),
    [(9_000, "less than a minute"), (60_000, "1 minute"), (3_600_000, "1 hour")],
)
def test_times_are_said(ms: int, words: str) -> None:
    assert time_words(ms) == words


def test_the_words_hold_nothing_that_only_draws() -> None:
    one = now(
        due=(3,) * 7,
        scores=tuple(score(60 + n, n) for n in range(5)),
        objectives=(row("weak", State.LEARNING, 2, 5),),
    )
    assert all(line.isascii() for part in told(one) for line in (part.head, *part.lines))
