"""What an answer tells the scheduler, and what it does not."""

from datetime import date, timedelta

import pytest

from tests.store.make import COURSE, SINGLE, TEXT, StillClock, answer, begin, sit, verdict, write
from tutor.memory.rating import Rating
from tutor.memory.schedule import step
from tutor.quiz.event import Event, Kind
from tutor.store.agreement import disagreements
from tutor.store.model import About, Entry
from tutor.store.store import Store
from tutor.store.views import HeldCard

DAY = date(2026, 11, 22)
CASE = About("case", SINGLE.objective)


def cards(store: Store) -> dict[str, HeldCard]:
    ana = store.learner("Ana").id
    return {one.item: one for one in store.cards(ana, COURSE, store.today(ana))}


def ratings(store: Store) -> list[int | None]:
    """The ratings of all answers, in order."""
    rows = store.record.rows("SELECT rating FROM event WHERE kind = 'answered' ORDER BY row")
    return [rating for (rating,) in rows]


def scored(store: Store) -> list[int]:
    rows = store.record.rows("SELECT scored FROM event WHERE kind = 'answered' ORDER BY row")
    return [one for (one,) in rows]


def test_an_answer_makes_a_card_in_its_own_transaction(store: Store) -> None:
    sit(store, answer("item-1"))
    held = cards(store)["item-1"]
    uid = store.learner("Ana").uid
    assert held.objective == SINGLE.objective
    assert held.card == step(None, Rating.GOOD, DAY, 0, key=f"{uid} item-1")
    assert ratings(store) == [Rating.GOOD]


def test_the_next_days_answer_goes_on_from_it(store: Store, clock: StillClock) -> None:
    sit(store, answer("item-1"))
    before = cards(store)["item-1"].card
    clock.turn(days=3)
    sit(store, answer("item-1", 0.0))
    uid = store.learner("Ana").uid
    wanted = step(before, Rating.AGAIN, DAY + timedelta(days=3), 0, key=f"{uid} item-1")
    assert cards(store)["item-1"].card == wanted
    assert wanted.lapses == 1


@pytest.mark.parametrize("kind", ["quiz", "retry", "review", "exam"])
def test_these_sessions_feed_the_scheduler(store: Store, kind: str) -> None:
    sit(store, answer("item-1"), kind=kind)
    assert set(cards(store)) == {"item-1"}


@pytest.mark.parametrize("kind", ["cram", "pretest", "never-heard-of"])
def test_these_never_touch_a_card(store: Store, clock: StillClock, kind: str) -> None:
    sit(store, answer("item-1"))
    before = cards(store)
    clock.turn(days=5)
    sit(store, answer("item-1", 0.0, certainty=3), answer("item-2"), kind=kind)
    assert cards(store) == before
    assert scored(store) == [1, 0, 0]
    ana = store.learner("Ana").id
    assert store.calibration(ana, COURSE) == {}
    assert store.confident_errors(ana, COURSE) == ()
    # They were given, all the same.
    assert store.seen(ana, COURSE, ["item-1", "item-2"]) == {"item-1": (2, 0.0), "item-2": (1, 1.0)}
    # And they leave the day's scored answer to the review.
    sit(store, answer("item-1"), kind="review")
    assert scored(store)[-1] == 1


def test_only_the_first_answer_of_a_study_day_counts(store: Store, clock: StillClock) -> None:
    clock.turn(hours=3)  # 00:14, the same study day still
    sit(store, answer("item-1", 0.0))
    before = cards(store)
    sit(store, answer("item-1"), kind="review")
    clock.turn(hours=3)
    sit(store, answer("item-1"), kind="retry")
    assert cards(store) == before
    clock.turn(hours=1)  # 04:14
    sit(store, answer("item-1"), kind="review")
    assert scored(store) == [1, 0, 0, 1]
    assert cards(store)["item-1"].card.reviews == 2


def test_an_answer_to_an_item_of_no_course_feeds_nothing(store: Store) -> None:
    row = begin(store)
    store.append(row.id, answer("item-1"), digest="", known=0, total=None)
    assert (cards(store), scored(store)) == ({}, [0])


