"""Workbooks as an office makes them, with bytes that depend on nothing but their content.

openpyxl writes no cached results of formulas and puts the time of day into the file, so both are patched afterwards.
"""

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from names import OFFICE

STAMP = datetime(2024, 10, 12, 9, 30)
THIN = Side(style="thin", color="000000")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=False)


class Formula:
    """A formula together with the result that Excel would have kept; `cached=None` keeps none."""

    def __init__(self, text, cached):
        self.text = text
        self.cached = cached


class Book:
    def __init__(self, creator=OFFICE):
        self.book = Workbook()
        self.book.remove(self.book.active)
        self.book.properties.creator = creator
        self.book.properties.lastModifiedBy = creator
        self.book.properties.created = STAMP
        self.cached = {}

    def sheet(self, title):
        sheet = Sheet(self, self.book.create_sheet(title))
        return sheet

    def save(self, path):
        plain = io.BytesIO()
        self.book.save(plain)
        path.write_bytes(self.repack(plain.getvalue()))

    def repack(self, data):
        """Writes the parts again with fixed times and with the cached results of formulas."""
        out = io.BytesIO()
        stamp = STAMP.timetuple()[:6]
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for item in old.infolist():
                part = old.read(item.filename)
                if item.filename == "docProps/core.xml":
                    part = re.sub(
                        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part
                    )
                number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", item.filename)
                if number:
                    part = self.fill(part, self.cached.get(int(number[1]) - 1, {}))
                info = zipfile.ZipInfo(item.filename, stamp)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                new.writestr(info, part, compresslevel=6)
        return out.getvalue()

    @staticmethod
    def fill(part, cached):
        def result(match):
            value = cached.get(match[1].decode())
            return match[0] if value is None else match[2] + b"<v>" + str(value).encode() + b"</v></c>"

        return re.sub(rb'(?=<c r="([A-Z]+\d+)")(<c [^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)</c>', result, part)


class Sheet:
    def __init__(self, book, sheet):
        self.book = book
        self.sheet = sheet
        self.row = 0
        self.left = 0

    def put(self, column, value, row=None, number_format=None, bold=False, grid=True, align=None, size=10, font="宋体"):
        cell = self.sheet.cell(row or self.row, column + self.left)
        if isinstance(value, Formula):
            cell.value = value.text
            index = self.book.book.index(self.sheet)
            self.book.cached.setdefault(index, {})[cell.coordinate] = value.cached
        else:
            cell.value = value
        if number_format:
            cell.number_format = number_format
        cell.font = Font(name=font, size=size, bold=bold)
        cell.alignment = align or CENTRE
        if grid:
            cell.border = GRID
        return cell

    def merge(self, row, first, last_row, last):
        self.sheet.merge_cells(
            start_row=row, start_column=first + self.left, end_row=last_row, end_column=last + self.left
        )

    def title(self, text, width, size=18):
        self.row += 1
        self.put(1, text, bold=True, grid=False, size=size, font="方正小标宋简体")
        self.merge(self.row, 1, self.row, width)
        self.sheet.row_dimensions[self.row].height = 34

    def line(self, *pieces):
        """A line above or below the table: (column, text) pieces, each merged up to the next one's column."""
        self.row += 1
        for index, (column, text) in enumerate(pieces):
            self.put(column, text, grid=False, align=LEFT)
            if index + 1 < len(pieces) and pieces[index + 1][0] > column + 1:
                self.merge(self.row, column, self.row, pieces[index + 1][0] - 1)
        self.sheet.row_dimensions[self.row].height = 20

    def note(self, text, width):
        self.row += 1
        self.put(1, text, grid=False, align=Alignment(horizontal="left", vertical="top", wrap_text=True))
        self.merge(self.row, 1, self.row, width)
        self.sheet.row_dimensions[self.row].height = 34

    def blank(self, count=1):
        self.row += count

    def header(self, headings, widths=None):
        """One or two rows: a heading is a text, or (upper, [lower, …])."""
        deep = any(isinstance(h, tuple) for h in headings)
        self.row += 1
        top, column = self.row, 1
        fill = PatternFill("solid", fgColor="DDEBF7")
        for heading in headings:
            upper, lower = heading if isinstance(heading, tuple) else (heading, [])
            span = max(1, len(lower))
            for offset in range(span):
                for depth in range(2 if deep else 1):
                    cell = self.put(column + offset, None, row=top + depth, bold=True)
                    cell.fill = fill
            self.put(column, upper, row=top, bold=True).fill = fill
            for offset, text in enumerate(lower):
                self.put(column + offset, text, row=top + 1, bold=True).fill = fill
            if lower and span > 1:
                self.merge(top, column, top, column + span - 1)
            if deep and not lower:
                self.merge(top, column, top + 1, column)
            column += span
        if deep:
            self.row += 1
        self.sheet.row_dimensions[top].height = 30
        for index, width in enumerate(widths or []):
            self.sheet.column_dimensions[get_column_letter(index + 1 + self.left)].width = width
        self.sheet.freeze_panes = self.sheet.cell(self.row + 1, 1)
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 9
        self.sheet.page_setup.fitToWidth = 1
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def cells(self, values, formats=None, bold=False):
        self.row += 1
        for index, value in enumerate(values):
            self.put(index + 1, value, number_format=(formats or {}).get(index), bold=bold)

    def letter(self, column):
        return get_column_letter(column + self.left)
