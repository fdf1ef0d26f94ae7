"""Record sheets of inspections that come round, as they came back: the opening of two terms, double reduction of two months.

Sends the forms in a copy of the sample, fills the sheets from a fixed seed and keeps them below data/. A few come back
with the faults that people make, and one of each round never does; what is planted stands in FAULTS and MISSING.

Usage: python inspections.py DUDAO [folder of the workspace]
"""

import io
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from workbook import Book

WORKSPACE = Path(__file__).resolve().parent.parent / "sample-2024"
# Form, period as typed, day of sending, folder below data/.
ROUNDS = [
    ("开学专项督导", "2024春", date(2024, 2, 26), "开学督导/2024春"),
    ("开学专项督导", "2024秋", date(2024, 9, 2), "开学督导/2024秋"),
    ("双减督导", "2024年10月", date(2024, 10, 8), "双减督导/2024年10月"),
    ("双减督导", "2024年11月", date(2024, 11, 1), "双减督导/2024年11月"),
]
MISSING = {"开学督导/2024春": "麻柳学区", "开学督导/2024秋": "双桂学区", "双减督导/2024年10月": "石门学区", "双减督导/2024年11月": "临溪学区"}
FAULTS = {
    ("开学督导/2024秋", "青石学区"): "problem not written",
    ("开学督导/2024秋", "花桥学区"): "name of a school changed",
    ("开学督导/2024秋", "盐井学区"): "a word of its own",
    ("双减督导/2024年10月", "松涛学区"): "more overlong than looked at",
    ("双减督导/2024年10月", "竹溪学区"): "a day of another month",
}
ITEMS = ["开学准备", "教材教辅", "招生收费", "课程教学", "体育锻炼和课业负担", "师德师风", "校园及周边安全", "学生交通安全", "食堂饮水和宿舍", "稳定和心理健康"]
# How likely an item falls short, and what is then written.
SHORT = {
    "校园及周边安全": (0.10, ["门卫登记不全", "消防通道堆放杂物", "监控有死角"]),
    "食堂饮水和宿舍": (0.09, ["留样不足四十八小时", "食堂台账缺三天", "开水器未清洗"]),
    "学生交通安全": (0.06, ["校车没有随车照管员签名", "放学时段校门前乱停车"]),
    "体育锻炼和课业负担": (0.07, ["大课间不足三十分钟", "课表少排一节体育"]),
    "教材教辅": (0.03, ["两个年级教材晚到三天"]),
    "招生收费": (0.02, ["收费公示栏没有更新"]),
}
INSPECTORS = ["周敬之", "沈文静", "罗启超", "叶雨桐"]


class Round:
    def __init__(self, form, period, sent, place):
        self.form, self.period, self.sent, self.place = form, period, sent, place

    def fill(self, path, zone):
        book = load_workbook(path)
        sheet = book.worksheets[0]
        head = next(row[0].row for row in sheet.iter_rows() if "学校代码" in [cell.value for cell in row])
        columns = {cell.value: cell.column for cell in sheet[head]}
        random = Random(f"2024/{self.place}/{zone}")
        fault = FAULTS.get((self.place, zone))
        rows = [row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, columns["学校代码"]).value]
        for place, row in enumerate(rows):
            values = self.opening(random) if self.form == "开学专项督导" else self.reduction(random)
            if fault and place == 1:
                self.spoil(fault, values, sheet, row, columns)
            for name, value in values.items():
                if value is not None:
                    sheet.cell(row, columns[name]).value = value
        plain = io.BytesIO()
        book.save(plain)
        return Book().repack(plain.getvalue())

    def opening(self, random):
        day = self.sent + timedelta(days=random.randint(1, 14))
        values = {"到校日期": day, "督导人员": "、".join(random.sample(INSPECTORS, 2))}
        problems = []
        for item in ITEMS:
            likely, texts = SHORT.get(item, (0.01, [f"{item}记录不全"]))
            draw = random.random()
            values[item] = "不达标" if draw < likely else "基本达标" if draw < likely * 3 else "达标"
            if values[item] == "不达标":
                problems.append(random.choice(texts))
        if problems:
            values["存在问题"] = "；".join(problems)
            values["整改要求"] = "限期整改，报学区复查"
            values["整改期限"] = day + timedelta(days=random.choice([7, 15, 30]))
        return values

    def reduction(self, random):
        if random.random() < 0.08:
            return {"说明": random.choice(["当月督学外出培训，下月补", "学校停课，未到校"])}
        classes = random.randint(3, 8)
        service = random.choices(["应开尽开", "部分开展", "未开展"], [0.85, 0.12, 0.03])[0]
        first = self.sent.replace(day=1)
        return {
            "到校日期": first + timedelta(days=random.randint(8, 26)), "责任督学": random.choice(INSPECTORS),
            "作业公示": "是" if random.random() < 0.9 else "否", "抽查班级数": classes,
            "其中书面作业超时": random.choices([0, 1, 2], [0.75, 0.18, 0.07])[0], "课后服务": service,
            "违规收费": "是" if random.random() < 0.02 else "否", "违规补课线索": 1 if random.random() < 0.04 else 0,
        }

    @staticmethod
    def spoil(fault, values, sheet, row, columns):
        match fault:
            case "problem not written":
                values.update({"校园及周边安全": "不达标", "存在问题": None, "整改期限": None})
            case "name of a school changed":
                sheet.cell(row, columns["学校"]).value += "（本部）"
            case "a word of its own":
                values["课程教学"] = "优"
            case "more overlong than looked at":
                values.update({"抽查班级数": 4, "其中书面作业超时": 9})
            case "a day of another month":
                values["到校日期"] = date(2024, 9, 27)


def main():
    dudao = str(Path(sys.argv[1]).resolve())
    workspace = Path(sys.argv[2]) if len(sys.argv) > 2 else WORKSPACE
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample"
        ignored = shutil.ignore_patterns("workspace.sqlite*", "exports", "backups", "收件")
        shutil.copytree(workspace, copy, ignore=ignored)
        for inspection in (Round(*one) for one in ROUNDS):
            statement = f"报表 下发 {inspection.form} {inspection.period} --as-of {inspection.sent}"
            done = subprocess.run(
                [dudao, "-w", str(copy), "--yes", "--person", "叶雨桐", "-c", statement], capture_output=True, text=True
            )
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
            target = workspace / "data" / inspection.place
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir(parents=True)
            for path in sorted((copy / "exports" / f"{inspection.form}-{inspection.period}").glob("*.xlsx")):
                zone = path.stem.split("-")[0]
                if zone != MISSING[inspection.place]:
                    (target / path.name).write_bytes(inspection.fill(path, zone))


main()
