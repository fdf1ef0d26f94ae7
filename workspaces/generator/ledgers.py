"""Ledgers beside the score sheets: what became of last year's findings, vetoes and exemptions."""

import csv
import io
from datetime import date
from random import Random

from workbook import Book


def write_rectification(rows, path):
    """The findings of the assessment of 2023 with how far their mending has come in October 2024."""
    book = Book()
    sheet = book.sheet("整改台账")
    sheet.title("2023年履职考核问题整改台账", 6)
    sheet.line((1, "填表单位：云岭区人民政府教育督导室"), (4, "统计时间：2024年10月31日"))
    sheet.header(["问题编号", "单位名称", "对应指标", "问题内容", "整改状态", "销号时间"], [24, 14, 24, 50, 12, 14])
    random = Random("2023/rectification")
    for row in csv.DictReader(io.StringIO(rows.lstrip("\ufeff"))):
        closed = random.random() < 0.72
        day = date(2024, random.randint(3, 9), random.randint(1, 28)) if closed else None
        state = "已销号" if closed else random.choice(["整改中", "待复查", "未整改"])
        sheet.cells([row["问题编号"], row["单位"], row["指标"], row["内容"], state, day], {5: "yyyy/m/d"})
    book.save(path)


def write_decisions(path):
    book = Book()
    sheet = book.sheet("否决")
    sheet.title("2024年履职考核否决事项", 7)
    sheet.header(["年度", "单位", "指标", "事项", "决定机关", "决定文号", "决定日期"], [10, 14, 8, 40, 24, 24, 14])
    sheet.cells(
        [2024, "竹溪镇", "V2", "2024年上半年挪用学校修缮经费", "云岭区审计局", "云岭审〔2024〕17号", date(2024, 10, 18)],
        {6: "yyyy/m/d"},
    )
    sheet = book.sheet("合理缺项")
    sheet.title("2024年履职考核合理缺项", 6)
    sheet.header(["年度", "单位", "指标", "理由", "决定人", "决定日期"], [10, 14, 8, 40, 12, 14])
    sheet.cells([2024, "石门街道", "C4", "辖区当年没有学校建设项目", "周敬之", date(2024, 11, 25)], {5: "yyyy/m/d"})
    book.save(path)
