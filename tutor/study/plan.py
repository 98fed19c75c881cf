"""The course as this learner stands in it, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from tutor.course.outline import LessonEntry
from tutor.memory.next import Begun, Cards, Kind, Reading, Situation, Weak, next_step
from tutor.quiz.relearn import comes_back
from tutor.store.model import SessionRow
from tutor.study.desk import Desk
from tutor.study.known import Known, known, missed_of

SECONDS_A_CARD = 20


class Standing(StrEnum):
    """How far a lesson is: its sign on Home."""

    NEW = "new"
    STARTED = "started"
    DONE = "done"


class LessonRow(NamedTuple):
    """A lesson on the map. `read` counts its pages seen; `best` is a percentage or None.

    `known` is what a pre-test said of it, `missed` how many of its questions that missed.
    """

    entry: LessonEntry
    standing: Standing
    read: int
    at: int
    best: int | None
    known: Known = Known.UNKNOWN
    missed: int = 0

    @property
    def pages(self) -> int:
        """Pages in all."""
        return len(self.entry.pages)

    @property
    def minutes_left(self) -> int:
        """About how long the pages from the current one on take; at least one minute."""
        left = max(self.pages - self.at, 1) / max(self.pages, 1)
        return max(round(self.entry.minutes * left), 1)


class Step(NamedTuple):
    """What to do now: two lines for Home, one sentence, and what it is done on.

    `row` is the lesson of a lesson or quiz, `session` what was left in the middle; `share` is how
    much of it is done, 0..1.
    """

    kind: Kind
    title: str
    words: str
    line: str
    share: float = 0.0
    row: LessonRow | None = None
    session: SessionRow | None = None


class CourseMap(NamedTuple):
    """Home in one value: the rows of each part, the next step, the sessions left open.

    `due` counts the cards due today, `again` what was not known today and comes back.
    """

    parts: tuple[tuple[str, tuple[LessonRow, ...]], ...]
    step: Step
    left_open: tuple[SessionRow, ...]
    days: int
    due: int = 0
    again: int = 0

    @property
    def rows(self) -> tuple[LessonRow, ...]:
        """All lessons in course order."""
        return tuple(row for _, rows in self.parts for row in rows)

    @property
    def untouched(self) -> bool:
        """Nothing read and nothing answered yet."""
        return not self.left_open and all(row.standing is Standing.NEW for row in self.rows)


def course_map(desk: Desk, *, resuming: bool = True) -> CourseMap:
    """Read the learner's standing from the record.

    Without `resuming` the next step is not one that was left open: after a result comes
    something else.
    """
    header, learner = desk.library.header, desk.learner.id
    home = desk.store.home(learner, header.id)
    left_open = tuple(row for row in home.open if desk.can_resume(row))
    begun = {session.lesson for session in left_open if session.lesson}
    pretests = desk.store.pretests(learner, header.id)
    rows: dict[str, LessonRow] = {}
    for entry in desk.library.lessons:
        reading = home.reading.get(entry.id)
        seen = reading.screens.intersection(entry.pages) if reading else frozenset[str]()
        score = home.scores.get(entry.id)
        best = score.best.percent if score else None
        at = entry.pages.index(reading.last) if reading and reading.last in entry.pages else 0
        passed = best is not None and best >= round(header.pass_line * 100)
        # A lesson without a quiz is done when it is read.
        done = passed or (entry.items == 0 and len(seen) == len(entry.pages) > 0)
        started = bool(seen) or best is not None or entry.id in begun
        standing = Standing.DONE if done else Standing.STARTED if started else Standing.NEW
        rows[entry.id] = LessonRow(
            entry,
            standing,
            len(seen),
            at,
            best,
            known(entry, pretests) if pretests else Known.UNKNOWN,
            missed_of(entry, pretests) if pretests else 0,
        )
    parts = tuple(
        (part.title, tuple(rows[id] for id in part.lessons if id in rows)) for part in header.parts
    )
    recent = max(home.reading, key=lambda id: home.reading[id].turn, default=None)
    today = desk.store.today(learner)
    due = desk.store.due_forecast(learner, header.id, today, days=1)[0]
    happened = desk.store.happened_today(learner, header.id, today)
    again = sum(comes_back(one.again, one.right) for one in happened.values())
    step = _step(desk, rows, recent, left_open if resuming else (), due, again)
    return CourseMap(parts, step, left_open, home.days, due, again)


def session_name(session: SessionRow, entry: LessonEntry | None) -> str:
    """ "Quiz 4", "Retry 4", "Review", "Exam"."""
    names = {"quiz": "Quiz", "retry": "Retry", "review": "Review", "cram": "Practice"}
    name = names.get(session.kind) or {"exam": "Exam", "pretest": "Pre-test"}.get(
        session.kind, session.kind.capitalize()
    )
    return f"{name} {entry.number}" if entry is not None else name


def done_of(session: SessionRow) -> int:
    """How many questions of a session are answered; in an exam: have an answer so far."""
    return max(session.answered, session.chosen)


def _step(
    desk: Desk,
    rows: Mapping[str, LessonRow],
    recent: str | None,
    left_open: tuple[SessionRow, ...],
    due: int,
    again: int,
) -> Step:
    session = left_open[0] if left_open else None
    entry = desk.library.entry(session.lesson) if session is not None else None
    begun = None
    if session is not None:
        name = session_name(session, entry)
        if entry is not None:
            name = f"{name}: {entry.short}"
        begun = Begun(name, done_of(session), len(session.items))
    unfinished = _unfinished(rows, recent)
    missed = max(
        (row for row in rows.values() if row.missed and row.standing is Standing.NEW),
        key=lambda row: row.missed,
        default=None,
    )
    unread = next((row for row in rows.values() if row.standing is Standing.NEW), None)
    now = Situation(
        begun=begun,
        cards=Cards(due=due, again=again, minutes=minutes_for(due + again)),
        unfinished=_reading(unfinished),
        missed=_reading(missed),
        unread=_reading(unread),
    )
    found = next_step(now)
    if found.kind is Kind.DONE:
        now = _with_what_is_left(desk, now)
        found = next_step(now)
    weak = now.weak.lesson if now.weak is not None else ""
    row = {
        Kind.RESUME: rows.get(session.lesson) if session is not None else None,
        Kind.LESSON: unfinished or missed or unread,
        Kind.QUIZ: unfinished,
        Kind.AGAIN: unfinished,
        Kind.WEAK: next((row for row in rows.values() if str(row.entry.number) == weak), None),
    }.get(found.kind)
    share = 0.0
    if found.kind is Kind.RESUME and session is not None:
        share = done_of(session) / max(len(session.items), 1)
    elif row is not None:
        share = row.at / max(row.pages, 1) if found.kind is Kind.LESSON else 1.0
    return Step(
        found.kind,
        found.title,
        found.words,
        found.line,
        share,
        row,
        session if found.kind is Kind.RESUME else None,
    )


def minutes_for(cards: int) -> int:
    """About how long so many cards take."""
    return -(-cards * SECONDS_A_CARD // 60)


def _unfinished(rows: Mapping[str, LessonRow], recent: str | None) -> LessonRow | None:
    """The lesson read last if it is begun and not done, else the first that is."""
    latest = rows.get(recent or "")
    if latest is not None and latest.standing is Standing.STARTED:
        return latest
    return next((row for row in rows.values() if row.standing is Standing.STARTED), None)


def _reading(row: LessonRow | None) -> Reading | None:
    if row is None:
        return None
    return Reading(
        name=row.entry.short,
        read=row.read,
        at=row.at,
        screens=row.pages,
        minutes=row.minutes_left if row.read else row.entry.minutes,
        questions=row.entry.items,
        best=row.best,
        passed=row.standing is Standing.DONE,
        missed=row.missed,
        length=row.entry.length,
    )


def _with_what_is_left(desk: Desk, now: Situation) -> Situation:
    """All lessons are done and nothing is due: new items, weak objectives, the next card.

    Only here are items read, so that most starts do without.
    """
    from tutor.memory.forecast import next_due
    from tutor.study.progress import progress
    from tutor.study.review import review_now

    learner, course = desk.learner.id, desk.library.header.id
    today = desk.store.today(learner)
    review = review_now(desk)
    weak = next((row for row in progress(desk).objectives if row.mastery.weak), None)
    cards = (one.card for one in desk.store.cards(learner, course, today))
    return now._replace(
        cards=now.cards._replace(new=review.new, minutes=minutes_for(len(review.items))),
        weak=weak
        and Weak(
            weak.objective.short, weak.mastery.right, weak.mastery.asked, str(weak.lesson.number)
        ),
        next_due=next_due(cards, today),
    )