def test_what_is_given_again_after_an_undo_is_not_scored(store: Store, clock: StillClock) -> None:
    """Its feedback was seen; the quiz takes the repeat, the scheduler keeps the first."""
    row = sit(store, answer("item-1", 0.0))
    before = cards(store)
    write(store, row, Event(Kind.UNDONE, "item-1"), known=1)
    assert cards(store) == before
    clock.turn(hours=10)  # past four o'clock: another study day, the same look at the feedback
    write(store, row, answer("item-1"), known=2)
    assert cards(store) == before
    assert scored(store) == [1, 0]
    assert store.session(row.id).answered == 1


def test_an_undo_after_the_last_card_and_a_restart_changes_no_card(
    store: Store, clock: StillClock
) -> None:
    row = sit(store, answer("item-1", 0.0))
    before = cards(store)
    with Store.open(store.record.path.parent, clock) as again:  # type: ignore[union-attr]
        write(again, row, Event(Kind.UNDONE, "item-1"), known=1)
        assert cards(again) == before
        assert again.session(row.id).answered == 0
        assert disagreements(again.record) == ()


@pytest.mark.parametrize(
    ("event", "rating"),
    [
        (answer("item-1", 0.79), Rating.AGAIN),
        (answer("item-1", 0.8), Rating.HARD),
        (answer("item-1", hints=1), Rating.HARD),
        (answer("item-1", certainty=1), Rating.HARD),
        (answer("item-1", certainty=3, ms=1), Rating.GOOD),
        (Event(Kind.ANSWERED, "item-1", None, score=0.0), Rating.AGAIN),
    ],
)
def test_ratings_are_decided_when_the_answer_is_written(
    store: Store, event: Event, rating: Rating
) -> None:
    sit(store, event)
    assert ratings(store) == [rating]


def practise(store: Store, clock: StillClock, times: list[int], **more: bool) -> None:
    """A typed answer on each of as many days."""
    for ms in times:
        sit(store, answer("item-1", ms=ms, certainty=3), about=TEXT, **more)
        clock.turn(days=1)


def test_quick_certain_and_typed_is_easy_from_the_eleventh_on(
    store: Store, clock: StillClock
) -> None:
    practise(store, clock, [4000] * 9)
    sit(store, answer("item-2", ms=1000, certainty=3), about=TEXT)  # nine times are too few
    clock.turn(days=1)
    sit(store, answer("item-2", ms=2001, certainty=3), about=TEXT)  # not half of 4000
    clock.turn(days=1)
    sit(store, answer("item-2", ms=2000, certainty=3), about=TEXT)
    sit(store, answer("item-3", ms=2000, certainty=3), about=TEXT)  # never seen before
    clock.turn(days=1)
    sit(store, answer("item-3", ms=2000, certainty=2), about=TEXT)
    clock.turn(days=1)
    sit(store, answer("item-3", ms=2000, certainty=3), about=SINGLE)
    good = [Rating.GOOD]
    assert ratings(store) == [*good * 11, Rating.EASY, *good * 3]


@pytest.mark.parametrize(
    ("ms", "timed"), [(1000, False), (0, True), (2 * 60 * 1000 + 1, True)], ids=str
)
def test_a_time_that_says_nothing_is_not_held_against_others(
    store: Store, clock: StillClock, ms: int, timed: bool
) -> None:
    practise(store, clock, [4000] * 9)
    for _ in range(3):
        clock.turn(days=1)
        sit(store, answer("item-1", ms=ms, certainty=3), about=TEXT, timed=timed)
    clock.turn(days=1)
    sit(store, answer("item-1", ms=1000, certainty=3), about=TEXT)
    assert Rating.EASY not in ratings(store)


def test_times_are_of_the_newest_fifty_answers_of_the_type(store: Store, clock: StillClock) -> None:
    practise(store, clock, [60_000] * 60 + [1000] * 50)
    sit(store, answer("item-1", ms=600, certainty=3), about=TEXT)
    clock.turn(days=1)
    sit(store, answer("item-1", ms=500, certainty=3), about=TEXT)
    assert ratings(store)[-2:] == [Rating.GOOD, Rating.EASY]


