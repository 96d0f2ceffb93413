from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.readers.encoding import decode, is_binary
from kijun.documents.readers.refusal import Unreadable

PATH = Path("a.txt")


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_a_short_text_in_kana_is_enough(encoding: str) -> None:
    assert decode("サーバの保守".encode(encoding), PATH) == "サーバの保守"


def test_an_encoding_that_the_page_names_is_believed() -> None:
    kanji_only = "受付".encode("euc_jp")
    with pytest.raises(Unreadable):
        decode(kanji_only, PATH)
    assert decode(kanji_only, PATH, declared="EUC-JP") == "受付"
    assert decode("受付①".encode("cp932"), PATH, declared="Shift_JIS") == "受付①"


def test_an_encoding_that_the_page_names_wrongly_is_not_believed() -> None:
    assert decode("サーバの保守".encode("euc_jp"), PATH, declared="latin-1") == "サーバの保守"
    assert decode("受付".encode(), PATH, declared="cp932") == "受付"


@pytest.mark.parametrize(
    "raw",
    [
        "Café à la carte".encode("latin-1"),
        "Müller, Größe, Straße".encode("latin-1"),
        "Привет, мир".encode("cp1251"),
        "你好，世界".encode("gb2312"),
        b"\x80\x81\x82\xff",
    ],
)
def test_what_is_not_surely_japanese_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(raw, PATH)


def test_a_program_is_binary_and_text_in_utf_16_is_not() -> None:
    assert is_binary(bytes(range(256)))
    assert not is_binary("受付を担当した。\n".encode("utf-16"))
    assert not is_binary("desk\n".encode("utf-16-be"))
