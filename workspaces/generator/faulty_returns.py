"""Score sheets of the township assessment that came back with one mistake each, into data/faulty/履职.

Sends the sheets as scripts/main.dd does, in a copy of the sample; they have to be made anew when the rubric or the sheets
change, after returns.py.

Usage: python faulty_returns.py DUDAO [folder of the workspace]
"""

import io
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from faulty import compound, noise
from workbook import Book

ROOT = Path(__file__).resolve().parent.parent
RUBRIC = ROOT.parent / "Plugins/TownshipDuty/rubrics/2024.yaml"
VALUE = "得分或数值"
SELF, INSPECTORS, OFFICE = "履职自评", "履职责任督学", "履职督导室实地核查"
# As in scripts/main.dd: the day stands on the sheet as its deadline.
SENT = {(SELF, "2023"): "2023-12-04", (SELF, "2024"): "2024-11-04", (INSPECTORS, "2024"): "2024-11-20", (OFFICE, "2024"): "2024-11-20"}
# Whose self report the office's sheet shows.
SHOWN = "青石镇"


class Desk:
    """A copy of the sample, the workbench run in it, and the sheets it sent."""

    def __init__(self, dudao, workspace, scratch):
        self.dudao, self.scratch, self.folder = dudao, scratch, scratch / "sample"
        shutil.copytree(workspace, self.folder, ignore=shutil.ignore_patterns("workspace.sqlite*", "exports", "backups", "收件"))

    def run(self, day, *words):
        command = [self.dudao, "-w", str(self.folder), "--lang", "zh", "--as-of", day, "--person", "叶雨桐", *words]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")

    def send(self, form, year, *more):
        """The files of a form by unit, laid out of the way of the next."""
        self.run(SENT[form, year], "form", "out", form, f"{year}年", *more)
        place = Path(tempfile.mkdtemp(dir=self.scratch))
        sent = sorted((self.folder / "exports" / f"{form}-{year}年").glob("*.xlsx"))
        return {path.name.split("-")[0]: path.rename(place / path.name) for path in sent}


class Sheet:
    """A sheet, filled well: half a mark below the full ones in every row."""

    def __init__(self, path):
        self.book = load_workbook(path)
        self.sheet = self.book.worksheets[0]
        self.head = next(row[0].row for row in self.sheet.iter_rows() if row[0].value == "单位")
        self.columns = {cell.value: cell.column for cell in self.sheet[self.head]}
        for row in range(self.head + 1, self.sheet.max_row + 1):
            full = self.cell(row, "满分").value
            self.cell(row, VALUE).value = 3 if full is None else full if full in (2, 4) else full - 0.5
            if "评分人" in self.columns:
                self.cell(row, "评分人").value = "叶雨桐"

    def cell(self, row, heading):
        return self.sheet.cell(row, self.columns[heading])

    @property
    def first(self):
        return self.cell(self.head + 1, VALUE)

    def data(self, cached=None):
        plain, packer = io.BytesIO(), Book()
        self.book.save(plain)
        packer.cached = {0: cached or {}}
        return packer.repack(plain.getvalue())


