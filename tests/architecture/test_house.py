"""Does the code keep to the house: floors, file sizes, names, light import?"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import kijun

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "kijun"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
SAY_NOTHING = {"util", "utils", "helper", "helpers", "common", "misc", "base", "core", "manager", "types", "constants"}
MIGRATIONS = {*(SOURCE / "web").glob("*/migrations/*.py")}
"""Written by Django: as long as the schema is wide, and named for what they change."""
PYTHON_FILES = sorted([*SOURCE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")])


def identify(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_imports_go_down_the_floors_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [path for path in PYTHON_FILES if path not in MIGRATIONS], ids=identify)
def test_no_file_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", PYTHON_FILES, ids=identify)
def test_a_file_is_named_for_what_is_in_it(path: Path) -> None:
    assert path.stem not in SAY_NOTHING


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=identify)
def test_functions_stay_short(path: Path) -> None:
    long = [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", sorted({*SOURCE.rglob("*.py")} - MIGRATIONS), ids=identify)
def test_every_module_says_which_question_it_answers(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path} has no docstring"


@pytest.mark.parametrize("path", sorted({*SOURCE.rglob("*.py")} - MIGRATIONS), ids=identify)
def test_every_public_function_says_its_rule(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    silent = {node.name for node in public if not ast.get_docstring(node)}
    assert silent - _explained_as_help(tree) == set()


def _explained_as_help(tree: ast.Module) -> set[str]:
    """Return the commands, whose docstring is the help that a user reads: given below, or where the command is named."""
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    below = {ast.unparse(target).removesuffix(".__doc__") for target in targets if isinstance(target, ast.Attribute)}
    functions_here = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return below | {
        node.name
        for node in functions_here
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and "help" in {keyword.arg for keyword in decorator.keywords}
    }


def test_importing_kijun_loads_no_library() -> None:
    program = "import kijun, sys; print(sorted({'yaml', 'typer', 'rich', 'pydantic'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_line_starts_without_the_web_application() -> None:
    heavy = "{'django', 'ninja', 'allauth', 'granian', 'huey', 'pydantic', 'psycopg', 'xlsxwriter', 'python_calamine'}"
    program = f"import kijun.cli.main, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "module", ["kijun", "kijun.cli.main", "kijun.cli.judge.command", "kijun.cli.workforce.command"]
)
def test_the_engines_are_loaded_by_who_wants_a_whole_workforce_only(module: str) -> None:
    heavy = "{'duckdb', 'ibis', 'numpy', 'pandas', 'pyarrow', 'pyspark', 'sqlglot'}"
    program = f"import {module}, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    assert all(getattr(kijun, name) is not None for name in kijun.__all__)
    with pytest.raises(AttributeError):
        _ = kijun.nothing_of_the_kind


def test_no_lock_file_names_an_address() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text(encoding="utf-8"), path


def test_the_root_holds_few_files() -> None:
    at_root = [path.name for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".")]
    assert len(at_root) <= 10, at_root


def test_all_installs_what_every_extra_for_users_installs() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for_users = {wanted for name, listed in extras.items() if name not in ("all", "dev", "spark") for wanted in listed}
    assert set(extras["all"]) == for_users, "but for Spark, half a gigabyte that needs Java"
    assert set(extras["workforce"]) < set(extras["spark"])
