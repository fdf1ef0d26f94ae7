"""Reads every cell of a workbook in openpyxl's read-only mode: python read_xlsx.py FILE"""
import sys
from openpyxl import load_workbook

count = 0
for sheet in load_workbook(sys.argv[1], read_only=True, data_only=True):
    for row in sheet.iter_rows(values_only=True):
        count += len(row)
print(count)