class Faults:
    def __init__(self, desk, folder):
        self.desk, self.folder = desk, folder
        self.listed = []
        self.outdated = self.other_rubric()
        self.own = desk.send(SELF, "2024")

    def write(self, name, data, what, answer):
        if isinstance(data, Sheet):
            data = data.data()
        (self.folder / name).write_bytes(data)
        self.listed.append((name, what, answer))

    def change(self, name, unit, what, answer, change):
        """A self report in which something is changed. A4 stands in row 5, its mark in F5."""
        sheet = Sheet(self.own[unit])
        change(sheet)
        self.write(name, sheet, what, answer)

    def value(self, name, unit, value, what, answer, number_format=None):
        def change(sheet):
            sheet.first.value = value
            if number_format:
                sheet.first.number_format = number_format

        self.change(name, unit, what, answer, change)

    # Which sheet it is

    def wrong_sheets(self):
        old = self.desk.send(SELF, "2023")["云台街道"]
        self.write("01-去年的表-云台街道.xlsx", Sheet(old), "2023 年的自评表，混在 2024 年的里面",
                   "加 `--period 2024年` 收：这是 2023 年的表，这里收的是 2024 年。不加的，照 2023 年的收")
        self.write("02-改指标以前的表-东山街道.xlsx", Sheet(self.outdated["东山街道"]), "改指标体系以前发的表", "是旧表，后来重新下发过；请单位填新发的")
        self.write("03-别家的表-文昌街道.xlsx", Sheet(self.own["锦屏街道"]), "文件名写文昌街道，里面是锦屏街道的表",
                   "按里面的标识是锦屏街道的；文件名却像文昌街道，要提醒")
        self.change("04-交了两次-临溪街道.xlsx", "临溪街道", "同一张表交了两次，这是第一份", "收下", lambda s: None)
        self.value("04-交了两次-临溪街道（更正）.xlsx", "临溪街道", 2, "同一张表交了两次，A4 的得分和第一份不同",
                   "F5：已收的是 4.5，这次是 2；问清以哪次为准，以这次为准加 `--replace`")

    def other_rubric(self):
        """Sheets of a rubric that was changed afterwards: sent first, as the older ones."""
        own = self.desk.folder / "rubrics"
        own.mkdir(exist_ok=True)
        text = RUBRIC.read_text(encoding="utf-8").replace("year: 2024\n", "year: 2024\nplugin: duty\n", 1)
        changed = text.replace("两者相差超过 1 分的说明理由", "两者相差较大的说明理由")
        if changed == text:
            sys.exit(f"nothing to change in {RUBRIC}")
        (own / "2024.yaml").write_text(changed, encoding="utf-8")
        sheets = self.desk.send(SELF, "2024")
        (own / "2024.yaml").unlink()
        return sheets

    # What the sheet is made of

    def changed_sheets(self):
        sheets = self.desk.send(INSPECTORS, "2024")
        first, second, third = list(sheets)[:3]
        sheet = Sheet(sheets[first])
        row = sheet.sheet.max_row + 1
        for heading, value in [("单位", "青石镇"), ("指标", "C5"), ("指标名称", "关心教师"), ("满分", 3), (VALUE, 2.5)]:
            sheet.cell(row, heading).value = value
        self.write(f"05-加了一行-{first}.xlsx", sheet, "责任督学的表，下面自己加了一行", f"第 {row} 行起多了内容；不要加行")
        sheet = Sheet(sheets[second])
        gone = [sheet.cell(sheet.head + 2, heading).value for heading in ("单位", "指标")]
        sheet.sheet.delete_rows(sheet.head + 2)
        self.write(f"06-删了一行-{second}.xlsx", sheet, f"责任督学的表，删了第二行（{' '.join(gone)}）", f"少了一行：{' '.join(gone)}")
        sheet = Sheet(sheets[third])
        rows = [[cell.value for cell in line] for line in sheet.sheet.iter_rows(min_row=sheet.head + 1)]
        for offset, values in enumerate(reversed(rows)):
            for column, value in enumerate(values, start=1):
                sheet.sheet.cell(sheet.head + 1 + offset, column).value = value
        self.write(f"07-换了次序-{third}.xlsx", sheet, "责任督学的表，各行倒了过来", "行换了位置；不要排序")
        self.change("08-工作表改名-桥北街道.xlsx", "桥北街道", "工作表改名为“Sheet1”", "工作表“履职自评”不见了，现在有 Sheet1",
                    lambda s: setattr(s.sheet, "title", "Sheet1"))
        self.change("09-列名改了-新渡街道.xlsx", "新渡街道", "F4 的列名“得分或数值”改成了“自评得分”", "F4 被改过：原来是“得分或数值”，现在是“自评得分”",
                    lambda s: setattr(s.sheet.cell(s.head, s.columns[VALUE]), "value", "自评得分"))
        self.change("10-锁定格改了-石门街道.xlsx", "石门街道", "A4 的满分（E5）由 5 改成 10", "E5 被改过：原来是 5，现在是 10",
                    lambda s: setattr(s.cell(s.head + 1, "满分"), "value", 10))
        self.change("11-多一张工作表-清水铺镇.xlsx", "清水铺镇", "多了一张工作表“补充说明”", "多了工作表“补充说明”，里面的内容不会被收",
                    lambda s: s.book.create_sheet("补充说明").append(["另有两所学校的材料随后送达。"]))
        self.change("12-标识没了-白鹿镇.xlsx", "白鹿镇", "隐藏的工作表被删除", "不是发下去的那张表，看名称是白鹿镇交的",
                    lambda s: s.book.remove(s.book["_dudao"]))

    # What stands in a cell

    def wrong_values(self):
        self.value("13-超过满分-松涛镇.xlsx", "松涛镇", 6, "A4 填了 6，满分 5", "F5：6 超过满分 5")
        self.value("14-负数-栗坪镇.xlsx", "栗坪镇", -1, "A4 填了 -1", "F5：不能小于 0")
        self.value("15-填了文字-花桥镇.xlsx", "花桥镇", "优秀", "A4 填了“优秀”", "F5：“优秀”不是数字")
        self.value("16-约数-望江镇.xlsx", "望江镇", "约4分", "A4 填了“约4分”", "F5：“约4分”不是数字，写成 4")
        self.value("17-公式没有结果-竹溪镇.xlsx", "竹溪镇", "=2+2.5", "A4 是公式，没有存下结果", "F5：公式没有结果；打开、重算、保存后再交，或粘贴为数值")
        sheet = Sheet(self.own["凤仪镇"])
        sheet.first.value = "=2+2.5"
        self.write("18-公式有结果-凤仪镇.xlsx", sheet.data({"F5": 4.5}), "A4 是公式，存有结果 4.5（这不算错）", "按 4.5 收下")
        self.value("19-变成日期-麻柳镇.xlsx", "麻柳镇", datetime(2024, 4, 5), "A4 填 4.5，被表格软件改成了 4月5日",
                   "F5：是日期 2024-04-05，多半是 4.5 被改成的；把格式改为数值，重填", 'm"月"d"日"')
        self.value("20-空着-古井镇.xlsx", "古井镇", None, "A4 没有填", "F5：必填，空着")

    # The office's sheet shows the self report.

    def office_sheets(self):
        [report] = (self.desk.folder / "data/履职2024/自评").glob(f"{SHOWN}*.xlsx")
        self.desk.run("2024-11-19", "form", "collect", str(report))
        sheet = self.desk.send(OFFICE, "2024", "--only", SHOWN)[SHOWN]
        far, unsigned = Sheet(sheet), Sheet(sheet)
        far.first.value = 1
        self.write(f"21-没写理由-{SHOWN}.xlsx", far, "督导室的表，A4 比自评低得多，没写理由", "第 5 行：和自评相差超过 1 分，要写理由")
        cell = unsigned.cell(unsigned.head + 1, "评分人")
        cell.value = None
        self.write(f"22-没写评分人-{SHOWN}.xlsx", unsigned, "督导室的表，A4 没写评分人", f"{cell.coordinate}：评分人必填，空着")

    # What is no workbook at all

    def other_files(self):
        self.write("~$23-泉坝镇.xlsx", b"\x06WPS   ".ljust(55, b" ") + "WPS".encode("utf-16-le").ljust(110, b" "), "打开表格时留下的临时文件", "略过")
        self.write("24-扫描件-双桂镇.png", picture(), "用扫描件代替表格", "不是表格，看名称是双桂镇交的")
        self.write("25-旧格式-杉木镇.xls", compound([("Workbook", noise(4096, b"xls"))]), "另存成了旧格式 xls（只是替身，没有内容）", "是旧格式，看名称是杉木镇交的；另存为 xlsx 再交")
        self.write("26-文档-盐井镇.doc", compound([("WordDocument", noise(4096, b"doc"))]), "抄到 Word 里交来（只是替身，没有内容）", "不是表格，看名称是盐井镇交的")


