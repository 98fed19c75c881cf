"""A session, question by question: any kind of session that gives feedback at once.

Every answer is in the record before its feedback is told.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tutor.course.items import Case
from tutor.plain import certainty
from tutor.plain.feedback import tell_feedback, tell_sources, tell_summary
from tutor.plain.prose import tell
from tutor.plain.question import Command, Instead, Question, flag
from tutor.plain.room import LEAVE, GivenUp
from tutor.plain.spoken import count, sentence
from tutor.plain.steps import kind_name
from tutor.plain.talk import InputEnded
from tutor.quiz.feedback import Feedback, feedback, feedback_of
from tutor.quiz.grade import AskAgain, Grade
from tutor.quiz.shuffle import shown_order
from tutor.study.certainty import asked_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tutor.course.items import Item
    from tutor.plain.room import Room
    from tutor.quiz.event import Response
    from tutor.study.sitting import Sitting

# Whose verdict may be overridden: that on what was typed.
_TYPED = frozenset({"text", "number", "cloze"})


class _Left(Exception):  # noqa: N818 - it is no failure
    """The learner leaves the session."""


class _Given(NamedTuple):
    """An answer just given: the item of the session, what of it was asked, and its grade."""

    root: Item
    item: Item
    response: Response
    grade: Grade


def sit(room: Room, sitting: Sitting) -> bool:
    """Ask what is open, one after the other. Whether all is answered; False when it was left."""
    run = _Run(room, sitting)
    try:
        run.run()
    except (InputEnded, KeyboardInterrupt):
        room.last_words = run.kept_words
        raise
    except _Left:
        room.talk.say(run.kept_words or "Nothing was answered.")
        return False
    return True


def undo(room: Room, sitting: Sitting) -> bool:
    """Take the last answer back; whether there was one."""
    last = sitting.session.item(sitting.session.last or "")
    if last is None:
        room.talk.say("There is nothing to undo.")
        return False
    room.kept(lambda: sitting.undo(last))
    room.talk.say(f"Undone. Question {sitting.session.position} is open again.")
    return True


def feedback_on(sitting: Sitting, item: Item) -> Feedback:
    """Feedback on an item that was answered, at the score that it got."""
    session = sitting.session
    order = shown_order(item, session.seed)
    return feedback_of(item, session.outcomes[item.id], sitting.words, order)


class _Run:
    def __init__(self, room: Room, sitting: Sitting) -> None:
        self.room, self.talk, self.sitting = room, room.talk, sitting
        self._certainty = asked_for(room.desk, sitting.session.kind)
        self._asked_last = ""

    @property
    def kept_words(self) -> str:
        """Where one goes on another time; nothing before the first event."""
        session = self.sitting.session
        if session.finished:
            return "All is answered. The score stands in your progress."
        if not session.events:
            return ""
        place = f"Question {session.position} of {len(session.items)}"
        return f"{place} {'is kept' if self.room.desk.store.kept else 'waits while this runs'}."

    def run(self) -> None:
        """The loop: a question, its feedback, the next question. Raises _Left."""
        self._announce()
        while (item := self.sitting.current) is not None:
            try:
                given = self._ask(item)
                if given is not None:
                    self._look_back(given)
            except GivenUp:
                self.talk.say("It is left as it was. The question is still open.")

    def _announce(self) -> None:
        session = self.sitting.session
        entry = self.room.desk.library.entry(session.lesson)
        name = f"{kind_name(session.kind)}: {entry.short}" if entry else kind_name(session.kind)
        self.talk.gap()
        self.talk.say(f"{sentence(name)} {count(len(session.items), 'question')}.")

    # -- a question --------------------------------------------------------------------------

    def _ask(self, root: Item) -> _Given | None:
        """The answer to an item, or to the next stage of a case; None if another comes first."""
        question = Question(self.room, self.sitting, root)
        # How long it takes to listen says nothing of memory.
        self.sitting.item_is_shown(timed=False)
        self.talk.gap()
        self.talk.say(self._place(root))
        self.talk.gap()
        # The next stage of a case comes right after its story: that is not told again.
        question.tell(story=question.item is root or self._asked_last != root.id)
        self._asked_last = root.id
        while True:
            try:
                if (given := self._answer(question)) is not None:
                    return given
            except Instead as instead:
                if instead.command is Command.LEAVE:
                    raise _Left from None
                if self._moved(root, instead.command):
                    return None

    def _place(self, root: Item) -> str:
        """ "Question 6 of 10. 5 answered. A runner who trips, stage 2 of 3."."""
        session = self.sitting.session
        words = [f"Question {session.position} of {len(session.items)}."]
        if session.answered:
            words.append(f"{session.answered} answered.")
        if session.returns(root.id):
            words.append("Once more, not scored.")
        if session.flagged(root.id):
            words.append("Flagged.")
        if isinstance(root.body, Case):
            stage, of = self._stage(root)
            words.append(f"{root.body.title}, stage {min(stage, of)} of {of}.")
        return " ".join(words)

    def _stage(self, root: Item) -> tuple[int, int]:
        """The number of the stage that is asked now, from 1, and how many there are."""
        if not isinstance(root.body, Case):
            return 1, 1
        partial_ = self.sitting.session.partial(root.id)
        stages = partial_.get("stages") if partial_ is not None else None
        return 1 + (len(stages) if isinstance(stages, dict) else 0), len(root.body.stages)

    def _answer(self, question: Question) -> _Given | None:
        """Take an answer; None when it cannot be graded yet."""
        root, item = question.root, question.item
        sure: int | None = None
        try:
            response = question.answer()
            if self._is_asked_how_sure(root, response):
                sure = certainty.ask(question)
        except certainty.ChooseAgain:
            return None
        except Instead as instead:
            if instead.command is not Command.DONT_KNOW:
                raise
            response = None
        verdict = self.room.kept(lambda: self.sitting.answer(root, response, sure))
        if isinstance(verdict, AskAgain):
            self.talk.say(verdict.question)
            question.before = response
            return None
        return _Given(root, item, response, verdict)

    def _is_asked_how_sure(self, root: Item, response: Response) -> bool:
        """Of a case as a whole nobody could say; nor of what cannot be graded yet."""
        if not self._certainty or isinstance(root.body, Case):
            return False
        return not isinstance(self.sitting.grade(root, response), AskAgain)

    def _moved(self, root: Item, command: Command) -> bool:
        """Skip, or undo; whether another question comes now."""
        session = self.sitting.session
        if command is Command.SKIP:
            if not session.can_skip:
                self.talk.say("This is the last open question.")
                return False
            self.room.kept(lambda: self.sitting.skip(root))
            self.talk.say("Skipped. It comes again at the end.")
            return True
        if self._stage(root)[0] > 1:
            self.talk.say("A stage that is answered stays answered: you have seen why.")
            return False
        return undo(self.room, self.sitting)

    # -- after an answer ---------------------------------------------------------------------

    def _look_back(self, given: _Given) -> None:
        """The feedback, and what the learner does with it. Raises _Left."""
        self._tell_feedback(given)
        root, session = given.root, self.sitting.session
        open_stage = given.item is not root and root.id not in session.outcomes
        on = "Enter for the next question"
        if open_stage:
            on = "Enter for the next stage"
        elif session.finished:
            on = "Enter for the result"
        letters = {"f": "flag"} if open_stage else {"u": "undo", "f": "flag"}
        while True:
            match self.room.pick(
                on,
                enter=True,
                letters=letters,
                more=self._more(given),
                again=partial(self._tell_again, given),
            ):
                case "u":
                    if undo(self.room, self.sitting):
                        return
                case "f":
                    self.room.visit(lambda: flag(self.room, self.sitting, root))
                case "c":
                    self._override(given)
                case "s":
                    tell_sources(self.room, given.item)
                case key if key == LEAVE:
                    raise _Left
                case _:
                    return

    def _tell_again(self, given: _Given) -> None:
        tell(self.talk, given.item.stem)
        self._tell_feedback(given)

    def _tell_feedback(self, given: _Given) -> None:
        order = shown_order(given.item, self.sitting.session.seed)
        tell_feedback(self.room, feedback(given.item, given.response, given.grade, order))
        if given.item is not given.root and given.root.id in self.sitting.session.outcomes:
            tell_summary(self.room, feedback_on(self.sitting, given.root))

    def _more(self, given: _Given) -> Mapping[str, str]:
        more = {"s": "the sources in full"}
        session = self.sitting.session
        mine = given.root.type in _TYPED and given.response is not None
        if mine and not session.returns(given.root.id):
            outcome = session.outcomes.get(given.root.id)
            now = outcome is not None and outcome.right
            more["c"] = f"count the answer as {'wrong' if now else 'right'}, by your own verdict"
        return more

    def _override(self, given: _Given) -> None:
        right = not self.sitting.session.outcomes[given.root.id].right
        self.room.kept(lambda: self.sitting.override(given.root, right=right))
        self.talk.say(f"Counted as {'right' if right else 'wrong'}, by your own verdict.")
