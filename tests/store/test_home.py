from pathlib import Path

import pytest
from platformdirs import user_cache_path, user_data_path

from tutor.store.errors import RecordUnreadable
from tutor.store.home import cache_folder, home_folder


def test_what_was_given_wins_over_the_environment(tmp_path: Path) -> None:
    environ = {"FOOTDROP_HOME": str(tmp_path / "environment")}
    assert home_folder(tmp_path / "given", environ) == tmp_path / "given"
    assert cache_folder(tmp_path / "given", environ) == tmp_path / "given" / "cache"
    assert home_folder(None, environ) == tmp_path / "environment"
    assert cache_folder(None, environ) == tmp_path / "environment" / "cache"


@pytest.mark.parametrize("environ", [{}, {"FOOTDROP_HOME": ""}])
def test_otherwise_the_systems_folders_are_used(environ: dict[str, str]) -> None:
    assert home_folder(None, environ) == user_data_path("footdrop", appauthor=False)
    assert cache_folder(None, environ) == user_cache_path("footdrop", appauthor=False)


def test_a_relative_folder_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert home_folder(Path("here"), {}) == tmp_path / "here"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_folder(None, {"FOOTDROP_HOME": "~/there"}) == tmp_path / "there"


def test_a_user_that_does_not_exist_is_said() -> None:
    with pytest.raises(RecordUnreadable) as caught:
        home_folder(Path("~no-such-user-here/x"), {})
    assert "--home" in caught.value.hint
