from __future__ import annotations

from pathlib import Path

from kijun.documents.readers.docx.archive import opened
from kijun.documents.readers.docx.xml import name_of
from tests.broken.documents import with_part
from tests.documents.readers.reading import pages_of, texts

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_long_document_is_never_held_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    body = "".join(f"<w:p><w:r><w:t>受付 {number}</w:t></w:r></w:p>" for number in range(20_000))
    path.write_bytes(with_part(f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode()))
    with opened(path) as archive:
        held = [len(parent) for block in archive.blocks() if (parent := block.getparent()) is not None]
    assert len(held) == 20_000
    assert max(held) < 2_000  # as many as one reading of the file gives


def test_the_document_is_found_by_its_relation_not_by_its_name(tmp_path: Path) -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="/word/other.xml"/></Relationships>'
    )
    path = tmp_path / "a.docx"
    path.write_bytes(with_part(relations.encode(), "_rels/.rels"))
    with opened(path) as archive:
        assert archive.main == "word/document.xml"  # the part that is named does not exist
        assert [name_of(block) for block in archive.blocks()] == ["p", "sectPr"]


def test_a_document_in_the_names_of_strict_open_xml_is_read(tmp_path: Path) -> None:
    part = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>受付</w:t></w:r></w:p></w:body></w:document>"
    )
    assert texts(pages_of(tmp_path, "a.docx", with_part(part.encode()))) == ["受付"]
