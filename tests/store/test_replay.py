"""The session that comes out of the record is the one that went in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.make import COURSE, StillClock, begin
from tutor.course.items import Item, Option, Single
from tutor.quiz.event import Event, Kind
from tutor.quiz.result import result
from tutor.quiz.session import Session
from tutor.store.agreement import disagreements
from tutor.store.model import Totals
from tutor.store.standing import Standing
from tutor.store.store import Store

OPTIONS = (Option("a", "a", "why", right=True), Option("b", "b", "why"))
ITEMS = tuple(
    Item(f"item-{n}", "single", "objective", "recall", "stem", "why", Single(OPTIONS), hints=("h",))
    for n in (1, 2, 3)
)

responses = st.none() | st.dictionaries(st.text(), st.text() | st.integers() | st.booleans())


@st.composite
def events(draw: st.DrawFn) -> Event:
    kind = draw(st.sampled_from([*[Kind.ANSWERED] * 8, *[Kind.UNDONE] * 4, Kind.CHOSEN, *Kind]))
    answered = kind is Kind.ANSWERED
    graded = kind in (Kind.ANSWERED, Kind.OVERRIDDEN)
    return Event(
        kind,
        draw(st.sampled_from([ITEMS[0], *ITEMS])).id,
        draw(responses) if answered or kind is Kind.CHOSEN else None,
        draw(st.sampled_from([0.0, 0.5, 1.0])) if graded else None,
        draw(st.sampled_from([None, 1, 2, 3])) if answered else None,
        draw(st.integers(0, 2)),
        draw(st.integers(0, 10**7)),
    )


def totals(session: Session) -> Totals | None:
    if not session.finished:
        return None
    sums = result(session, 0.8)
    return Totals(sums.points, sums.total, sums.right, sums.asked, sums.ms)


kinds = st.sampled_from(["quiz", "review", "exam"])


@settings(max_examples=60, deadline=None)
@given(kinds, st.lists(events(), max_size=25))
def test_a_session_written_event_by_event_is_read_back_equal(kind: str, log: list[Event]) -> None:
    with Store.in_memory(StillClock()) as store:
        row = begin(store, kind=kind, n=3)
        live = Session.start(kind, row.lesson, ITEMS, row.seed)
        for event in log:
            ahead = live.apply(event)
            known = len(live.events)
            news = store.append(row.id, event, digest="d", known=known, total=totals(ahead))
            assert news == (event,)
            live = ahead
        stored = store.events(row.id)
        assert Session.replay(kind, row.lesson, ITEMS, row.seed, stored) == live
        found = store.session(row.id)
        assert (found.events, found.answered) == (len(log), live.answered)
        assert found.chosen == live.choices
        assert (found.ended is not None) == (live.finished and bool(log))
        for score in store.scores(row.learner_id, COURSE):
            sums = result(live, 0.8)
            assert (score.percent, score.right, score.ms) == (sums.percent, sums.right, sums.ms)
        assert disagreements(store.record) == ()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.booleans(), events()), max_size=20))
def test_two_copies_that_take_turns_end_with_the_same_session(
    turns: list[tuple[bool, Event]],
) -> None:
    """Each copy only knows what came back with its own writes, and settles what it cannot know."""
    with Store.in_memory(StillClock()) as store:
        row = begin(store, n=3)
        empty = Session.start("quiz", row.lesson, ITEMS, row.seed)
        copies = {True: empty, False: empty}
        for which, event in turns:
            mine = copies[which]
            news = store.append(
                row.id,
                event,
                digest="d",
                known=len(mine.events),
                total=totals(mine.apply(event)),
            )
            for one in news:
                mine = mine.apply(one)
            if len(news) > 1:
                assert store.settle(row.id, known=len(mine.events), total=totals(mine)) == ()
            copies[which] = mine
            assert mine.events == store.events(row.id)
            assert (store.session(row.id).ended is not None) == mine.finished
        assert disagreements(store.record) == ()


@given(kinds, st.lists(events(), max_size=25))
def test_the_answers_that_hold_are_those_of_the_session(kind: str, log: list[Event]) -> None:
    session = Session.replay(kind, "nerve", ITEMS, 7, log)
    held = Standing(
        kind,
        (
            (event.kind, event.item, row, event.score, event.ms, event.response is not None)
            for row, event in enumerate(log)
        ),
    )
    assert {item: one[1:] for item, one in held.answers.items()} == {
        item: (outcome.score, outcome.ms) for item, outcome in session.outcomes.items()
    }
    assert held.chosen == session.choices
    assert all(log[one.row].kind is Kind.ANSWERED for one in held.answers.values())


def test_practice_of_what_came_back_leaves_the_first_answer_for_good() -> None:
    """In a review, as in its session: nothing can be undone after it."""

    def held(kind: str, *scores: float) -> float | None:
        rows = [(Kind.ANSWERED, "a", row, score, 0, 1) for row, score in enumerate(scores)]
        standing = Standing(kind, [*rows, (Kind.UNDONE, "a", 9, None, 0, 0)])
        return standing.answers["a"].score if "a" in standing.answers else None

    assert held("review", 0.0) is None
    assert held("review", 0.0, 1.0) == 0.0
    assert held("review", 1.0, 1.0) is None  # the second came from another copy
    assert held("quiz", 0.0, 1.0) is None


def test_a_choice_counts_only_while_its_item_is_open() -> None:
    def chosen(kind: str, *events: Kind) -> int:
        rows = ((event, "a", row, 0.0, 0, 1) for row, event in enumerate(events))
        return Standing(kind, rows).chosen

    answered, choice = Kind.ANSWERED, Kind.CHOSEN
    assert chosen("exam", choice) == 1
    assert chosen("exam", choice, answered) == 0
    assert chosen("exam", answered, choice, Kind.UNDONE) == 0
    assert chosen("review", *[answered] * 3, choice) == 1  # it returns
    assert chosen("review", *[answered] * 4, choice) == 0  # it has returned enough


def test_the_kinds_that_older_records_hold_keep_their_spelling() -> None:
    spelled = (
        "answered asked-again hinted skipped returned flagged unflagged undone chosen overridden"
    )
    assert [Kind(word).value for word in spelled.split()] == spelled.split()