def test_certain_and_wrong_is_due_tomorrow_however_well_it_was_known(
    store: Store, clock: StillClock
) -> None:
    for _ in range(5):
        sit(store, answer("item-1"))
        clock.time = clock.time.replace(day=1) + timedelta(
            days=(cards(store)["item-1"].card.due - clock.time.date().replace(day=1)).days
        )
    assert cards(store)["item-1"].card.stability > 100
    sit(store, answer("item-1", 0.0, certainty=3))
    card = cards(store)["item-1"].card
    assert (card.due - card.last).days == 1
    assert [one.item for one in store.confident_errors(1, COURSE)] == ["item-1"]


def test_the_retention_that_is_set_makes_the_interval(store: Store, clock: StillClock) -> None:
    ana = store.learner("Ana").id
    for number, wanted in enumerate(("0.80", "0.95", "nonsense", "7")):
        store.set_setting("retention", wanted, learner_id=ana)
        sit(store, answer(f"item-{number}"))
    kept = store.record.rows("SELECT retention FROM event ORDER BY row")
    assert kept == [(0.80,), (0.95,), (0.90,), (0.95,)]
    due = {item: one.card.due for item, one in cards(store).items()}
    assert due["item-1"] < due["item-2"] < due["item-0"]


def test_a_red_flag_never_waits_longer_than_a_month_and_is_never_stuck(
    store: Store, clock: StillClock
) -> None:
    red = About("single", "cauda-equina", red_flag=True)
    for _ in range(6):
        sit(store, answer("item-1"), about=red)
        clock.turn(days=30)
    card = cards(store)["item-1"].card
    assert card.stability > 40
    assert (card.due - card.last).days <= 30
    for _ in range(6):
        sit(store, answer("item-1", 0.0), about=red)
        clock.turn(days=5)
    assert not cards(store)["item-1"].card.stuck
    assert disagreements(store.record) == ()


# The learner's own verdict


def test_a_verdict_replays_the_card(store: Store, clock: StillClock) -> None:
    sit(store, answer("item-1"), about=TEXT)
    clock.turn(days=3)
    row = sit(store, answer("item-1"), about=TEXT)
    as_right = cards(store)["item-1"].card
    write(store, row, verdict("item-1", 0.0), known=1)
    as_wrong = cards(store)["item-1"].card
    assert as_wrong.lapses == 1
    assert as_wrong.stability < as_right.stability
    write(store, row, verdict("item-1", 1.0), known=2)
    assert cards(store)["item-1"].card == as_right


def test_a_verdict_is_on_the_answer_even_when_others_came_since(
    store: Store, clock: StillClock
) -> None:
    row = sit(store, answer("item-1", 0.0, certainty=3), about=TEXT)
    clock.turn(days=2)
    sit(store, answer("item-1", 0.0), about=TEXT)
    write(store, row, verdict("item-1"), known=1)
    uid = store.learner("Ana").uid
    key = f"{uid} item-1"
    first = step(None, Rating.GOOD, DAY, 0, key=key)
    assert cards(store)["item-1"].card == step(
        first, Rating.AGAIN, DAY + timedelta(days=2), 0, key=key
    )
    assert store.calibration(1, COURSE) == {3: (1, 1)}
    assert store.confident_errors(1, COURSE) == ()
    assert [day.right for day in store.days(1, COURSE)] == [1, 0]


def test_hints_cap_a_verdict_too(store: Store) -> None:
    sit(store, answer("item-1", 0.0, hints=1), verdict("item-1"), about=TEXT)
    kept = store.record.rows("SELECT rating FROM event ORDER BY row")
    assert kept == [(Rating.AGAIN,), (Rating.HARD,)]


def test_a_verdict_on_an_answer_that_fed_nothing_feeds_nothing(store: Store) -> None:
    sit(store, answer("item-1", 0.0), verdict("item-1"), kind="cram", about=TEXT)
    assert cards(store) == {}
    assert store.seen(1, COURSE, ["item-1"]) == {"item-1": (1, 1.0)}


