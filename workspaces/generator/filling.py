"""What evaluators write on score sheets: how good a township is decides most, chance the rest."""

import io
import re
from random import Random

from openpyxl import load_workbook

from workbook import Book

INSPECTORS_ON_SITE = ["周敬之", "罗启超", "叶雨桐"]
# The first year's quality of a township, and what it gained since; the others are drawn.
QUALITY = {"后溪乡": 0.42, "红岩乡": 0.55, "望江镇": 0.93, "青石镇": 0.74, "云台街道": 0.97, "文昌街道": 0.95}
GAIN = {"后溪乡": -0.06, "青石镇": 0.12, "花桥镇": -0.10}
# Of its schools only two answer, so that their marks cannot be used.
FEW_ANSWERS = "云顶乡"


class Filler:
    def __init__(self, seed):
        self.seed = seed
        self.answers = 0

    def random(self, *what):
        return Random("/".join(map(str, (self.seed, *what))))

    def quality(self, township, year):
        first = QUALITY.get(township, self.random(township).uniform(0.66, 0.99))
        gain = GAIN.get(township, self.random(township, "gain").uniform(-0.05, 0.07)) if year == "2024" else 0
        return min(1.0, max(0.3, first + gain))

    def fill(self, path):
        """The bytes of the sheet as it comes back; None where it never does."""
        form, year = re.search(r"履职(.+)-(\d{4})年", path.name).groups()
        book = load_workbook(path)
        sheet = book.worksheets[0]
        head = next(row[0].row for row in sheet.iter_rows() if row[0].value == "单位")
        columns = {cell.value: cell.column for cell in sheet[head]}
        random = self.random(form, year, path.name)
        if form == "辖区学校评价" and not self.answers_come(sheet.cell(head + 1, 1).value, random):
            return None
        for row in range(head + 1, sheet.max_row + 1):
            if not sheet.cell(row, columns["指标"]).value:
                continue
            given = {name: sheet.cell(row, column).value for name, column in columns.items()}
            for name, value in self.row(form, year, given, random).items():
                if name in columns and value is not None:
                    sheet.cell(row, columns[name]).value = value
        plain = io.BytesIO()
        book.save(plain)
        return Book().repack(plain.getvalue())

    def answers_come(self, township, random):
        if township != FEW_ANSWERS:
            return random.random() < 0.8
        self.answers += 1
        return self.answers <= 2

    def row(self, form, year, given, random):
        township, indicator, full = given["单位"], given["指标"], given["满分"]
        quality = min(1.0, max(0.2, self.quality(township, year) + random.uniform(-0.12, 0.08)))
        if full not in (None, ""):
            values = self.mark(form, float(full), given, quality, random)
        else:
            values = self.figure(township, indicator, given.get("计量单位"), quality, random)
        if form == "督导室实地核查":
            values["评分人"] = random.choice(INSPECTORS_ON_SITE)
        return values

    def mark(self, form, full, given, quality, random):
        steps = re.search(r"得 ([\d、]+) 分$", given["评分标准"] or "")
        if steps:
            allowed = [float(step) for step in steps[1].split("、")]
            return {"得分或数值": min(allowed, key=lambda step: abs(step - full * quality))}
        if form == "自评":
            quality = min(1.0, quality + 0.1)
        value = round(full * quality * 2) / 2
        values = {"得分或数值": value}
        other, gap = given.get("自评"), given.get("相差超过即说明")
        if other is not None and gap is not None and abs(value - float(other)) > float(gap):
            values["理由"] = random.choice(["台账不全", "现场与自评不符", "有两所学校没有落实", "佐证不足"])
        elif form == "自评" and random.random() < 0.2:
            values["理由"] = "佐证见附件"
        return values

    def figure(self, township, indicator, unit, quality, random):
        if unit == "人":  # pupils kept to the end of junior school, of those who began
            base = random.randint(180, 900)
            lost = 0.002 if quality > 0.6 else 0.03
            return {"得分或数值": base - round(base * random.uniform(0, 2 * lost)), "分母": base}
        if unit == "元":  # money, over pupils
            base = random.randint(600, 6000)
            return {"得分或数值": base * round(80 + 240 * quality), "分母": base}
        if unit == "件" and indicator == "E1":  # problems solved, of those put down
            base = random.randint(8, 24)
            return {"得分或数值": min(base, round(base * (quality + 0.08))), "分母": base}
        if unit == "次" and indicator.startswith("D"):  # activities of the community
            return {"得分或数值": round(4 + 20 * quality * random.uniform(0.6, 1))}
        if unit == "次":  # meetings on education; of 望江镇 one was overlooked, which it objects to
            return {"得分或数值": 3 if township == "望江镇" else max(0, round(5 * quality))}
        if unit == "项":  # commendations
            return {"得分或数值": 1 if quality > 0.95 and random.random() < 0.5 else 0}
        # Unlicensed tuition, petitions, kindergartens without licence: the fewer, the better.
        return {"得分或数值": round(3 * (1 - quality) * random.uniform(0.5, 1.6))}
