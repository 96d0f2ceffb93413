"""What does `kijun read` do where its surroundings or its answers are hostile?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from tests.cli.command import Kijun

CELL = """Key Performance Indicator: Sales
{field}
[Business Contribution]
●Complexity
Has experience of achieving success in selling with two or more of the following conditions.
□Rivals from the moon
□Terms in verse
"""


def _written(folder: Path, field: str) -> Path:
    path = folder / "moon.txt"
    path.write_text(CELL.format(field=field), encoding="utf-8")
    return path


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_keeps_nobody_from_reading(closed: str, tmp_path: Path) -> None:
    document, into = _written(tmp_path, "Specialty Fields Moon sales Level 4"), tmp_path / "draft"
    program = f"import sys; from kijun.cli.main import main; sys.exit(main(['read', {str(document)!r}, '--into', {str(into)!r}]))"
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -c "$1" {closed}', sys.executable, program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert load_edition(into).edition is not None


@pytest.mark.parametrize("answer", ["../5", "*/1", "./3", "moon/0", "moon/9", f"{'a b'}/3", "Moon/3"])
def test_what_is_no_id_and_level_does_not_answer_whose_cell_it_is(answer: str, kijun: Kijun, tmp_path: Path) -> None:
    document = _written(tmp_path, "")
    asked = [
        each
        for each in kijun("read", str(document), "--questions", "--format", "json").plain["questions"]
        if each["kind"] == "cell"
    ]
    (tmp_path / "answers.yaml").write_text(f'{asked[0]["id"]}: "{answer}"\n', encoding="utf-8")
    done = kijun("read", str(document), "--into", str(tmp_path / "d"), "--answers", str(tmp_path / "answers.yaml"))
    assert done.code == 2
    assert asked[0]["id"] in done.err
    assert not (tmp_path / "d").exists()


def test_a_name_that_cannot_be_shown_makes_a_draft_that_loads(kijun: Kijun, tmp_path: Path) -> None:
    document, into = _written(tmp_path, "Specialty Fields \ufffe Level 4"), tmp_path / "draft"
    assert kijun("read", str(document), "--into", str(into)).code == 0
    assert load_edition(into).edition is not None


def test_the_words_of_a_part_that_was_not_understood_stand_together_as_printed(kijun: Kijun, tmp_path: Path) -> None:
    document, into = tmp_path / "moon.txt", tmp_path / "draft"
    uncounted = CELL.format(field="Specialty Fields Moon sales Level 4").replace("two or more", "so many more")
    document.write_text(uncounted, encoding="utf-8")
    assert kijun("read", str(document), "--into", str(into)).code == 0
    assert kijun("check", str(into)).out.endswith("nothing is wrong.\n")
    [file] = (into / "text-pack/wording").iterdir()
    pack = file.read_text(encoding="utf-8")
    assert pack.index("so many more") < pack.index("Rivals from the moon") < pack.index("Terms in verse")
