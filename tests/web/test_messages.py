"""Is everything that the pages say said in Japanese too, and nothing twice or in vain?"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import gettext, override
from requirements.compile_messages import compile_messages

from tests.web.messages import (
    CALLS,
    LANGUAGE,
    Word,
    catalogue_of,
    load,
    rewritten,
    slices,
    sources,
    used,
    word_of,
    words,
)

_NAMED = re.compile(r"%\((\w+)\)[sd]|\{(\w*)[^}]*\}")
PYTHON = sorted(path for folder in slices() for path in sources(folder) if path.suffix == ".py")


def named(path: Path) -> str:
    return "/".join(path.parts[path.parts.index("web") :])


@pytest.mark.parametrize("folder", slices(), ids=named)
def test_every_word_that_is_used_is_translated(folder: Path) -> None:
    held = load(catalogue_of(folder))
    missing = [word for word in used(folder) if word not in held or not all(_strings(held[word].string))]
    assert sorted(word.order for word in missing) == [], "make messages adds them; then translate them"


@pytest.mark.parametrize("folder", slices(), ids=named)
def test_no_catalogue_holds_what_nobody_uses(folder: Path) -> None:
    unused = load(catalogue_of(folder)).keys() - used(folder)
    assert sorted(word.order for word in unused) == [], "make messages drops them"


@pytest.mark.parametrize("folder", slices(), ids=named)
def test_a_translation_is_sure_and_fills_in_the_same_facts(folder: Path) -> None:
    catalogue = Catalog(locale=LANGUAGE)
    for word, message in load(catalogue_of(folder)).items():
        assert not message.fuzzy, word
        assert message.check(catalogue) == [], word
        for said in _strings(message.string):
            assert _facts(said) == _facts(word.said if isinstance(word.said, str) else word.said[-1]), word


def test_a_word_is_translated_in_one_way() -> None:
    translations: dict[Word, set[str]] = {}
    for folder in slices():
        for word, message in load(catalogue_of(folder)).items():
            translations.setdefault(word, set()).update(_strings(message.string))
    assert {word.order: sorted(said) for word, said in translations.items() if len(said) > 1} == {}


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_every_call_says_its_words_plainly(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            renamed = [alias.asname for alias in node.names if alias.asname not in (None, "_", alias.name)]
            assert renamed == [], f"line {node.lineno}: only _ is found under another name"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            count = 3 if node.func.id.startswith("np") else 2 if node.func.id[0] in "np" else 1
            plain = [isinstance(given, ast.Constant) for given in node.args[:count]]
            assert plain == [True] * count, f"line {node.lineno}: what is not written out cannot be found"


def test_words_are_found_in_python_and_in_templates(tmp_path: Path) -> None:
    python, page = tmp_path / "views.py", tmp_path / "page.html"
    python.write_text(
        '_("Plan"), pgettext("a button", "Open"), ngettext("%(count)s step", "%(count)s steps", n)\n', "utf-8"
    )
    page.write_text(
        '<p>\n        {% translate "Map" %}\n    {% blocktranslate trimmed count n=n %}{{ n }} year\n'
        "{% plural %}{{ n }} years{% endblocktranslate %}</p> it's {{ _('Skills') }}\n",
        "utf-8",
    )
    assert {word.said for word in words(python)} == {"Plan", "Open", ("%(count)s step", "%(count)s steps")}
    assert {word.sense for word in words(python)} == {None, "a button"}
    assert {word.said for word in words(page)} == {"Map", ("%(n)s year", "%(n)s years"), "Skills"}


def test_writing_a_catalogue_again_keeps_what_was_translated(tmp_path: Path) -> None:
    plan, proof, steps = (Word(said=said, sense=None) for said in ("Plan", "Proof", ("%(n)s step", "%(n)s steps")))
    place = tmp_path / "src/kijun/web/locale/ja/LC_MESSAGES/django.po"
    place.parent.mkdir(parents=True)
    place.write_text(rewritten({}, {plan, proof, steps}), "utf-8")
    text = place.read_text("utf-8").replace('msgid "Plan"\nmsgstr ""', 'msgid "Plan"\nmsgstr "計画"')
    place.write_text(text.replace('msgstr[0] ""', 'msgstr[0] "%(n)sステップ"'), "utf-8")
    held = load(place)
    assert rewritten(held, {plan, proof, steps}) == place.read_text("utf-8")
    assert {word_of(message).said: message.string for message in held.values()} == {
        "Plan": "計画",
        "Proof": "",
        ("%(n)s step", "%(n)s steps"): ("%(n)sステップ",),
    }
    place.write_text(rewritten(held, {plan, steps}), "utf-8")
    assert load(place).keys() == {plan, steps}
    (compiled,) = compile_messages(tmp_path)
    first = compiled.read_bytes()
    compiled.unlink()
    assert compile_messages(tmp_path) == [compiled]
    assert compiled.read_bytes() == first


def test_a_page_can_say_it_in_japanese() -> None:
    held = {word: message for folder in slices() for word, message in load(catalogue_of(folder)).items()}
    with override(LANGUAGE):
        for word, message in held.items():
            if isinstance(word.said, str) and word.sense is None and message.string:
                assert gettext(word.said) == message.string


def _strings(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string or ""] if isinstance(string, str | None) else list(string)


def _facts(said: str) -> list[str]:
    return sorted(named_ or positional for named_, positional in _NAMED.findall(said))
