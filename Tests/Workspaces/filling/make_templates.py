"""Makes the workbooks in templates/, which are those that others would have sent. Needs openpyxl and, for the old one,
LibreOffice. All in them is invented."""
import pathlib
import subprocess
import zipfile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula

folder = pathlib.Path(__file__).parent / "templates"
thin, thick = Side(style="thin"), Side(style="medium")


def box(sheet, rows, columns, bottom=thin):
    for row in rows:
        for column in range(1, columns + 1):
            cell = sheet.cell(row, column)
            cell.border = Border(left=thin, right=thin, top=thin, bottom=bottom if row == rows[-1] else thin)
            cell.font = Font(name="仿宋", size=12)


def save(book, name):
    book.save(folder / f"{name}.xlsx")


def simple(headings, blank=3, total=None, name="表"):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    sheet["A1"] = "某项工作情况表（虚构）"
    for column, heading in enumerate(headings, 1):
        sheet.cell(2, column).value = heading
    if blank:
        box(sheet, range(2, 3 + blank), len(headings))
    if total:
        sheet.cell(3 + blank, 1).value = "合计"
        for column, formula in total.items():
            sheet.cell(3 + blank, column).value = formula
        box(sheet, [3 + blank], len(headings))
    return book, sheet


def summary():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "汇总表"
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "2024年网点情况汇总表（虚构）"
    sheet["A1"].font = Font(name="黑体", size=18)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.row_dimensions[1].height = 30
    sheet.merge_cells("A2:D2")
    sheet["A2"] = "填表单位：____________        "
    sheet["F2"] = "填表日期："
    for place, text in {"A3": "序号", "B3": "网点名称", "C3": "基本情况", "C4": "网点代码", "D4": "开办日期",
                        "E3": "人员", "E4": "人数", "F4": "占比", "G3": "手机"}.items():
        sheet[place] = text
    for merged in ["A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"]:
        sheet.merge_cells(merged)
    box(sheet, range(3, 5), 7)
    for row in (3, 4):
        for column in range(1, 8):
            sheet.cell(row, column).alignment = Alignment(horizontal="center", vertical="center")
    box(sheet, range(5, 9), 7, thick)
    for row in range(5, 9):
        sheet.cell(row, 4).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 5).number_format = "#,##0"
        sheet.cell(row, 6).value = f'=IF(E{row}="","",E{row}/E$9)'
        sheet.cell(row, 6).number_format = "0.0%"
        sheet.row_dimensions[row].height = 22
    sheet.merge_cells("A9:D9")
    sheet["A9"] = "合计"
    sheet["E9"] = "=SUM(E5:E8)"
    sheet["F9"] = "=SUM(F5:F8)"
    sheet["F9"].number_format = "0.0%"
    box(sheet, [9], 7)
    sheet["A11"] = "填表人：        审核人：        联系电话：7290000"
    sheet["A12"] = "注：本表一式两份。"
    sheet.conditional_formatting.add(
        "E5:E8", CellIsRule(operator="greaterThan", formula=["$E$9/2"],
                            fill=PatternFill(bgColor="FFCCCC", fill_type="solid")))
    rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    rule.add("E5:E8")
    sheet.add_data_validation(rule)
    sheet.print_area = "A1:G12"
    sheet.print_title_rows = "3:4"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = "C5"
    sheet["E9"].comment = Comment("自动合计", "编造")
    for column, width in {"A": 6, "B": 22, "C": 12, "D": 18, "E": 10, "F": 14, "G": 18}.items():
        sheet.column_dimensions[column].width = width
    cover = book.create_sheet("首页")
    cover["A1"], cover["B1"] = "总人数", "=汇总表!E9"
    cover["A2"], cover["B2"] = "平均", "=AVERAGE(汇总表!$E$5:$E$8)"
    cover["A3"] = "负责人"
    note = book.create_sheet("说明")
    note["A1"], note["B2"] = "本表由某某市制发（虚构）", "=1+1"
    book.defined_names["人数合计"] = DefinedName("人数合计", attr_text="汇总表!$E$9")
    book.defined_names["负责人"] = DefinedName("负责人", attr_text="首页!$B$3")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=5, min_row=4, max_row=8), titles_from_data=True)
    sheet.add_chart(chart, "A15")
    save(book, "汇总表")


def listed():
    book, sheet = simple(["序号", "网点名称", "人数", "达标率（%）"], 4, {3: "=SUM(C3:C6)"})
    for row, name in enumerate(["丙一点", "甲 二点", "甲一点", "丁一点"], 3):
        sheet.cell(row, 1).value = row - 2
        sheet.cell(row, 2).value = name
    save(book, "点名表")


def one_row():
    book, sheet = simple(["网点名称", "人数", "备注", None], 1, {2: "=SUM(B3:B3)"})
    for row in (2, 3, 4):
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=4)
    sheet["E3"] = "=SUM(B3:D3)"
    sheet.conditional_formatting.add(
        "B3", CellIsRule(operator="lessThan", formula=["50"], font=Font(color="FF0000")))
    save(book, "一行")


