"""Imports a workspace's files under a plugin's declarations, in plain Python: the yardstick for the product's own import.

Written apart from the generator: it knows the files only through workspace.yaml and entities.yaml.
`python read_back.py` prints what each file gave and each cell that is refused.
"""

import csv
import io
import re
import sys
import warnings
from datetime import date, datetime
from pathlib import Path

import yaml
from openpyxl import load_workbook

from check_entities import DEFAULT, UniqueLoader, fold, lineage, names

WORKSPACE = Path(__file__).resolve().parent.parent / "sample-2024"
TOTALS = ("合计", "总计", "小计")
TRUE, FALSE = {"是", "√", "y", "true", "有", "1"}, {"否", "×", "n", "false", "无", "0"}


class Entity:
    def __init__(self, entities, identifier):
        chain = list(lineage(entities, identifier))
        self.id = identifier
        self.root = chain[-1]["id"]
        self.key = chain[-1]["key"]
        self.match = chain[-1].get("match", [])
        self.kind = chain[0].get("kind")
        self.split = chain[0].get("year_split")
        self.fields = {f["id"]: f for e in chain for f in e["fields"]}
        self.family = [e["id"] for e in chain]
        self.headings = {fold(n): f["id"] for f in self.fields.values() for n in names(f)}
        for entity in chain:
            for block in entity.get("computed", []):
                for column in block["columns"]:
                    self.headings |= {fold(n): column["id"] for n in names(column)}