def test_a_verdict_with_nothing_to_judge_is_kept_and_changes_nothing(store: Store) -> None:
    sit(store, answer("item-1", 0.0), Event(Kind.UNDONE, "item-1"), verdict("item-1"))
    sit(store, verdict("item-2"))
    assert store.record.rows("SELECT answer FROM event WHERE kind = 'overridden'") == [(None,)] * 2
    assert set(cards(store)) == {"item-1"}
    assert cards(store)["item-1"].card.right_once is False
    assert disagreements(store.record) == ()


# Cases


def test_a_case_is_evidence_and_no_card(store: Store) -> None:
    sit(store, answer("item-1"), about=CASE)
    assert cards(store) == {}
    assert scored(store) == [1]
    (one,) = store.evidence(1, COURSE)[CASE.objective]
    assert (one.item, one.type, one.right) == ("item-1", "case", True)


def test_a_missed_case_makes_the_nearest_card_of_its_objective_due_tomorrow(
    store: Store, clock: StillClock
) -> None:
    for item, objective in (("item-1", "far"), ("item-2", CASE.objective), ("item-3", "far")):
        sit(store, answer(item), about=About("single", objective))
    clock.turn(days=2)
    sit(store, answer("item-2"), about=SINGLE)
    before = cards(store)
    row = sit(store, answer("item-4", 0.5), about=CASE)
    after = cards(store)
    assert before["item-2"].card.due > DAY + timedelta(days=3)
    assert after["item-2"].card == before["item-2"].card._replace(due=DAY + timedelta(days=3))
    assert {one: after[one] for one in ("item-1", "item-3")} == {
        one: before[one] for one in ("item-1", "item-3")
    }
    assert disagreements(store.record) == ()
    # The learner says it was right: then it never was pulled.
    write(store, row, verdict("item-4"), known=1, about=CASE)
    assert cards(store) == before
    assert disagreements(store.record) == ()
    # What was pulled stays so when its own history is replayed.
    write(store, row, verdict("item-4", 0.0), known=2, about=CASE)
    assert cards(store) == after


def test_a_missed_case_with_a_card_that_comes_anyway_pulls_none(store: Store) -> None:
    sit(store, answer("item-2", 0.0), answer("item-3"), about=SINGLE)
    before = cards(store)
    sit(store, answer("item-4", 0.5), about=CASE)
    assert cards(store) == before
    assert store.record.row("SELECT count(pulled) FROM event") == (0,)


# Stuck cards


def test_a_stuck_card_pauses_until_it_is_taken_up_by_hand(store: Store, clock: StillClock) -> None:
    ana = store.learner("Ana").id
    sit(store, answer("item-1"))
    for _ in range(4):
        clock.turn(days=2)
        sit(store, answer("item-1", 0.0))
    assert cards(store)["item-1"].card.stuck
    clock.turn(days=90)
    today = store.today(ana)
    assert store.due_forecast(ana, COURSE, today) == (0,) * 7
    assert store.take_up(ana, COURSE, "item-1")
    assert not store.take_up(ana, COURSE, "item-1")
    assert not store.take_up(ana, COURSE, "item-9")
    assert not store.take_up(99, COURSE, "item-1")
    assert store.due_forecast(ana, COURSE, today)[0] == 1
    # It gets stuck again only after as many lapses as before.
    for _ in range(3):
        clock.turn(days=2)
        sit(store, answer("item-1", 0.0))
        assert not cards(store)["item-1"].card.stuck
    assert disagreements(store.record) == ()


# Exams


def test_an_exam_is_handed_in_all_or_nothing(store: Store) -> None:
    row = begin(store, kind="exam", n=3)
    whole = [Entry(answer(item, 1.0), "d", SINGLE) for item in row.items]
    broken = [*whole[:2], Entry(answer("item-3", 1.5), "d", SINGLE)]
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError):
        store.append_many(row.id, broken, known=0, total=None)
    assert (store.events(row.id), cards(store), store.days(1, COURSE)) == ((), {}, ())
    assert store.append_many(row.id, whole, known=0, total=None) == ()
    assert len(store.events(row.id)) == 3
    assert set(cards(store)) == set(row.items)
    assert store.record.row("SELECT sum(timed), sum(scored) FROM event") == (0, 3)
    assert disagreements(store.record) == ()
