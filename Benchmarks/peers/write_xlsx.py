"""Writes a table of a SQLite file as a workbook in XlsxWriter's constant-memory mode.

python write_xlsx.py STORE TABLE COLUMN,COLUMN… FILE"""
import sqlite3
import sys
import xlsxwriter

store, table, columns, target = sys.argv[1:5]
names = columns.split(",")
quoted = ", ".join('"%s"' % name for name in names)
book = xlsxwriter.Workbook(target, {"constant_memory": True})
sheet = book.add_worksheet()
bold = book.add_format({"bold": True})
sheet.freeze_panes(1, 0)
for place, name in enumerate(names):
    sheet.write_string(0, place, name, bold)
for number, row in enumerate(sqlite3.connect(store).execute(f'select {quoted} from "{table}"'), start=1):
    for place, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(number, place, value)
        elif value is not None:
            sheet.write_number(number, place, value)
book.close()