class Reader:
    def __init__(self, workspace=WORKSPACE, declarations=DEFAULT):
        self.folder = workspace
        self.config = yaml.load((workspace / "workspace.yaml").read_text(encoding="utf-8"), UniqueLoader)
        raw = yaml.load(declarations.read_text(encoding="utf-8"), UniqueLoader)["entities"]
        declared = {e["id"]: e for e in raw}
        self.entities = {i: Entity(declared, i) for i in declared}
        self.tables = {i: {} for i in declared}
        self.index = {i: {} for i in declared}
        self.faults, self.report = [], []

    def run(self):
        for item in self.config["imports"]:
            self.load(item)
        return self

    # Files to grids

    def grid(self, item):
        path = self.folder / item["file"]
        if path.suffix == ".csv":
            data = path.read_bytes()
            text = data.decode("utf-8-sig") if data.startswith(b"\xef\xbb\xbf") else data.decode("gb18030")
            return [[c or None for c in row] for row in csv.reader(io.StringIO(text))]
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            book = load_workbook(path, data_only=True)
            plain = load_workbook(path)
        sheet, formulas = book[item["sheet"]], plain[item["sheet"]]
        rows = []
        for row in sheet.iter_rows():
            values = []
            for cell in row:
                value = cell.value
                if value is None and isinstance(formulas[cell.coordinate].value, str) and formulas[cell.coordinate].value[0] == "=":
                    self.faults.append(f"{item['file']} {item['sheet']}!{cell.coordinate}: formula without a kept result")
                if isinstance(value, (int, float)) and re.fullmatch("0{2,}", cell.number_format):
                    value = str(int(value)).zfill(len(cell.number_format))
                values.append(value)
            rows.append(values)
        for area in sheet.merged_cells.ranges:
            for r in range(area.min_row - 1, area.max_row):
                for c in range(area.min_col - 1, area.max_col):
                    if rows[r][c] is None:
                        rows[r][c] = ("merged", rows[area.min_row - 1][area.min_col - 1], area.min_row - 1 == r)
        return rows

    @staticmethod
    def plain(value):
        return None if isinstance(value, tuple) else value

    @staticmethod
    def words(value):
        return str(value[1] if isinstance(value, tuple) else value or "")

    def find_header(self, rows, entity):
        """The row with most known headings; two rows where the next holds no value of its own but headings."""
        def hits(texts):
            return [entity.headings.get(fold(t)) if t else None for t in texts]

        best = max(range(min(12, len(rows))), key=lambda r: sum(h is not None for h in hits([self.words(v) for v in rows[r]])))
        top = [self.words(v) for v in rows[best]]
        lower = rows[best + 1] if best + 1 < len(rows) else []
        deep = any(isinstance(v, tuple) and not v[2] for v in lower)
        headings = []
        for column, upper in enumerate(top):
            below = self.plain(lower[column]) if deep else None
            tried = [upper] if not below else [upper + below, below] + ([upper] if below in TOTALS else [])
            headings.append((upper + (below or ""), next((f for f in hits(tried) if f), None)))
        return best + (2 if deep else 1), headings

    # Grids to rows

    def load(self, item):
        entity = self.entities[item["into"]]
        rows = self.grid(item)
        start, headings = self.find_header(rows, entity)
        done = dict(inserted=0, updated=0, unchanged=0)
        ignored = [h for h, f in headings if h and not f]
        skipped = 0
        for number, row in enumerate(rows[start:], start + 1):
            values = [self.plain(v) for v in row]
            texts = [v.strip() for v in values if isinstance(v, str)]
            if all(v is None for v in values):
                continue
            if any(t in TOTALS or t.endswith("小计") for t in texts) or any(t.startswith(("注：", "备注：", "说明：", "填表人：")) for t in texts):
                skipped += 1
                continue
            where = f"{item['file']} {item.get('sheet', '')} row {number}"
            record = {}
            for (heading, identifier), value in zip(headings, values):
                if identifier and value is not None and str(value).strip():
                    converted = self.convert(entity, identifier, value, f"{where} {heading}")
                    if identifier in record and record[identifier] != converted:
                        self.faults.append(f"{where}: {heading} names another row than the column before it")
                    record[identifier] = converted
            self.store(entity, record, item, done, where)
        self.report.append((item["file"], item.get("sheet"), item["into"], done, skipped, ignored))

    def convert(self, entity, identifier, value, where):
        field = entity.fields.get(identifier) or self.entities[entity.split["into"]].fields[identifier]
        kind = str(field["type"])
        text = fold(str(value)) if not isinstance(value, (datetime, date)) else value
        shown = str(value).strip()

        def refuse(why):
            self.faults.append(f"{where}: {value!r} {why}")

        if kind.startswith("ref("):
            target = self.entities[kind[4:-1]]
            found = {k for k in self.index[target.root].get(fold(shown), set()) if k in self.tables[target.id]}
            if len(found) != 1:
                return refuse(f"finds {len(found)} rows of {target.id}")
            return next(iter(found))
        if kind == "choice":
            for choice in field["choices"]:
                choice = choice if isinstance(choice, dict) else {"value": choice}
                if text in {fold(n) for n in [choice["value"], *choice.get("aliases", [])]}:
                    return choice["value"]
            return refuse("is no choice")
        if kind == "boolean":
            return True if text in TRUE else False if text in FALSE else refuse("is neither yes nor no")
        if kind == "integer" or kind.startswith("decimal"):
            try:
                number = float(str(text).replace(",", ""))
            except ValueError:
                return refuse("is no number")
            if not field.get("min", number) <= number <= field.get("max", number):
                return refuse("is out of bounds")
            return int(number) if kind == "integer" else round(number, 2)
        if kind == "date":
            if isinstance(value, datetime):
                return value.date().isoformat()
            parts = re.fullmatch(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?", str(text))
            try:
                return date(*map(int, parts.groups())).isoformat()
            except (AttributeError, ValueError):
                return refuse("is no date")
        if kind.startswith("period"):
            return shown.removesuffix("学年")
        shown = "".join(chr(ord(c) - 0xFEE0) if "０" <= c <= "９" else c for c in shown)
        if "pattern" in field and not re.fullmatch(field["pattern"], shown):
            return refuse(f"does not match {field['pattern']}")
        if not field.get("min", 0) <= len(shown) <= field.get("max", 10**9):
            return refuse("is too short or too long")
        return shown

    def store(self, entity, record, item, done, where):
        year = str(item.get("year", "")) or None
        part = {}
        if entity.split:
            part = {c: record.pop(c) for c in entity.split["columns"] if c in record}
        if entity.kind:
            record[entity.kind["field"]] = entity.kind["value"]
        if "year" in entity.key:
            record.setdefault("year", year)
        for identifier, field in entity.fields.items():
            if "default" in field and identifier not in record and identifier in [*entity.key, "active"]:
                record[identifier] = field["default"]
        key = tuple(record.get(k) for k in entity.key)
        key = key[0] if len(key) == 1 else key
        old = self.tables[entity.id].get(key)
        for identifier, field in entity.fields.items():
            if field.get("required") and record.get(identifier) is None and (old or {}).get(identifier) is None:
                self.faults.append(f"{where}: {identifier} is required")
        if old is None:
            done["inserted"] += 1
            old = {f: None for f in entity.fields}
        else:
            changed = any(old[k] != v for k, v in record.items())
            done["updated" if changed else "unchanged"] += 1
        merged = {**old, **record}
        for family in entity.family:
            self.tables[family][key] = merged
        for name in entity.match:
            for text in re.split("[、;；]", merged.get(name) or ""):
                if text:
                    self.index[entity.root].setdefault(fold(text), set()).add(key)
        if part:
            target = self.entities[entity.split["into"]]
            row = {f: None for f in target.fields} | part | {"unit": key, "year": year}
            if "part" in target.fields:
                row["part"] = target.fields["part"]["default"]
            self.tables[target.id][tuple(row[k] for k in target.key)] = row


def main():
    reader = Reader().run()
    for file, sheet, into, done, skipped, ignored in reader.report:
        counts = ", ".join(f"{n} {what}" for what, n in done.items() if n)
        print(f"{file} {sheet or ''} -> {into}: {counts}; {skipped} rows passed over; not taken: {'、'.join(ignored) or '-'}")
    for fault in reader.faults:
        print("REFUSED", fault)
    print({i: len(t) for i, t in reader.tables.items()})
    return 1 if reader.faults else 0


if __name__ == "__main__":
    sys.exit(main())
