"""What the township assessment rests on, read from the sample's files as received; nothing here knows a rule or a mark."""

import io
import re
import zipfile
from fractions import Fraction

import yaml
from openpyxl import load_workbook

from check_entities import DEFAULT
from read_back import WORKSPACE, Reader

RUBRICS = DEFAULT.parent.parent / "TownshipDuty" / "rubrics"
CLASS_SIZE = 45
SAFETY = {"校园安全", "食品安全", "校车安全", "校舍安全"}
WITH_JUNIOR = {"初中", "九年一贯制", "完全中学"}


def number(text):
    """The number exactly as it is written: 0.1, 29%, 1/3."""
    text = str(text).strip()
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def rubric_of(year):
    """The rubric with every scalar as text, so that no number passes through a float."""
    return yaml.load((RUBRICS / f"{year}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


class DutyReader(Reader):
    """The year's rows repeat from the list of that year where the unit stood then."""

    def store(self, entity, record, item, done, where):
        super().store(entity, record, item, done, where)
        if entity.split:
            year = str(item.get("year", "")) or None
            for row in self.tables[entity.split["into"]].values():
                if (row["unit"], row["year"]) == (record["code"], year):
                    row.update({c: record[c] for c in entity.split.get("repeats", []) if row[c] is None and c in record})


class Data:
    def __init__(self):
        self.reader = DutyReader().run()
        if self.reader.faults:
            raise SystemExit("\n".join(self.reader.faults))
        self.tables = self.reader.tables
        self.townships = {c: t for c, t in self.tables["township"].items() if not t["open_until"]}
        self.names = {t["name"]: c for c, t in self.townships.items()}
        self.script = (WORKSPACE / "scripts" / "main.dd").read_text(encoding="utf-8")

    def subjects(self):
        """Of each open township its category and how many schools with junior classes and kindergartens it has now."""
        def count(table, holds=lambda row: True):
            return lambda code: sum(r["township"] == code and not r["open_until"] and holds(r) for r in self.tables[table].values())

        junior, gardens = count("school", lambda s: s["stage"] in WITH_JUNIOR), count("kindergarten")
        return {code: {"group": "街道" if t["township_kind"] == "街道" else "乡镇", "junior": junior(code), "kindergartens": gardens(code)}
                for code, t in self.townships.items()}

    # Score sheets and ledgers

    def entries(self, year, rubric):
        """(evaluator, township, indicator) -> [(value, base)], from the sheets that the script collects."""
        found, seen = {}, set()
        for form, place in re.findall(rf"^报表 下发 履职(\S+) {year}年.*\n报表 收取 (\S+)", self.script, re.M):
            evaluator = next(e["id"] for e in rubric["evaluators"] if e["label"] == form)
            for book in self.books(WORKSPACE / place):
                for by, row in self.rows(book):
                    key = (evaluator, self.names[row["单位"]], row["指标"])
                    if (by, *key) in seen:
                        raise SystemExit(f"{place}: {by} gives {key} twice")
                    seen.add((by, *key))
                    if row["得分或数值"] is not None:
                        base = row.get("分母")
                        found.setdefault(key, []).append((number(row["得分或数值"]), None if base is None else number(base)))
        return found

    @staticmethod
    def books(place):
        if place.suffix == ".zip":
            with zipfile.ZipFile(place, metadata_encoding="gbk") as archive:
                for name in archive.namelist():
                    yield load_workbook(io.BytesIO(archive.read(name)), data_only=True)
        else:
            for path in sorted(place.glob("*.xlsx")):
                yield load_workbook(path, data_only=True)

    @staticmethod
    def rows(book):
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        head = next(n for n, row in enumerate(rows) if row[0] == "单位")
        # An anonymous sheet names nobody; the code in its hidden part tells it from others.
        code = next(row[1] for row in book["_dudao"].iter_rows(values_only=True) if row[0] == "token")
        by = next((found[1] for row in rows if (found := re.match(r"填报单位：(.+?)\u3000", str(row[0])))), code)
        for row in rows[head + 1:]:
            if row[0]:
                yield by, dict(zip(rows[head], row))

    def ledger(self, place, sheet=0):
        rows = list(load_workbook(WORKSPACE / "data" / place, data_only=True).worksheets[sheet].iter_rows(values_only=True))
        head = next(n for n, row in enumerate(rows) if sum(v is not None for v in row) == len(row))
        return [dict(zip(rows[head], row)) for row in rows[head + 1:] if row[0]]

    def decisions(self, year):
        """Vetoes and exemptions, as sets of (township, indicator), where the year has a ledger of them that the script imports."""
        place = f"履职{year}/否决和合理缺项.xlsx"
        if place not in self.script:
            return set(), set()
        vetoes, exemptions = ([r for r in self.ledger(place, sheet) if str(r["年度"]) == year] for sheet in (0, 1))
        vetoes = [r for r in vetoes if r["决定文号"] and r["决定日期"]]
        return tuple({(self.names[r["单位"]], r["指标"]) for r in rows} for rows in (vetoes, exemptions))

    def objections(self, year):
        """(township, indicator) -> the mark that the decision on an objection gave."""
        filed = re.findall(rf"^履职 申请复核 {year} (\S+) (\S+)", self.script, re.M)
        decided = re.findall(rf"^履职 复核 {year} 履职{year}-(\d+) --mark (\S+)", self.script, re.M)
        return {(self.names[unit], leaf): number(mark) for n, mark in decided for unit, leaf in [filed[int(n) - 1]]}

    def last_years(self, year):
        """The findings of the assessment before: [(township, indicator, whether closed)]."""
        if f"履职{int(year) - 1}/考核问题整改台账.xlsx" not in self.script.split(f"履职 评分 {year}")[0]:
            return []
        ledger = self.ledger(f"履职{int(year) - 1}/考核问题整改台账.xlsx")
        return [(self.names[r["单位名称"]], r["对应指标"].split()[0], r["整改状态"] == "已销号") for r in ledger]

    # Measures, one function for each indicator with a pipeline: township -> (numerator, denominator), or a count of events

    def year_rows(self, table, year):
        rows = [r for r in self.tables[table].values() if r["year"] == f"{year}-{int(year) + 1}"]
        return [r for r in rows if r["township"]]

    @staticmethod
    def ratio(rows, above, below, place=lambda row: row["township"]):
        sums = {}
        for row in rows:
            old = sums.get(place(row), (0, 0))
            sums[place(row)] = (old[0] + above(row), old[1] + below(row))
        return sums

    def class_size(self, year):
        """A1: schools with at most 45 pupils a class on average, of the schools."""
        units = self.ratio(self.year_rows("school_year", year), lambda r: r["pupils"] or 0, lambda r: r["classes"] or 0,
                           lambda r: (r["township"], r["unit"]))
        return self.ratio(units.items(), lambda u: u[1][0] <= CLASS_SIZE * u[1][1], lambda u: 1, lambda u: u[0][0])

    def pupils_per_teacher(self, year):
        """A2. Teachers who are not reported count nothing; the pupils of their schools count."""
        return self.ratio(self.year_rows("school_year", year), lambda r: r["pupils"] or 0, lambda r: r["teachers"] or 0)

    def mended(self, year):
        """A5: closed findings of the assessment before, of all of them."""
        return self.ratio(self.last_years(year), lambda f: f[2], lambda f: 1, lambda f: f[0])

    def children(self, year, holds):
        gardens = self.tables["kindergarten"]
        return self.ratio(self.year_rows("kindergarten_year", year), lambda r: r["children"] * holds(gardens[r["unit"]]),
                          lambda r: r["children"])

    def inclusive(self, year):
        """B1"""
        return self.children(year, lambda garden: garden["inclusive"] is True)

    def public(self, year):
        """B2"""
        return self.children(year, lambda garden: garden["ownership"] == "公办")

    def children_per_class(self, year):
        """B3"""
        return self.ratio(self.year_rows("kindergarten_year", year), lambda r: r["children"], lambda r: r["classes"])

    def unlicensed(self, year):
        """B4: open kindergartens without licence."""
        rows = [k for k in self.tables["kindergarten"].values() if not k["open_until"] and k["licence"] == "无证"]
        return {code: sum(k["township"] == code for k in rows) for code in self.townships}

    def findings(self, year, holds):
        """Findings of the year about units that stand in a township, each with its township."""
        units = self.tables["unit"]
        rows = [f for f in self.tables["finding"].values() if (f["found_on"] or "")[:4] == year and holds(f)]
        return [(units[f["unit"]]["township"], f) for f in rows if units[f["unit"]]["township"]]

    def unsafe(self, year):
        """C3: findings on safety that are grave or rather grave."""
        rows = self.findings(year, lambda f: f["category"] in SAFETY and f["severity"] in ("较重", "严重"))
        return {code: sum(place == code for place, _ in rows) for code in self.townships}

    def double_reduction(self, year):
        """D3: closed findings on double reduction, of all of them."""
        rows = self.findings(year, lambda f: f["category"] == "双减")
        return self.ratio(rows, lambda r: r[1]["status"] == "已销号", lambda r: 1, lambda r: r[0])

    MEASURES = {"A1": class_size, "A2": pupils_per_teacher, "A5": mended, "B1": inclusive, "B2": public, "B3": children_per_class,
                "B4": unlicensed, "C3": unsafe, "D3": double_reduction}
