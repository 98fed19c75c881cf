"""A session on its way into the record.

The order of things is the promise of this program: an event is on disk first, then it counts,
then its feedback is shown. If the record cannot be written, nothing has happened yet and the
same call may be made again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tutor.clock import Clock
from tutor.course.digest import key_digest
from tutor.course.items import Item, Multi, Option, Single
from tutor.course.library import Library
from tutor.quiz import case
from tutor.quiz.event import Event, Kind, Response
from tutor.quiz.feedback import Feedback, feedback_of
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.graders import Words, final_grade, grade
from tutor.quiz.result import Result, result
from tutor.quiz.session import Choice, Session
from tutor.quiz.shuffle import shown_order
from tutor.store.model import About, Entry, SessionRow, Totals
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
        options: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        """`id` is the session's in the record; without one nothing has happened in it yet.

        `options` are kept with it: plain JSON values, such as the time limit of an exam.
        """
        self._library = library
        self._store = store
        self._clock = clock
        self._learner_id = learner_id
        self.id = id
        self.session = session
        self.options = options
        self.came_late = False
        """Whether the last answer is void: another copy of the program had answered already."""
        self._timed = True
        self.words = Words(library.glossary)
        self._known = 0
        self._shown_at = clock.monotonic()

    @classmethod
    def open(cls, library: Library, store: Store, clock: Clock, row: SessionRow) -> Sitting | None:
        """The session of a row of the record, with all that happened in it so far."""
        by_id = _items_for(library, row.lesson)
        items = tuple(by_id[id] for id in row.items if id in by_id)
        if not items:
            return None
        events = store.events(row.id)
        session = Session.replay(row.kind, row.lesson, items, row.seed, events)
        sitting = cls(library, store, clock, row.learner_id, session, row.id, row.options)
        sitting._known = len(events)
        if session.finished and row.ended is None:  # killed between two copies' last answers
            sitting._settle(row.id)
        return sitting

    @property
    def current(self) -> Item | None:
        """The item to answer now; None when all are answered."""
        return self.session.current

    def item_is_shown(self, *, timed: bool = True) -> None:
        """The time of an answer counts from here.

        Not `timed` where it says nothing of memory: read aloud, for one.
        """
        self._shown_at = self._clock.monotonic()
        self._timed = timed

    def interrupted(self) -> None:
        """The learner looked away: the time of this answer says nothing any more."""
        self._timed = False

    @property
    def question(self) -> Item | None:
        """What is asked now: the item itself, or the next stage of a case."""
        current = self.current
        return self.session.question(current.id) if current is not None else None

    def grade(self, item: Item, response: Response) -> Grade | AskAgain:
        """The grade of a response; writes nothing."""
        return grade(item, response, self.words, self.session.asked(item.id))

    def shown_options(self, item: Item) -> tuple[Option, ...]:
        """The options of a choice in the order of this session; none for typed answers."""
        if not isinstance(item.body, Single | Multi):
            return ()
        by_id = {option.id: option for option in item.body.options}
        return tuple(by_id[id] for id in shown_order(item, self.session.seed))

    def answer(
        self, item: Item, response: Response, certainty: int | None = None
    ) -> Grade | AskAgain:
        """Grade a response and put it into the record, both or neither.

        Of a case the response is to the stage that is asked now, and so is the grade.
        `certainty` is 1, 2, 3 or None where it was not asked for or passed over.
        """
        question = self.session.question(item.id) or item
        verdict = grade(question, response, self.words, self.session.asked(item.id))
        ms = self._ms()
        if isinstance(verdict, AskAgain) and not verdict.counts:
            return verdict
        if isinstance(verdict, AskAgain):
            self._write(Event(Kind.ASKED_AGAIN, item.id, response, ms=ms))
        elif question is item:
            self._answered(item, response, verdict, certainty, ms)
        else:
            self._staged(item, question, response, certainty, ms)
        return verdict

    def _answered(
        self, item: Item, response: Response, verdict: Grade, certainty: int | None, ms: int
    ) -> None:
        event = Event(
            Kind.ANSWERED,
            item.id,
            response,
            score=verdict.score,
            certainty=certainty,
            hints=self.session.hints_used(item.id),
            ms=ms,
        )
        self._write(event)

    def _staged(
        self, item: Item, stage: Item, response: Response, certainty: int | None, ms: int
    ) -> None:
        """One stage of a case more; the last one completes its answer."""
        so_far = case.response_to(item, self.session.partial(item.id), stage, response)
        if case.turn(item, so_far) is not None:
            self._write(Event(Kind.STAGED, item.id, so_far, ms=ms))
            self.item_is_shown(timed=self._timed)
            return
        before = _ms_of_stages(self.session.events, item.id)
        graded = final_grade(item, so_far, self.words)
        self._answered(item, so_far, graded, certainty, before + ms)

    def override(self, item: Item, *, right: bool) -> None:
        """The learner's own verdict on a typed answer; it is in the log as such."""
        self._write(Event(Kind.OVERRIDDEN, item.id, score=1.0 if right else 0.0))

    def choose(self, item: Item, response: Response, certainty: int | None = None) -> None:
        """Exam: keep a response that may still change. None takes it back."""
        self._write(Event(Kind.CHOSEN, item.id, response, certainty=certainty, ms=self._ms()))

    def hand_in(self) -> None:
        """Exam: grade every choice, all in one commit or none. What is open counts as not known."""
        id = self._recorded()
        while entries := self._choices_graded():
            session = self.session
            for entry in entries:
                session = session.apply(entry.event)
            news = self._store.append_many(
                id, entries, known=self._known, total=self._totals(session)
            )
            if not news:  # nobody wrote meanwhile: it is done
                self._take(tuple(entry.event for entry in entries))
            self._take(news)

    def _choices_graded(self) -> list[Entry]:
        return [self._graded(item) for item in map(self.session.item, self.session.queue) if item]

    def _graded(self, item: Item) -> Entry:
        choice = self.session.chosen(item.id) or Choice(None, None, 0)
        score = final_grade(item, choice.response, self.words).score
        event = Event(
            Kind.ANSWERED,
            item.id,
            choice.response,
            score=score,
            certainty=choice.certainty if choice.response is not None else None,
            ms=choice.ms,
        )
        return Entry(event, key_digest(item), _about(item))

    def _ms(self) -> int:
        return max(int((self._clock.monotonic() - self._shown_at) * 1000), 0)

    def hint(self, item: Item) -> str | None:
        """The next hint of an item, noted in the record; None when there is no further one."""
        question = self.session.question(item.id) or item
        seen = self.session.hints_seen(item.id)
        if seen >= len(question.hints):
            return None
        self._write(Event(Kind.HINTED, item.id))
        return question.hints[seen]

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
        order = shown_order(item, self.session.seed)
        return feedback_of(item, self.session.outcomes[item.id], self.words, order)

    def result(self) -> Result:
        """Score and counts of what is answered so far."""
        return result(self.session, self._library.header.pass_line)

    def _write(self, event: Event) -> None:
        id = self._recorded()
        item = self.session.item(event.item)
        asked = self._asked_of(event.item)
        news = self._store.append(
            id,
            event,
            digest=key_digest(item) if item is not None else "",
            about=_about(item) if item is not None else About(),
            known=self._known,
            total=self._totals(self.session.apply(event)),
            timed=self._timed,
        )
        self._take(news[:-1])
        answers = event.kind in (Kind.ANSWERED, Kind.STAGED)
        now = self._asked_of(event.item)
        self.came_late = answers and (now is None or now != asked)
        self._take(news[-1:])
        if len(news) > 1:  # the totals were reckoned without what another copy wrote
            self._settle(id)

    def _asked_of(self, item_id: str) -> tuple[str, bool] | None:
        """What is asked of an item and whether once more; None where it is answered."""
        question = self.session.question(item_id)
        if question is None or item_id not in self.session.queue:
            return None
        return question.id, self.session.returns(item_id)

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
                self.options,
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


def _items_for(library: Library, lesson: str) -> Mapping[str, Item]:
    """The items that a session may ask; those of all lessons where it has none of its own."""
    if not lesson:
        return library.items()
    quiz = library.quiz(lesson)
    return {item.id: item for item in quiz.items} if quiz is not None else {}


def _about(item: Item) -> About:
    return About(item.type, item.objective, item.red_flag)


def _ms_of_stages(events: Sequence[Event], item: str) -> int:
    """The time that the stages of a case took since it was last begun."""
    total = 0
    for event in events:
        if event.item == item and event.kind is Kind.STAGED:
            total += event.ms
        elif event.item == item and event.kind in (Kind.ANSWERED, Kind.UNDONE):
            total = 0
    return total
