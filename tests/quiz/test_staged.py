"""A case in a session: what is kept of it survives a kill, stage by stage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import RIGHT, case, mtf, number, single, stage
from tutor.quiz.event import Event, Kind, Response
from tutor.quiz.session import Session

CASE = case(
    stage("nerve", single(), hints=("first", "second")),
    stage("angle", number(answer=90, unit="degrees"), hints=("only",)),
    stage("signs", mtf()),
)
ITEMS = (single("a"), CASE, single("b"))
STAGES: dict[str, Response] = RIGHT["case"]["stages"]  # type: ignore[assignment]


def after(*events: Event) -> Session:
    return Session.replay("quiz", "peroneal-nerve", ITEMS, 7, events)


def staged(*ids: str, item: str = "story") -> Event:
    return Event(Kind.STAGED, item, {"stages": {id: STAGES[id] for id in ids}})


def question(session: Session) -> str:
    found = session.question("story")
    assert found is not None
    return found.id


ANSWERED = Event(Kind.ANSWERED, "story", RIGHT["case"], score=1.0)
HINT = Event(Kind.HINTED, "story")
AGAIN = Event(Kind.ASKED_AGAIN, "story", {"text": "90"})


def test_a_session_remembers_the_stages_so_far() -> None:
    assert after().partial("story") is None
    session = after(staged("nerve"))
    assert session.partial("story") == {"stages": {"nerve": STAGES["nerve"]}}
    assert (session.queue, session.outcomes, session.last) == (("a", "story", "b"), {}, None)
    assert question(session) == "story/angle"
    assert question(after()) == "story/nerve"


def test_what_is_asked_of_another_item_is_the_item() -> None:
    assert after().question("a") == ITEMS[0]
    assert after().question("vanished") is None


def test_a_stage_once_answered_is_not_answered_again() -> None:
    other = Event(Kind.STAGED, "story", {"stages": {"nerve": None}})
    assert after(staged("nerve"), other).partial("story") == {"stages": {"nerve": STAGES["nerve"]}}


def test_two_copies_of_the_program_come_to_the_stages_of_both() -> None:
    session = after(staged("nerve", "angle"), staged("nerve"))
    assert question(session) == "story/signs"


def test_when_every_stage_is_answered_the_case_itself_is_still_to_come() -> None:
    assert question(after(staged("nerve", "angle", "signs"))) == "story"


def test_the_answer_of_the_case_ends_it() -> None:
    session = after(staged("nerve"), ANSWERED)
    assert session.partial("story") is None
    assert session.outcomes["story"].response == RIGHT["case"]
    assert session.queue == ("a", "b")


def test_undone_it_begins_again() -> None:
    session = after(staged("nerve"), ANSWERED, Event(Kind.UNDONE, "story"))
    assert question(session) == "story/nerve"


def test_put_off_or_interrupted_by_an_undo_it_goes_on_where_it_was() -> None:
    session = after(staged("nerve"), Event(Kind.SKIPPED, "story"))
    assert session.queue == ("a", "b", "story")
    assert question(session) == "story/angle"
    first = Event(Kind.ANSWERED, "a", {"option": "a"}, score=1.0)
    session = after(first, staged("nerve"), Event(Kind.UNDONE, "a"))
    assert question(session) == "story/angle"


def test_a_stage_of_an_answered_case_changes_nothing() -> None:
    session = after(ANSWERED)
    assert session.apply(staged("nerve")).partial("story") is None


def test_hints_and_questions_back_are_counted_by_stage() -> None:
    session = after(HINT, HINT, HINT, AGAIN)
    assert (session.hints_seen("story"), session.asked("story")) == (2, 1)
    session = after(HINT, HINT, AGAIN, staged("nerve"))
    assert (session.hints_seen("story"), session.asked("story")) == (0, 0)
    session = after(HINT, HINT, staged("nerve"), HINT, HINT, staged("nerve", "angle"), HINT)
    assert (session.hints_seen("story"), session.hints_used("story")) == (0, 3)
    assert session.apply(ANSWERED).outcomes["story"].hints == 3


EVENTS = st.lists(
    st.one_of(
        st.builds(
            staged,
            st.sampled_from(list(STAGES)),
            st.sampled_from(list(STAGES)),
            item=st.sampled_from(["story", "a", "vanished"]),
        ),
        st.builds(
            Event,
            st.just(Kind.STAGED),
            st.sampled_from(["story", "a"]),
            st.sampled_from([None, {}, {"stages": {"nerve": 3}}, {"stages": []}, {"text": "a"}]),
        ),
        st.sampled_from(
            [
                ANSWERED,
                HINT,
                AGAIN,
                Event(Kind.UNDONE, "story"),
                Event(Kind.SKIPPED, "story"),
                Event(Kind.RETURNED, "story"),
                Event(Kind.ANSWERED, "a", {"option": "a"}, score=0.0),
            ]
        ),
    ),
    max_size=25,
)


@given(EVENTS)
def test_a_replay_comes_to_the_same_stage(events: list[Event]) -> None:
    live = after()
    for event in events:
        live = live.apply(event)
    assert after(*events) == live


@given(EVENTS)
def test_a_staged_event_does_nothing_but_remember(events: list[Event]) -> None:
    session = after(*events)
    bare = after(*(event for event in events if event.kind is not Kind.STAGED))
    assert (session.queue, session.outcomes.keys(), session.last) == (
        bare.queue,
        bare.outcomes.keys(),
        bare.last,
    )
    for item in ("a", "b", "vanished"):
        assert session.partial(item) is None


@given(EVENTS, st.sampled_from(list(STAGES)))
def test_there_is_no_going_back(events: list[Event], id: str) -> None:
    session = after(*events)
    then = session.apply(staged(id))
    before, now = session.partial("story"), then.partial("story")
    if before is not None and now is not None:
        assert before["stages"].items() <= now["stages"].items()  # type: ignore[attr-defined]
