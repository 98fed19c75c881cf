from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.make import StillClock
from tutor.store.errors import NameRefused
from tutor.store.learners import clean_name
from tutor.store.store import Store


def test_a_learner_is_made_once_and_found_whatever_the_case(store: Store) -> None:
    ana = store.learner("  Ana ")
    assert ana.name == "Ana"
    assert store.learner("ANA") == ana
    assert store.learners() == (ana,)


@pytest.mark.parametrize(
    ("one", "other"), [("Zoë", "Zoe\u0308"), ("STRAßE", "strasse"), ("Ἀθηνᾶ", "ἀθηνᾶ"), ("É", "é")]
)
def test_the_same_name_spelled_otherwise_is_the_same_learner(
    store: Store, one: str, other: str
) -> None:
    assert store.learner(one).id == store.learner(other).id


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 41, "a\nb", "a\x1b[31m", "a\u202eb", "a\x00", "\udcff"]
)
def test_a_name_that_cannot_be_shown_is_refused(store: Store, name: str) -> None:
    with pytest.raises(NameRefused) as caught:
        store.learner(name)
    assert caught.value.message
    assert caught.value.hint
    assert store.learners() == ()


def test_forty_characters_are_allowed(store: Store) -> None:
    assert store.learner("x" * 40).name == "x" * 40


def test_renaming_keeps_the_learner(store: Store) -> None:
    ana = store.learner("Ana")
    renamed = store.rename_learner(ana.id, "ana Maria")
    assert (renamed.id, renamed.uid, renamed.name) == (ana.id, ana.uid, "ana Maria")
    assert store.learner("ANA MARIA") == renamed
    assert store.rename_learner(ana.id, "ANA MARIA").name == "ANA MARIA"


def test_a_taken_name_is_refused_and_nothing_changes(store: Store) -> None:
    ana, ben = store.learner("Ana"), store.learner("Ben")
    with pytest.raises(NameRefused, match="Ana"):
        store.rename_learner(ben.id, "Ana")
    assert store.learners() == (ana, ben)


def test_a_learner_that_is_gone_cannot_be_renamed(store: Store) -> None:
    with pytest.raises(NameRefused):
        store.rename_learner(99, "Ana")


@given(st.text())
def test_any_text_is_a_clean_name_or_refused(text: str) -> None:
    try:
        name = clean_name(text)
    except NameRefused:
        return
    assert name == clean_name(name)
    assert name.isprintable()
    assert 1 <= len(name) <= 40


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(name=st.text(st.characters(categories=["L", "M", "N", "Zs"]), min_size=1, max_size=40))
def test_upper_and_lower_case_never_make_two_learners(tmp_path: Path, name: str) -> None:
    with Store.in_memory(StillClock()) as store:
        try:
            first = store.learner(name)
            again = store.learner(first.name)
        except NameRefused:
            return
        assert again == first
