"""Writes the score sheets that describe_sheets.py took down, with XlsxWriter: python write_sheets.py FILE.json FOLDER"""
import json
import sys
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name


def write(sheet, folder):
    book = xlsxwriter.Workbook(str(folder / sheet["file"]), {"in_memory": True})
    page = book.add_worksheet(sheet["name"])
    formats = [book.add_format(style) for style in sheet["styles"]]
    for row, height in sheet["heights"]:
        page.set_row(row, height)
    for column, width in enumerate(sheet["widths"]):
        page.set_column(column, column, width)
    merges = sheet["merges"]
    for row, column, value, style in sheet["cells"]:
        if column == 0 and str(row) in merges:
            page.merge_range(row, 0, row, merges[str(row)], value, formats[style])
        elif value is None:
            page.write_blank(row, column, None, formats[style])
        elif isinstance(value, str):
            page.write_string(row, column, value, formats[style])
        else:
            page.write_number(row, column, value, formats[style])
    for place, kind, lowest, highest, message in sheet["validations"]:
        page.data_validation(place, {
            "validate": kind, "criteria": "between", "minimum": f"={lowest}", "maximum": f"={highest}",
            "error_message": message,
        })
    first = sheet["freeze"]
    page.freeze_panes(first, 0)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(first - 1)
    page.center_horizontally()
    page.set_margins(0.6, 0.6, 0.75, 0.75)
    page.set_footer("&C&P / &N")
    page.ignore_errors({"number_stored_as_text": f"A{first + 1}:{xl_col_to_name(len(sheet['widths']) - 1)}{sheet['end']}"})
    page.protect("", {"format_columns": True, "format_rows": True})
    hidden = book.add_worksheet("_dudao")
    for row, texts in enumerate(sheet["identity"]):
        for column, text in enumerate(texts):
            hidden.write_string(row, column, text)
    hidden.protect()
    hidden.hide()
    book.close()


folder = Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for sheet in json.loads(Path(sys.argv[1]).read_text("utf-8")):
    write(sheet, folder)
