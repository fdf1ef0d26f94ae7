"""Takes down what score sheets hold, for write_sheets.py to write the same: python describe_sheets.py FOLDER FILE.json"""
import json
import sys
from pathlib import Path

from openpyxl import load_workbook


def style(cell):
    """The properties of XlsxWriter's format."""
    font, alignment = cell.font, cell.alignment
    found = {
        "font_name": font.name, "font_size": font.sz, "bold": bool(font.b), "valign": "vcenter", "text_wrap": True,
        "num_format": cell.number_format, "locked": cell.protection.locked,
    }
    if alignment.horizontal in ("center", "right", "left"):
        found["align"] = alignment.horizontal
    if font.color is not None and isinstance(font.color.rgb, str):
        found["font_color"] = "#" + font.color.rgb[2:]
    if cell.fill.patternType == "solid":
        found["bg_color"] = "#" + cell.fill.fgColor.rgb[2:]
    if cell.border.left.style == "thin":
        found["border"] = 1
    return found


def describe(path):
    book = load_workbook(path)
    sheet, hidden = book.worksheets
    styles, cells = [], []
    for row in sheet.iter_rows():
        for cell in row:
            if type(cell).__name__ == "MergedCell" or not cell.has_style and cell.value is None:
                continue
            own = style(cell)
            if own not in styles:
                styles.append(own)
            cells.append([cell.row - 1, cell.column - 1, cell.value, styles.index(own)])
    return {
        "file": path.name, "name": sheet.title, "styles": styles, "cells": cells,
        # A file keeps five of the seven pixels beside the digits too.
        "widths": [round(sheet.column_dimensions[letter].width - 5 / 7, 1) for letter in sorted(sheet.column_dimensions)],
        "heights": [[row - 1, size.height] for row, size in sheet.row_dimensions.items() if size.height],
        "merges": {str(area.min_row - 1): area.max_col - 1 for area in sheet.merged_cells.ranges},
        "validations": [
            [str(rule.sqref), rule.type, rule.formula1, rule.formula2, rule.error]
            for rule in sheet.data_validations.dataValidation
        ],
        "freeze": sheet[sheet.freeze_panes].row - 1, "end": sheet.max_row,
        "identity": [[value for value in row if value is not None] for row in hidden.iter_rows(values_only=True)],
    }


sheets = [describe(path) for path in sorted(Path(sys.argv[1]).glob("*.xlsx"))]
Path(sys.argv[2]).write_text(json.dumps(sheets, ensure_ascii=False), "utf-8")
print(len(sheets))
