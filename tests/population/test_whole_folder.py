"""Does a folder appear whole or not at all, and hold what it held before where a run is stopped?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.population import whole_folder as module
from kijun.population.whole_folder import recover, refuse_taken_folder, whole_folder

_KNOWN_BY = "known.json"


def _write(folder: Path, words: str, *, replace: bool = False) -> None:
    with whole_folder(folder, known_by=_KNOWN_BY, replace=replace) as new:
        (new / "below").mkdir()
        (new / "below" / "words").write_text(words)
        assert not folder.exists() or replace
        (new / _KNOWN_BY).write_text("{}")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _words(folder: Path) -> str:
    return (folder / "below" / "words").read_text()


def test_a_folder_appears_when_it_is_whole(tmp_path: Path) -> None:
    _write(tmp_path / "made", "first")
    assert _words(tmp_path / "made") == "first"
    assert _names(tmp_path) == ["made"]


def test_a_folder_can_be_named_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _write(Path("made"), "first")
    _write(Path("made"), "second", replace=True)
    assert _words(tmp_path / "made") == "second"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    with whole_folder(tmp_path / "made", known_by=_KNOWN_BY, replace=False) as new:
        (new / "file").touch()
    assert _names(tmp_path / "made") == ["file"]


def test_one_that_is_there_is_replaced_only_where_that_is_asked(tmp_path: Path) -> None:
    _write(tmp_path / "made", "first")
    with pytest.raises(BadInput, match="--update"):
        _write(tmp_path / "made", "second")
    assert _words(tmp_path / "made") == "first"
    _write(tmp_path / "made", "second", replace=True)
    assert _words(tmp_path / "made") == "second"
    assert _names(tmp_path) == ["made"]


def test_where_two_folders_cannot_be_exchanged_one_is_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_is_exchanged", lambda *_: False)
    _write(tmp_path / "made", "first")
    _write(tmp_path / "made", "second", replace=True)
    assert _words(tmp_path / "made") == "second"
    assert _names(tmp_path) == ["made"]


@pytest.mark.parametrize("is_folder", [True, False])
def test_what_is_somebody_elses_is_never_replaced(tmp_path: Path, is_folder: bool) -> None:
    other = tmp_path / "other"
    if is_folder:
        other.mkdir()
        (other / "letter").touch()
    else:
        other.write_text("a letter")
    with pytest.raises(BadInput, match=_KNOWN_BY):
        _write(other, "mine", replace=True)
    assert other.exists()


def test_what_is_stopped_half_way_leaves_all_as_it_was(tmp_path: Path) -> None:
    _write(tmp_path / "made", "first")
    with pytest.raises(KeyboardInterrupt):
        _stop_half_way(tmp_path / "made")
    assert _words(tmp_path / "made") == "first"
    assert _names(tmp_path) == ["made"]


def _stop_half_way(folder: Path) -> None:
    with whole_folder(folder, known_by=_KNOWN_BY, replace=True) as new:
        (new / "half").touch()
        raise KeyboardInterrupt


def test_a_full_disk_is_said_and_leaves_all_as_it_was(tmp_path: Path) -> None:
    _write(tmp_path / "made", "first")
    with (
        pytest.raises(BadInput, match="No space left"),
        whole_folder(tmp_path / "made", known_by=_KNOWN_BY, replace=True),
        Path("/dev/full").open("w") as full,
    ):
        full.write("words")
    assert _words(tmp_path / "made") == "first"


def test_a_folder_in_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r'no folder ".*nowhere"'):
        _write(tmp_path / "nowhere" / "made", "first")


def test_of_two_that_make_the_same_folder_the_faster_one_stays(tmp_path: Path) -> None:
    with (
        pytest.raises(BadInput, match="not empty"),
        whole_folder(tmp_path / "made", known_by=_KNOWN_BY, replace=False),
    ):
        _write(tmp_path / "made", "faster")
    assert _words(tmp_path / "made") == "faster"
    assert _names(tmp_path) == ["made"]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    _write(tmp_path / "elsewhere", "first")
    (tmp_path / "made").symlink_to("elsewhere")
    _write(tmp_path / "made", "second", replace=True)
    assert _words(tmp_path / "elsewhere") == "second"
    assert (tmp_path / "made").is_symlink()


def test_what_a_killed_run_left_is_removed_and_what_it_put_aside_comes_back(tmp_path: Path) -> None:
    _write(tmp_path / ".made.before", "first")
    (tmp_path / ".made.abc.new").mkdir()
    (tmp_path / ".made2.abc.new").mkdir()
    recover(tmp_path / "made")
    assert _words(tmp_path / "made") == "first"
    assert _names(tmp_path) == [".made2.abc.new", "made"]


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "made", known_by=_KNOWN_BY, replace=False) as new:
        refuse_taken_folder(tmp_path / "made", known_by=_KNOWN_BY, replace=False)
        assert new.is_dir()
