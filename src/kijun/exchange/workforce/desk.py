"""How is one piece of a source read, in whichever process?

Everything that a piece needs beside itself is the words of the editions; what comes of it stands in the staging folder, under
its key, so that nothing but the key has to be handed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import assert_never

from kijun.catalogue.installed import open_edition, shipped_editions
from kijun.catalogue.record_folder import load_records
from kijun.catalogue.record_words import words_of
from kijun.evidence.words import Words
from kijun.exchange.workbook.lexicon import Lexicons, lexicons
from kijun.exchange.workbook.mapping import Sheet
from kijun.exchange.workforce.book import gather_book
from kijun.exchange.workforce.gather import gather
from kijun.exchange.workforce.json_lines import lines_in, read_line
from kijun.exchange.workforce.pieces import Gathered, Piece, PieceOfLines, PieceOfRecords, Split, WholeBook, key_of
from kijun.exchange.workforce.rows import Row, employee_of
from kijun.exchange.workforce.set_aside import dump_set_aside
from kijun.exchange.workforce.splitting import range_of, split
from kijun.exchange.workforce.tables import tables
from kijun.framework.edition import Edition
from kijun.population.collect_chunk import Read, write_chunk
from kijun.population.collect_staging import Staging
from kijun.population.fit import misfits
from kijun.problem import Place

Found = tuple[list[Read], list[str]]
"""People, and the lines of what was set aside."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where pieces are read: the editions whose words they may use, by id or folder, and the staging folder."""

    names: tuple[str, ...]
    staging: Staging

    @cached_property
    def editions(self) -> list[Edition]:
        """The editions whose words a record may use: those shipped, and those named."""
        named = [open_edition(name) for name in self.names]
        return [*{edition.id: edition for edition in (*shipped_editions(), *named)}.values()]

    @cached_property
    def words(self) -> Words:
        """The words that a record may use."""
        return words_of(self.editions)

    @cached_property
    def lexicons(self) -> Lexicons:
        """The words as people write them in tables."""
        return lexicons(self.editions)

    @cached_property
    def tables(self) -> dict[str, Sheet]:
        """The tables that the editions make."""
        return tables(self.editions)

    @cached_property
    def digest(self) -> str:
        """The digest of the words: where they change, everything is read anew."""
        words = self.words
        items = [
            (name, item.name, sorted(item.scales.items()), item.levels, *item.knowledge.items())
            for name, item in words.items.items()
        ]
        kinds = [(kind, *names.items()) for kind, names in words.of.items()]
        rest = [*words.most.items(), *words.rank_of.items(), sorted(words.scopes_with_employees)]
        headings = [column for sheet in self.tables.values() for column in sheet.columns]
        return key_of(*items, *kinds, *rest, *words.cells, *words.bands, *words.unread, *headings)

    def read(self, piece: Piece) -> None:
        """Read a piece, if nobody has yet. Raises OSError where the staging folder does not take what comes of it."""
        if self.staging.has(piece.key):
            return
        match piece:
            case PieceOfLines():
                found = self._lines(piece)
            case PieceOfRecords():
                found = self._records(piece)
            case WholeBook():
                found = gather_book(piece.path, self.tables, (self.words, self.lexicons))
            case Gathered():
                found = self._gathered(piece)
            case Split():
                split(self.staging, piece)
                return
            case _:
                assert_never(piece)
        people, aside = found
        write_chunk(self.staging, piece.key, people, aside)

    def _lines(self, piece: PieceOfLines) -> Found:
        people: list[Read] = []
        aside: list[str] = []
        with piece.path.open("rb") as file:
            file.seek(piece.offset)
            for number, line in lines_in(file, piece.first, piece.last):
                found = read_line(line, Place(file=str(piece.path), line=number), self.words)
                if isinstance(found, str):
                    aside.append(found)
                else:
                    people.append(found)
        return people, aside

    def _records(self, piece: PieceOfRecords) -> Found:
        people: list[Read] = []
        aside: list[str] = []
        for record in load_records(piece.files, self.words, today=date.max):
            place = Place(file=str(record.file))
            errors = record.errors or (misfits(record.person, place) if record.person else ())
            if errors or record.person is None:
                aside.append(dump_set_aside(place, errors))
            else:
                people.append(Read(person=record.person, place=str(place)))
        return people, aside

    def _gathered(self, piece: Gathered) -> Found:
        rows = {table: list(self._rows(table, each, piece.number)) for table, each in piece.splits}
        headed = {table: each.headed for table, each in piece.splits}
        return gather(rows, self.tables, headed, (self.words, self.lexicons), called=piece.called)

    def _rows(self, table: str, piece: Split, number: int) -> Iterator[Row]:
        for line, cells in range_of(self.staging, piece, number):
            place = Place(file=str(piece.text.path), line=line)
            yield Row(table=table, place=place, employee=employee_of(cells, piece.headed), cells=cells)


def open_desk(names: tuple[str, ...], staging: Path) -> Desk:
    """Return the desk of a process."""
    return Desk(names=names, staging=Staging(folder=staging))
