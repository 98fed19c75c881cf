"""An exam: set up, answered in any order, handed in; nothing is told before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tutor.errors import TutorError
from tutor.plain import certainty
from tutor.plain.prose import one_line
from tutor.plain.question import Command, Instead, Question
from tutor.plain.room import LEAVE, GivenUp
from tutor.plain.spoken import count, duration, listed, stopped
from tutor.plain.talk import InputEnded
from tutor.quiz.grade import AskAgain
from tutor.quiz.graders import ResponseError, told
from tutor.study.certainty import asked_for
from tutor.study.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tutor.course.items import Item
    from tutor.plain.room import Room
    from tutor.study.sitting import Sitting

_HAND_IN = "h"


class _Left(Exception):  # noqa: N818 - it is no failure
    """The learner leaves the exam for now."""


class _Over(Exception):  # noqa: N818 - it is no failure
    """The time is over."""


class ExamQuestion(Question):
    """A question whose answer may still change."""

    does: ClassVar[Mapping[Command, str]] = {
        Command.REPEAT: "the question again",
        Command.SKIP: "the next question",
        Command.UNDO: "one step back, or the question before",
        Command.DONT_KNOW: "take the answer back, so that the question is open",
        Command.FLAG: "flag the question, or take the flag away",
        Command.LEAVE: "the list of all questions; from there you hand in or leave",
        Command.HELP: "this list",
    }

    @property
    def letters(self) -> list[str]:
        return ["r repeat", "s next", "u back", "q list"]

    def hint(self) -> None:
        self.talk.say("There are no hints in an exam.")

    def tell(self, *, story: bool = True) -> None:
        """The question and the answer that stands."""
        super().tell(story=story)
        choice = self.sitting.session.chosen(self.root.id)
        if choice is None or choice.response is None:
            return
        try:  # nothing is graded here: only the words of what was answered are taken
            given = told(self.item, choice.response, self.order).given
        except ResponseError:  # the item was changed meanwhile
            return
        self.talk.say(f"Your answer so far: {stopped(one_line(given))}")


def sit_exam(room: Room, sitting: Sitting) -> bool:
    """Until it is handed in (True) or left. Everything chosen is in the record at once."""
    run = _Run(room, sitting)
    try:
        run.run()
    except (InputEnded, KeyboardInterrupt):
        run.keep_quietly()
        room.last_words = run.kept_words
        raise
    except _Left:
        room.talk.say(run.kept_words or "Nothing was answered.")
        return False
    return True


class _Run:
    def __init__(self, room: Room, sitting: Sitting) -> None:
        self.room, self.talk, self.sitting = room, room.talk, sitting
        self._certainty = asked_for(room.desk, sitting.session.kind)
        self._watch = Watch(sitting, room.desk.clock, timed=False)
        self._at = next(iter(self._open()), 0)

    @property
    def _items(self) -> tuple[Item, ...]:
        return self.sitting.session.items

    def _open(self) -> list[int]:
        """The places of the questions without an answer."""
        session = self.sitting.session
        choices = [session.chosen(item.id) for item in session.items]
        return [n for n, one in enumerate(choices) if one is None or one.response is None]

    @property
    def kept_words(self) -> str:
        """What is kept; nothing before the first event."""
        session = self.sitting.session
        if session.finished:
            return "The exam is handed in. Its score stands in your progress."
        if not session.events:
            return ""
        kept = "is kept" if self.room.desk.store.kept else "waits while this runs"
        answered = f"{session.choices} of {len(session.items)} answered"
        return f"The exam {kept}: {answered}{self._time_left()}."

    def run(self) -> None:
        """Question after question, then the list, until it is handed in. Raises _Left."""
        self.talk.gap()
        self.talk.say(f"Exam. {count(len(self._items), 'question')}{self._time_left()}.")
        while not self.sitting.session.finished:
            try:
                self._check_time()
                if self._at < len(self._items):
                    self._ask(self._items[self._at])
                else:
                    self._list()
            except GivenUp:
                self.talk.say("It is left as it was.")
            except _Over:
                self.talk.say("The time is over. The exam is handed in as it stands.")
                self._hand_in()

    def _hand_in(self) -> None:
        try:
            self.room.kept(self.sitting.hand_in)
        except GivenUp:
            raise _Left from None

    def _check_time(self) -> None:
        if self._watch.left == 0:
            raise _Over

    def _time_left(self) -> str:
        left = self._watch.left
        return f", {duration(left * 1000)} left" if left is not None else ""

    # -- a question --------------------------------------------------------------------------

    def _ask(self, item: Item) -> None:
        """Take an answer and go on, or go where a command leads."""
        session = self.sitting.session
        question = ExamQuestion(self.room, self.sitting, item)
        flagged = " Flagged." if session.flagged(item.id) else ""
        time = f" {duration(left * 1000)} left." if (left := self._watch.left) is not None else ""
        self.talk.gap()
        self.talk.say(f"Question {self._at + 1} of {len(self._items)}.{flagged}{time}")
        self.talk.gap()
        question.tell()
        while True:
            try:
                if self._answered(question):
                    self._at += 1
                    return
            except certainty.ChooseAgain:
                continue
            except Instead as instead:
                self._check_time()
                if self._moved(question, instead.command):
                    return

    def _answered(self, question: Question) -> bool:
        """Keep an answer; whether there was one. What comes after the time does not count."""
        item = question.item
        response = question.answer()
        verdict = self.sitting.grade(item, response)
        if isinstance(verdict, AskAgain) and not verdict.counts:  # nothing is there to be graded
            self.talk.say(verdict.question)
            return False
        sure = certainty.ask(question) if self._certainty else None
        self._check_time()
        self.room.kept(lambda: self._watch.keep(item.id, response, sure))
        return True

    def _moved(self, question: Question, command: Command) -> bool:
        """Go on, back, to the list; or take the answer back. Whether another place comes now."""
        item = question.item
        if command is Command.DONT_KNOW:
            self.room.kept(lambda: self._watch.keep(item.id, None))
            self.talk.say("This question is open.")
            return False
        if command is Command.UNDO and self._at == 0:
            self.talk.say("This is the first one.")
            return False
        self._keep_time()
        if command is Command.LEAVE:
            self._list()
        else:
            self._at += 1 if command is Command.SKIP else -1
        return True

    def _keep_time(self) -> None:
        """Put the time of the question in sight into the record."""
        if self._at >= len(self._items):
            return
        if self._watch.left is None and not self.sitting.session.events:
            return  # one without a limit that is only looked at leaves no trace
        self.room.kept(lambda: self._watch.keep_time(self._items[self._at].id))

    def keep_quietly(self) -> None:
        """The same at the end of the input, where nobody can be asked any more."""
        try:
            if self.sitting.session.events and self._at < len(self._items):
                self._watch.keep_time(self._items[self._at].id)
        except TutorError:  # only the time of one question is lost
            return

    # -- the list ----------------------------------------------------------------------------

    def _list(self) -> None:
        """What is answered, open and flagged; to a question, to the end, or away. Raises _Left."""
        self._tell_list()
        key = self.room.pick(
            "Number of a question",
            most=len(self._items),
            letters={_HAND_IN: "hand in"},
            again=self._tell_list,
        )
        self._check_time()
        if key == LEAVE:
            raise _Left
        if key != _HAND_IN:
            self._at = int(key) - 1
        elif self._is_sure():
            self._hand_in()

    def _is_sure(self) -> bool:
        left = len(self._open())
        words = f"{count(left, 'question')} open, not known then. " if left else ""
        prompt = f"{words}There is no way back. Enter to go on with the exam"
        return self.room.pick(prompt, enter=True, letters={_HAND_IN: "hand in"}) == _HAND_IN

    def _tell_list(self) -> None:
        session = self.sitting.session
        self.talk.gap()
        total = f"{session.choices} of {count(len(self._items), 'question')} answered"
        self.talk.say(f"{total}{self._time_left()}.")
        if open_ := self._open():
            self.talk.say(f"Open: {_numbered(open_)}.")
        flagged = [n for n, item in enumerate(self._items) if session.flagged(item.id)]
        if flagged:
            self.talk.say(f"Flagged: {_numbered(flagged)}.")


def _numbered(places: Iterable[int]) -> str:
    return listed([str(at + 1) for at in places], "and")
