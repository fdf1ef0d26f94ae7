"""Merely reads all cells of all workbooks of a folder with openpyxl: python read_sheets.py FOLDER"""
import sys
from pathlib import Path

from openpyxl import load_workbook

count = 0
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            count += sum(value is not None for value in row)
print(count)
