"""The review: what comes back today, and the session that asks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tutor.memory.day import study_day
from tutor.memory.queue import Limits, Review, Waiting, todays_review
from tutor.study.desk import Desk
from tutor.study.habits import habits

if TYPE_CHECKING:
    from datetime import date

    from tutor.course.items import Item
    from tutor.store.views import Today
    from tutor.study.sitting import Sitting

REVIEW = "review"
CRAM = "cram"

# A case tests much at once; what was missed in it brings back the cards of its objective.
_NO_CARD = frozenset({"case"})
_NOTHING_YET = (0, False, False)


def review_now(desk: Desk) -> Review:
    """What the review asks now, in order. The same on the same day, until something is answered."""
    learner, course = desk.learner.id, desk.library.header.id
    today = desk.store.today(learner)
    spent = desk.store.one_day(learner, course, today)
    chosen = habits(desk.store, learner)
    items = _open_to_review(desk)
    return todays_review(
        _waiting(desk, items, today),
        today,
        Limits(new_per_day=chosen.new_per_day, due_per_day=chosen.due_per_day),
        new_today=spent.introduced,
        done_today=spent.reviews,
        seed=today.toordinal(),
        confused=_mixed_up(desk, items),
    )


def begin_review(desk: Desk) -> Sitting | None:
    """Today's review: gone on with where it was left, else a new one; None if nothing waits.

    One left open on an earlier day is dropped: what was due then is in today's.
    """
    learner = desk.learner.id
    today = desk.store.today(learner)
    for row in desk.left_open():
        if row.kind != REVIEW:
            continue
        if row.last is not None and study_day(row.last) == today:
            return desk.resume(row)
        desk.store.drop_session(row.id)
    items = _open_to_review(desk)
    order = review_now(desk).items
    return desk.begin(REVIEW, "", tuple(items[id] for id in order if id in items))


def begin_cram(desk: Desk, lesson: str | None = None) -> Sitting | None:
    """Everything of one lesson, or of all lessons opened so far, as often as it takes.

    The schedule is left as it is.
    """
    items = _open_to_review(desk)
    if lesson is not None:
        quiz = desk.library.quiz(lesson)
        own = {item.id for item in quiz.items} if quiz is not None else set()
        items = {id: item for id, item in items.items() if id in own}
    from tutor.quiz.shuffle import mixed

    seed = desk.new_seed()
    return desk.begin(CRAM, lesson or "", tuple(items[id] for id in mixed(items, seed, CRAM)), seed)


def _open_to_review(desk: Desk) -> dict[str, Item]:
    """The items of the lessons that were opened, or answered in, in course order."""
    learner, course = desk.learner.id, desk.library.header.id
    opened = set(desk.store.reading(learner, course)) | set(
        desk.store.lesson_scores(learner, course)
    )
    begun = {held.item for held in desk.store.cards(learner, course, desk.store.today(learner))}
    found: dict[str, Item] = {}
    for entry in desk.library.lessons:
        quiz = desk.library.quiz(entry.id)
        for item in quiz.items if quiz is not None else ():
            able = item.status != "draft" and item.type not in _NO_CARD
            if able and (entry.id in opened or item.id in begun):
                found[item.id] = item
    return found


def _waiting(desk: Desk, items: Mapping[str, Item], today: date) -> list[Waiting]:
    learner, course = desk.learner.id, desk.library.header.id
    cards = {one.item: one.card for one in desk.store.cards(learner, course, today)}
    happened = desk.store.happened_today(learner, course, today)
    sure = {one.item for one in desk.store.confident_errors(learner, course)}
    missed = {id for one in desk.store.pretests(learner, course).values() for id in one.missed}

    def state(item: Item) -> Waiting:
        again, right, done = _of(happened, item.id)
        return Waiting(
            item=item.id,
            objective=item.objective,
            family=item.family,
            card=cards.get(item.id),
            confident_error=item.id in sure,
            again_today=again,
            right_today=right,
            done_today=done,
        )

    # New items come in this order: what a pre-test has shown to be missing is taught first.
    ranked = sorted(items.values(), key=lambda item: item.id not in missed)
    return [state(item) for item in ranked]


def _of(happened: Mapping[str, Today], item: str) -> tuple[int, bool, bool]:
    return happened.get(item, _NOTHING_YET)


def _mixed_up(desk: Desk, items: Mapping[str, Item]) -> tuple[tuple[str, str], ...]:
    misses = desk.store.misses(desk.learner.id, desk.library.header.id)
    wrong = [(miss.item, miss.response) for miss in misses if not miss.mended]
    if not wrong:
        return ()
    from tutor.memory.confusion import confused_pairs

    return confused_pairs(tuple(items.values()), wrong)
