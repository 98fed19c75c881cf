"""The learner's record, as the faces use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.store import (
    events,
    learners,
    notes,
    opening,
    progress,
    reading,
    review,
    scores,
    sessions,
    settings,
)
from tutor.store.model import HomeView

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from tutor.clock import Clock
    from tutor.memory.mastery import Evidence
    from tutor.quiz.event import Event
    from tutor.store.connection import Record
    from tutor.store.errors import RecordError
    from tutor.store.model import (
        About,
        Entry,
        Learner,
        LessonScores,
        Reading,
        Score,
        SessionRow,
        Totals,
    )
    from tutor.store.views import (
        ConfidentError,
        Day,
        HeldCard,
        Miss,
        Note,
        Pretest,
        Recalls,
        Today,
    )


class Store:
    """An open record. Any call may raise a `RecordError`; then nothing was written.

    For one thread: open another one where another thread needs it.
    """

    def __init__(self, record: Record) -> None:
        self.record = record

    @classmethod
    def open(cls, home: Path, clock: Clock) -> Self:
        """Open the record in `home`; folder and file are made if they are missing."""
        return cls(opening.open_record(home, clock))

    @classmethod
    def open_to_read(cls, home: Path, clock: Clock) -> Self:
        """Open it and change nothing; works where nothing may be written. Raises RecordMissing."""
        return cls(opening.open_to_read(home, clock))

    @classmethod
    def in_memory(cls, clock: Clock) -> Self:
        """A record that is forgotten at the end, for going on without one."""
        return cls(opening.open_in_memory(clock))

    @property
    def kept(self) -> bool:
        """False when everything is forgotten at the end."""
        return self.record.path is not None

    @property
    def backup_failure(self) -> RecordError | None:
        """Why today's backup could not be made, if so. Answers are stored all the same."""
        return self.record.backup_failure

    def close(self) -> None:
        self.record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Learners

    def learners(self) -> tuple[Learner, ...]:
        return learners.learners(self.record)

    def learner(self, name: str) -> Learner:
        return learners.learner(self.record, name)

    def rename_learner(self, learner_id: int, name: str) -> Learner:
        return learners.rename_learner(self.record, learner_id, name)

    # Sessions and their events

    def start_session(
        self,
        learner_id: int,
        course: str,
        kind: str,
        lesson: str,
        seed: int,
        items: Sequence[str],
        options: Mapping[str, object] | None = None,
    ) -> SessionRow:
        return sessions.start_session(
            self.record, learner_id, course, kind, lesson, seed, items, options
        )

    def session(self, session_id: int) -> SessionRow:
        return sessions.session(self.record, session_id)

    def open_sessions(self, learner_id: int, course: str) -> tuple[SessionRow, ...]:
        return sessions.open_sessions(self.record, learner_id, course)

    def drop_session(self, session_id: int) -> None:
        sessions.drop_session(self.record, session_id)

    def append(
        self,
        session_id: int,
        event: Event,
        *,
        digest: str,
        about: About = events.NOT_IN_COURSE,
        known: int,
        total: Totals | None,
        timed: bool = True,
    ) -> tuple[Event, ...]:
        return events.append(
            self.record,
            session_id,
            event,
            digest=digest,
            about=about,
            known=known,
            total=total,
            timed=timed,
        )

    def append_many(
        self, session_id: int, entries: Sequence[Entry], *, known: int, total: Totals | None
    ) -> tuple[Event, ...]:
        return events.append_many(self.record, session_id, entries, known=known, total=total)

    def settle(self, session_id: int, *, known: int, total: Totals | None) -> tuple[Event, ...]:
        return events.settle(self.record, session_id, known=known, total=total)

    def events(self, session_id: int) -> tuple[Event, ...]:
        return events.events(self.record, session_id)

    # What it came to

    def scores(self, learner_id: int, course: str, lesson: str | None = None) -> tuple[Score, ...]:
        return scores.scores(self.record, learner_id, course, lesson)

    def lesson_scores(self, learner_id: int, course: str) -> Mapping[str, LessonScores]:
        return scores.lesson_scores(self.record, learner_id, course)

    def seen(
        self, learner_id: int, course: str, items: Iterable[str]
    ) -> Mapping[str, tuple[int, float]]:
        return scores.seen(self.record, learner_id, course, items)

    def flags(self, learner_id: int, course: str) -> frozenset[str]:
        return settings.flags(self.record, learner_id, course)

    # The review

    def today(self, learner_id: int) -> date:
        return review.today(self.record, learner_id)

    def cards(self, learner_id: int, course: str, day: date) -> tuple[HeldCard, ...]:
        return review.cards(self.record, learner_id, course, day)

    def due_forecast(
        self,
        learner_id: int,
        course: str,
        day: date,
        *,
        days: int = 7,
        items: Container[str] | None = None,
    ) -> tuple[int, ...]:
        return review.due_forecast(self.record, learner_id, course, day, days=days, items=items)

    def happened_today(self, learner_id: int, course: str, day: date) -> Mapping[str, Today]:
        return review.happened_today(self.record, learner_id, course, day)

    def confident_errors(self, learner_id: int, course: str) -> tuple[ConfidentError, ...]:
        return review.confident_errors(self.record, learner_id, course)

    def misses(self, learner_id: int, course: str, newest: int = 200) -> tuple[Miss, ...]:
        return review.misses(self.record, learner_id, course, newest)

    def take_up(self, learner_id: int, course: str, item: str) -> bool:
        return review.take_up(self.record, learner_id, course, item)

    # Progress

    def evidence(
        self, learner_id: int, course: str, newest: int = 10
    ) -> Mapping[str, tuple[Evidence, ...]]:
        return progress.evidence(self.record, learner_id, course, newest)

    def days(self, learner_id: int, course: str, since: date | None = None) -> tuple[Day, ...]:
        return progress.days(self.record, learner_id, course, since)

    def one_day(self, learner_id: int, course: str, day: date) -> Day:
        return progress.one_day(self.record, learner_id, course, day)

    def calibration(self, learner_id: int, course: str) -> Mapping[int, tuple[int, int]]:
        return progress.calibration(self.record, learner_id, course)

    def recalls(self, learner_id: int, course: str) -> Recalls:
        return progress.recalls(self.record, learner_id, course)

    def newest_scores(
        self, learner_id: int, course: str, kinds: Sequence[str], newest: int
    ) -> tuple[Score, ...]:
        return progress.newest_scores(self.record, learner_id, course, kinds, newest)

    def pretests(self, learner_id: int, course: str) -> Mapping[str, Pretest]:
        return progress.pretests(self.record, learner_id, course)

    # Notes and reports

    def add_note(self, learner_id: int, course: str, item: str, kind: str, text: str) -> Note:
        return notes.add_note(self.record, learner_id, course, item, kind, text)

    def notes(
        self, learner_id: int, course: str, item: str | None = None, kind: str | None = None
    ) -> tuple[Note, ...]:
        return notes.notes(self.record, learner_id, course, item, kind)

    def delete_note(self, learner_id: int, note_id: int) -> bool:
        return notes.delete_note(self.record, learner_id, note_id)

    # Reading, and Home

    def mark_read(self, learner_id: int, course: str, lesson: str, screen: str) -> None:
        reading.mark_read(self.record, learner_id, course, lesson, screen)

    def reading(self, learner_id: int, course: str) -> Mapping[str, Reading]:
        return reading.reading(self.record, learner_id, course)

    def home(self, learner_id: int, course: str) -> HomeView:
        """Four queries, none of which reads the log."""
        return HomeView(
            reading=self.reading(learner_id, course),
            scores=self.lesson_scores(learner_id, course),
            open=self.open_sessions(learner_id, course),
            days=settings.days_studied(self.record, learner_id, course),
        )

    # Settings

    def setting(self, name: str, default: str = "", *, learner_id: int | None = None) -> str:
        return settings.setting(self.record, name, default, learner_id)

    def set_setting(self, name: str, value: str, *, learner_id: int | None = None) -> None:
        settings.set_setting(self.record, name, value, learner_id)