def picture():
    """A white page of 24 by 32 points with four grey lines."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    # Stored, not compressed, so that the bytes do not hang on the version of zlib.
    rows = b"".join(b"\0" + (b"\x90" if y % 7 == 5 else b"\xff") * 24 for y in range(32))
    head = struct.pack(">IIBBBBB", 24, 32, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")


def readme(path, listed):
    lines = [
        "# 有错的评分表 · Score sheets with mistakes",
        "",
        "每个文件一处真实会遇到的错，供测试和练习用；数据是编造的。本表由 `workspaces/generator/faulty_returns.py` 生成。",
        "Each file has one realistic mistake, for tests and practice; the data is invented. Made by `workspaces/generator/faulty_returns.py`.",
        "",
        "在新建的样例里，先照 `scripts/main.dd` 的日期下发，再逐个收：",
        "",
        "```",
    ]
    lines += [f"报表 下发 {form} {year}年 --as-of {day}" for (form, year), day in SENT.items() if form != OFFICE]
    lines += ['报表 收取 "data/faulty/履职/13-超过满分-松涛镇.xlsx"', "```", "",
              f"21、22 是督导室的表，上面有自评分：先收 `data/履职2024/自评` 里{SHOWN}的一份，再 `报表 下发 {OFFICE} 2024年 --as-of {SENT[OFFICE, '2024']}`。",
              "", "| 文件 | 错在哪里 | 正确的工具应当怎么办 |", "|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in listed]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    workspace = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "sample-2024"
    folder = workspace / "data/faulty/履职"
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(str(Path(sys.argv[1]).resolve()), workspace, Path(scratch))
        folder.mkdir(parents=True)
        faults = Faults(desk, folder)
        faults.wrong_sheets()
        faults.changed_sheets()
        faults.wrong_values()
        faults.office_sheets()
        faults.other_files()
    readme(folder / "README.md", faults.listed)


if __name__ == "__main__":
    main()