def others():
    book, sheet = simple(["网点名称", "人数"], 2, {2: "=B3+B4"})
    sheet["A7"] = "审核人："
    save(book, "逐格")
    book, sheet = simple(["网点名称", "人数", "两倍"], 3, {2: "=SUM(B3:B5)"})
    sheet["C3"] = ArrayFormula("C3:C5", "=B3:B5*2")
    save(book, "数组")
    book, sheet = simple(["网点名称", "人数"])
    book.copy_worksheet(sheet).title = "表二"
    save(book, "两张")
    book, sheet = simple(["网点名称", "人数", "网点名称"])
    save(book, "重复")
    book, sheet = simple(["网点名称", "人数"])
    sheet.merge_cells("A3:A5")
    save(book, "合并")
    book, sheet = simple(["网点名称", "设备值（万元）", "人数", "开办"], 0)
    sheet["A4"], sheet["B4"], sheet["C4"] = "例：某点", 1.5, 10
    sheet["A3"], sheet["B3"], sheet["C3"] = 1, 2, 3
    save(book, "万元")
    book = openpyxl.Workbook()
    book.active["A1"] = 7
    save(book, "无表头")
    # A sheet in another encoding.
    with zipfile.ZipFile(folder / "两张.xlsx") as old, zipfile.ZipFile(folder / "编码.xlsx", "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                data = ('<?xml version="1.0" encoding="UTF-16"?>' + data.decode()).encode("utf-16")
            new.writestr(part, data)
    subprocess.run(["soffice", "--headless", "--convert-to", "xls", "--outdir", str(folder),
                    str(folder / "无表头.xlsx")], check=True, capture_output=True)
    (folder / "无表头.xls").rename(folder / "旧.xls")


def form(book, sheet, places, labels):
    """Labels beside or above blank cells, which have names."""
    for place, label in labels.items():
        sheet[place] = label
        sheet[place].border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for name, place in places.items():
        book.defined_names[name] = DefinedName(name, attr_text=f"{sheet.title}!{place}")


def named():
    # One place a sheet: what belongs where is told by the names of cells alone.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "登记表"
    sheet["A1"] = "网点登记表（虚构）"
    sheet.merge_cells("A1:D1")
    form(book, sheet,
         {"网点名称": "$B$3", "人数": "$D$3", "设备值": "$B$4:$C$4", "开办日期": "$B$5", "平均": "$D$6",
          "达标率": "$B$6", "名单": "$A$8:$D$9"},
         {"A2": "填表单位：", "A3": "网点名称", "C3": "人数", "A4": "设备值（万元）", "A5": "开办日期", "A6": "达标率（%）",
          "C6": "平均", "A7": "备注"})
    sheet.merge_cells("B4:C4")
    sheet["B5"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["D6"] = "=D3/2"
    sheet["B3"].font = Font(name="仿宋", size=14)
    save(book, "登记表")
    # Named cells above a table; the names of two stand in its heading too.
    book, sheet = simple(["序号", "网点名称", "备注", "人数"], 2)
    form(book, sheet, {"网点代码": "$B$7", "人数": "$D$7"}, {"A7": "代码", "C7": "人数"})
    save(book, "兼有")
    # Each sheet has a name of its own that is the same.
    book = openpyxl.Workbook()
    book.active.title = "甲"
    book.create_sheet("乙")
    for sheet in book:
        sheet["A1"] = "网点名称"
        sheet.defined_names["网点名称"] = DefinedName("网点名称", attr_text=f"{sheet.title}!$B$1")
    save(book, "各一张")


def ends():
    # Totals on top of what they add up.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    sheet.append(["序号", "网点名称", "人数"])
    sheet.append(["合计", None, "=SUM(C3:C5)"])
    box(sheet, range(1, 6), 3)
    save(book, "上合计")
    # No lines, nothing below: only what speaks of the rows from elsewhere says where they end.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    sheet.append(["网点名称", "人数", None, "合计", "=SUM(B2:B4)"])
    sheet.print_area = "A1:B4"
    sheet.conditional_formatting.add("B2:B4", CellIsRule(operator="lessThan", formula=["50"],
                                                         fill=PatternFill("solid", bgColor="FFFF00")))
    book.create_sheet("首页").append(["总人数", "=SUM(表!B2:B4)"])
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "G2")
    save(book, "无线")
    # Formats and formulas of the last row go on.
    book, sheet = openpyxl.Workbook(), None
    sheet = book.active
    sheet.title = "表"
    sheet.append(["网点名称", "开办日期", "人数", "翻倍"])
    for row in (2, 3):
        sheet.cell(row, 2).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 3).number_format = "0.0"
        sheet.cell(row, 4).value = f"=C{row}*2"
    save(book, "接着")
    # Names of which some have figures already, and one that stands twice.
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    for row in [("网点名称", "人数", "备注"), ("甲一点", 5, None), ("乙一点", 88, "已核"), ("丙一点", None, None)]:
        sheet.append(row)
    save(book, "已填")
    sheet.append(("甲一点",))
    save(book, "列两次")


folder.mkdir(exist_ok=True)
summary()
listed()
one_row()
others()
named()
ends()
