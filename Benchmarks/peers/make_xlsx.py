"""Turns a csv into a workbook, numbers as numbers: python make_xlsx.py FILE.csv FILE.xlsx"""
import csv
import sys
import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
sheet = book.add_worksheet("数据")
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for number, row in enumerate(csv.reader(file)):
        for place, value in enumerate(row):
            is_number = number > 0 and place in (3, 4, 5, 6, 7)
            (sheet.write_number(number, place, float(value)) if is_number else sheet.write_string(number, place, value))
book.close()
