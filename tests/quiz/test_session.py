"""The session as a state machine."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.make import single
from tutor.quiz.event import Event, Kind, Response
from tutor.quiz.session import Session

ITEMS = tuple(single(one, hints=("first", "second")) for one in "abcd")
IDS = [*"abcd", "vanished"]


def begin() -> Session:
    return Session.start("quiz", "peroneal-nerve", ITEMS, 7)


def answer(id: str, score: float = 1.0, **more: int) -> Event:
    return Event(Kind.ANSWERED, id, {"option": "a"}, score=score, **more)


def after(*events: Event) -> Session:
    return Session.replay("quiz", "peroneal-nerve", ITEMS, 7, events)


def skip(id: str) -> Event:
    return Event(Kind.SKIPPED, id)


def undo(id: str) -> Event:
    return Event(Kind.UNDONE, id)


def current(session: Session) -> str | None:
    return session.current.id if session.current else None


EVENTS = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(Kind),
        item=st.sampled_from(IDS),
        response=st.sampled_from([None, {"option": "a"}, {"odd": [1]}]),
        score=st.none() | st.floats(),
        certainty=st.sampled_from([None, 1, 2, 3]),
        hints=st.integers(-1, 3),
        ms=st.integers(-10, 10_000),
    ),
    max_size=40,
)
# Events that mostly fit, so that the states further on are met as well.
LIKELY = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(
            [
                Kind.ANSWERED,
                Kind.ANSWERED,
                Kind.UNDONE,
                Kind.SKIPPED,
                Kind.CHOSEN,
                Kind.OVERRIDDEN,
            ]
        ),
        item=st.sampled_from("abcd"),
        response=st.just({"option": "a"}),
        score=st.floats(0, 1),
    ),
    max_size=40,
)


def test_a_new_session_asks_the_first_item() -> None:
    session = begin()
    assert (current(session), session.position, session.answered) == ("a", 1, 0)
    assert not session.finished
    assert not session.can_undo
    assert not session.can_return
    assert session.can_skip


def test_an_answer_goes_on_to_the_next_item() -> None:
    session = after(answer("a", 0.5, hints=1, ms=900))
    outcome = session.outcomes["a"]
    assert (outcome.score, outcome.hints, outcome.ms, outcome.changed) == (0.5, 1, 900, False)
    assert (current(session), session.position, session.last) == ("b", 2, "a")


def test_the_end() -> None:
    session = after(*(answer(one) for one in "abcd"))
    assert session.finished
    assert session.current is None
    assert session.position == 4
    assert not session.can_skip
    assert list(session.outcomes) == list("abcd")


def test_an_empty_session_is_finished() -> None:
    session = Session.start("retry", "peroneal-nerve", (), 1)
    assert session.finished
    assert session.position == 0


def test_an_item_named_twice_is_asked_once() -> None:
    assert len(Session.start("quiz", "x", (*ITEMS, ITEMS[0]), 1).items) == 4


def test_a_skipped_item_comes_at_the_end_and_keeps_its_number() -> None:
    session = after(answer("a"), skip("b"))
    assert session.queue == ("c", "d", "b")
    assert session.position == 3
    assert session.skipped == ("b",)
    assert session.can_return
    session = after(answer("a"), skip("b"), answer("c"), answer("d"))
    assert (current(session), session.position) == ("b", 2)
    assert not session.can_return  # it is being asked
    assert not session.can_skip


def test_the_only_open_item_cannot_be_skipped() -> None:
    session = after(*(answer(one) for one in "abc"), skip("d"))
    assert (session.queue, session.skipped) == (("d",), ())


def test_a_skipped_item_may_be_taken_up_before_its_turn() -> None:
    session = after(skip("a"), skip("b"), Event(Kind.RETURNED, "b"))
    assert session.queue == ("b", "c", "d", "a")
    assert session.skipped == ("a",)


def test_only_a_skipped_item_can_return() -> None:
    assert after(Event(Kind.RETURNED, "c")).queue == tuple("abcd")


def test_answering_a_skipped_item_ends_its_waiting() -> None:
    assert after(skip("a"), answer("a")).skipped == ()


def test_undo_opens_the_item_again_at_the_front() -> None:
    session = after(answer("a"), answer("b", 0.0), undo("b"))
    assert session.queue == ("b", "c", "d")
    assert list(session.outcomes) == ["a"]
    assert not session.can_undo  # the answer before it has been left behind
    session = session.apply(answer("b", 1.0))
    assert session.outcomes["b"].score == 1.0
    assert session.outcomes["b"].changed
    assert not session.outcomes["a"].changed
    assert session.can_undo


def test_undo_after_the_last_answer_opens_the_session_again() -> None:
    session = after(*(answer(one) for one in "abcd"), undo("d"))
    assert not session.finished
    assert current(session) == "d"


def test_only_the_last_answer_can_be_undone() -> None:
    session = after(answer("a"), answer("b"), undo("a"))
    assert set(session.outcomes) == {"a", "b"}


def test_hints_count_up_to_those_there_are() -> None:
    hint = Event(Kind.HINTED, "a")
    assert [after(*[hint] * n).hints_seen("a") for n in range(4)] == [0, 1, 2, 2]
    assert after(hint, answer("a")).outcomes["a"].hints == 1
    assert after(answer("a"), hint).hints_seen("a") == 0


def test_asking_again_is_counted_by_item() -> None:
    again = Event(Kind.ASKED_AGAIN, "a", {"text": "90"})
    session = after(again, again)
    assert (session.asked("a"), session.asked("b")) == (2, 0)
    assert current(session) == "a"


def test_flags_come_and_go_also_on_answered_items() -> None:
    session = after(answer("a"), Event(Kind.FLAGGED, "a"))
    assert session.flagged("a")
    assert not session.apply(Event(Kind.UNFLAGGED, "a")).flagged("a")
    assert not session.apply(Event(Kind.FLAGGED, "vanished")).flagged("vanished")


def test_the_first_of_two_answers_by_two_running_copies_counts() -> None:
    session = after(answer("a", 1.0), answer("a", 0.0))
    assert session.outcomes["a"].score == 1.0
    assert len(session.events) == 2


def test_an_answer_out_of_turn_counts() -> None:
    assert after(answer("c")).queue == ("a", "b", "d")


def test_a_score_that_is_none_does_not_answer() -> None:
    for score in (None, -0.1, 1.1, float("nan")):
        event = Event(Kind.ANSWERED, "a", {"option": "a"}, score=score)
        assert current(after(event)) == "a"


def test_a_session_whose_items_partly_vanished_goes_on() -> None:
    events = (answer("a"), answer("b"), skip("c"), undo("b"))
    session = Session.replay("quiz", "peroneal-nerve", ITEMS[2:], 7, events)
    assert session.queue == ("d", "c")
    assert session.outcomes == {}
    assert session.events == events


@given(EVENTS | LIKELY)
def test_whatever_happens_the_session_holds_together(events: list[Event]) -> None:
    session = begin()
    for event in events:
        before, session = session, session.apply(event)
        assert session.events == (*before.events, event)
        assert sorted([*session.queue, *session.outcomes]) == list("abcd")
        assert all(0 <= one.score <= 1 for one in session.outcomes.values())
        assert set(session.skipped) <= set(session.queue)
        assert session.last is None or session.last in session.outcomes
        assert session.finished is (session.current is None)
        assert 1 <= session.position <= 4
        assert session.can_return is any(one in session.skipped for one in session.queue[1:])


@given(EVENTS | LIKELY)
def test_a_replay_comes_to_the_same_state(events: list[Event]) -> None:
    live = begin()
    for event in events:
        live = live.apply(event)
    assert after(*events) == live


@given(EVENTS | LIKELY, st.data())
def test_an_event_on_an_unknown_item_changes_nothing(
    events: list[Event], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(events)))
    odd = Event(data.draw(st.sampled_from(Kind)), "vanished", score=1.0)
    session, other = after(*events), after(*events[:place], odd, *events[place:])
    assert (session.queue, session.outcomes, session.last) == (
        other.queue,
        other.outcomes,
        other.last,
    )


@given(EVENTS | LIKELY)
def test_undo_takes_back_exactly_one_answer(events: list[Event]) -> None:
    session = after(*events)
    if session.last is None:
        return
    undone = session.apply(undo(session.last))
    assert undone.queue == (session.last, *session.queue)
    assert set(undone.outcomes) == set(session.outcomes) - {session.last}


def choose(id: str, option: str | None) -> Event:
    return Event(Kind.CHOSEN, id, {"option": option} if option else None)


def judge(id: str, score: float | None) -> Event:
    return Event(Kind.OVERRIDDEN, id, score=score)


def held(session: Session, id: str) -> Response:
    choice = session.chosen(id)
    return choice.response if choice is not None else None


def test_the_latest_choice_is_remembered_and_may_be_taken_back() -> None:
    assert begin().chosen("a") is None
    session = after(choose("a", "x"), choose("b", "y"), choose("a", "z"))
    assert (held(session, "a"), held(session, "b")) == ({"option": "z"}, {"option": "y"})
    assert session.choices == 2
    back = session.apply(choose("a", None))
    assert held(back, "a") is None
    assert back.choices == 1
    assert session.chosen("c") is None


def test_the_time_of_all_choices_counts() -> None:
    def chose(id: str, ms: int) -> Event:
        return choose(id, "x")._replace(ms=ms)

    session = after(chose("a", 500), chose("b", 200), chose("a", 300), chose("a", -9))
    choice = session.chosen("a")
    assert choice is not None
    assert choice.ms == 800
    assert session.elapsed_ms == 1000


def test_a_choice_that_comes_after_the_answer_is_not_held() -> None:
    """Another running copy chose while this one handed in."""
    session = after(choose("a", "x"), answer("a"), choose("a", "y"), choose("vanished", "y"))
    assert held(session, "a") == {"option": "x"}
    assert session.chosen("vanished") is None


@given(EVENTS | LIKELY)
def test_a_choice_changes_nothing_else(events: list[Event]) -> None:
    session = after(*events)
    without = after(*(event for event in events if event.kind is not Kind.CHOSEN))
    assert replace(session, events=(), _chosen={}) == replace(without, events=(), _chosen={})
    for id in "abcd":
        choices = [one for one in events if (one.kind, one.item) == (Kind.CHOSEN, id)]
        if id in session.queue and choices and not any(one.item == id for one in answers(events)):
            assert held(session, id) == choices[-1].response


def answers(events: list[Event]) -> list[Event]:
    return [event for event in events if event.kind is Kind.ANSWERED]


def test_the_learners_verdict_replaces_the_score_of_an_answer() -> None:
    session = after(answer("a", 0.0, hints=1, ms=900), judge("a", 1.0))
    outcome = session.outcomes["a"]
    assert (outcome.score, outcome.right, outcome.overridden) == (1.0, True, True)
    assert (outcome.response, outcome.hints, outcome.ms) == ({"option": "a"}, 1, 900)
    assert session.apply(judge("a", 0.0)).outcomes["a"].score == 0.0
    assert not after(answer("a")).outcomes["a"].overridden


def test_a_verdict_on_an_open_item_or_without_a_score_changes_nothing() -> None:
    assert after(judge("a", 1.0)).outcomes == {}
    for score in (None, -0.1, 1.1, float("nan")):
        assert after(answer("a", 0.5), judge("a", score)).outcomes["a"].score == 0.5


def test_an_answer_that_was_judged_can_be_undone_and_is_new_then() -> None:
    session = after(answer("a", 0.0), judge("a", 1.0), undo("a"), answer("a", 0.5))
    assert (session.outcomes["a"].score, session.outcomes["a"].overridden) == (0.5, False)


@given(EVENTS | LIKELY)
def test_a_verdict_changes_scores_only(events: list[Event]) -> None:
    session = after(*events)
    without = after(*(event for event in events if event.kind is not Kind.OVERRIDDEN))

    def bare(one: Session) -> Session:
        outcomes = {
            id: replace(outcome, score=0.0, overridden=False)
            for id, outcome in one.outcomes.items()
        }
        return replace(one, events=(), outcomes=outcomes)

    assert bare(session) == bare(without)
    for id, outcome in session.outcomes.items():
        if not outcome.overridden:
            assert outcome == without.outcomes[id]
