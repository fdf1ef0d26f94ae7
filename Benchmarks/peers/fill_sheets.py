"""Fills score sheets as evaluators do and saves them as office software does: python fill_sheets.py FOLDER TARGET"""
import sys
from pathlib import Path
from random import Random

from openpyxl import load_workbook

random = Random(2024)
target = Path(sys.argv[2])
target.mkdir(parents=True, exist_ok=True)
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "单位")
    columns = {cell.value: cell.column for cell in sheet[head]}
    for row in range(head + 1, sheet.max_row + 1):
        full = sheet.cell(row, columns["满分"]).value
        if full in (None, ""):
            base = random.randint(20, 900)
            sheet.cell(row, columns["得分或数值"]).value = random.randint(0, base)
            sheet.cell(row, columns["分母"]).value = base
        else:
            sheet.cell(row, columns["得分或数值"]).value = random.randint(0, int(float(full) * 10)) / 10
        if random.random() < 0.2:
            sheet.cell(row, columns["理由"]).value = "佐证见附件"
    book.save(target / path.name)
