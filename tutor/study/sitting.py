"""A session on its way into the record.

The order of things is the promise of this program: an event is on disk first, then it counts,
then its feedback is shown. If the record cannot be written, nothing has happened yet and the
same call may be made again.
"""

from __future__ import annotations

from tutor.clock import Clock
from tutor.course.digest import key_digest
from tutor.course.items import Item, Multi, Option, Single
from tutor.course.library import Library
from tutor.quiz.event import Event, Kind, Response
from tutor.quiz.feedback import Feedback, feedback_of
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders import Words, grade
from tutor.quiz.result import Result, result
from tutor.quiz.session import Session
from tutor.quiz.shuffle import shown_order
from tutor.store.model import SessionRow, Totals
from tutor.store.store import Store


class Sitting:
    """Runs one session: asks the rules, writes the record, keeps the state.

    Another copy of the program may write to the same session: its events come back with each
    write, and the state is theirs and ours together.
    """

    def __init__(
        self,
        library: Library,
        store: Store,
        clock: Clock,
        learner_id: int,
        session: Session,
        id: int | None = None,
    ) -> None:
        """`id` is the session's in the record; without one nothing has happened in it yet."""
        self._library = library
        self._store = store
        self._clock = clock
        self._learner_id = learner_id
        self.id = id
        self.session = session
        self.words = Words(library.glossary)
        self._known = 0
        self._shown_at = clock.monotonic()

    @classmethod
    def open(cls, library: Library, store: Store, clock: Clock, row: SessionRow) -> Sitting | None:
        """The session of a row of the record, with all that happened in it so far."""
        quiz = library.quiz(row.lesson)
        by_id = {item.id: item for item in quiz.items} if quiz is not None else {}
        items = tuple(by_id[id] for id in row.items if id in by_id)
        if not items:
            return None
        events = store.events(row.id)
        session = Session.replay(row.kind, row.lesson, items, row.seed, events)
        sitting = cls(library, store, clock, row.learner_id, session, row.id)
        sitting._known = len(events)
        if session.finished and row.ended is None:  # killed between two copies' last answers
            sitting._settle(row.id)
        return sitting

    @property
    def current(self) -> Item | None:
        """The item to answer now; None when all are answered."""
        return self.session.current

    def item_is_shown(self) -> None:
        """The time of an answer counts from here."""
        self._shown_at = self._clock.monotonic()

    def grade(self, item: Item, response: Response) -> Grade | AskAgain:
        """The grade of a response; writes nothing."""
        return grade(item, response, self.words, self.session.asked(item.id))

    def shown_options(self, item: Item) -> tuple[Option, ...]:
        """The options of a choice in the order of this session; none for typed answers."""
        if not isinstance(item.body, Single | Multi):
            return ()
        by_id = {option.id: option for option in item.body.options}
        return tuple(by_id[id] for id in shown_order(item, self.session.seed))

    def answer(self, item: Item, response: Response) -> Grade | AskAgain:
        """Grade a response and put it into the record, both or neither."""
        verdict = self.grade(item, response)
        ms = max(int((self._clock.monotonic() - self._shown_at) * 1000), 0)
        if isinstance(verdict, AskAgain) and not verdict.counts:
            return verdict
        if isinstance(verdict, AskAgain):
            self._write(Event(Kind.ASKED_AGAIN, item.id, response, ms=ms))
            return verdict
        self._write(
            Event(
                Kind.ANSWERED,
                item.id,
                response,
                score=verdict.score,
                hints=self.session.hints_seen(item.id),
                ms=ms,
            )
        )
        return verdict

    def hint(self, item: Item) -> str | None:
        """The next hint of an item, noted in the record; None when there is no further one."""
        seen = self.session.hints_seen(item.id)
        if seen >= len(item.hints):
            return None
        self._write(Event(Kind.HINTED, item.id))
        return item.hints[seen]

    def skip(self, item: Item) -> None:
        """Put an item off to the end."""
        self._write(Event(Kind.SKIPPED, item.id))

    def take_up(self, item: Item) -> None:
        """Bring an item that was put off to the front again."""
        self._write(Event(Kind.RETURNED, item.id))

    def undo(self, item: Item) -> None:
        """Make the last answer void and open its item again."""
        self._write(Event(Kind.UNDONE, item.id))

    def flag(self, item: Item) -> bool:
        """Set or take away the learner's flag; whether it is set now."""
        flagged = not self.session.flagged(item.id)
        self._write(Event(Kind.FLAGGED if flagged else Kind.UNFLAGGED, item.id))
        return flagged

    def feedback(self, item: Item) -> Feedback:
        """Feedback on an answered item, at the score that it got. KeyError if it has no answer."""
        order = tuple(option.id for option in self.shown_options(item))
        return feedback_of(item, self.session.outcomes[item.id], self.words, order)

    def result(self) -> Result:
        """Score and counts of what is answered so far."""
        return result(self.session, self._library.header.pass_line)

    def _write(self, event: Event) -> None:
        id = self._recorded()
        item = self.session.item(event.item)
        news = self._store.append(
            id,
            event,
            digest=key_digest(item) if item is not None else "",
            known=self._known,
            total=self._totals(self.session.apply(event)),
        )
        self._take(news)
        if len(news) > 1:  # the totals were reckoned without what another copy wrote
            self._settle(id)

    def _recorded(self) -> int:
        """The session's id in the record, where it comes with the first thing that happens in it.

        One that is only looked at leaves no trace.
        """
        if self.id is None:
            session = self.session
            row = self._store.start_session(
                self._learner_id,
                self._library.header.id,
                session.kind,
                session.lesson,
                session.seed,
                [item.id for item in session.items],
            )
            self.id = row.id
        return self.id

    def _settle(self, id: int) -> None:
        """Bring the record's totals up to the events of all copies."""
        while news := self._store.settle(id, known=self._known, total=self._totals(self.session)):
            self._take(news)

    def _take(self, news: tuple[Event, ...]) -> None:
        self._known += len(news)
        for event in news:
            self.session = self.session.apply(event)

    def _totals(self, session: Session) -> Totals | None:
        """The totals go into the commit of the last answer, and an undo takes them out again.

        So a session is finished exactly when its record says so.
        """
        if not session.finished:
            return None
        done = result(session, self._library.header.pass_line)
        return Totals(done.points, done.total, done.right, done.asked, done.ms)
