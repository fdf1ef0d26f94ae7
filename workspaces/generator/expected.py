"""Answers to the staff's questions, worked out in plain Python from the sample's files; writes expected.json beside itself.

The numbers are those of the list of twelve questions. Nothing here uses the generator's own model.
"""

import json
from pathlib import Path

from read_back import Reader

YEAR, BEFORE, TERM, INSPECTION = "2024-2025", "2023-2024", "2024秋", "2024秋开学专项"
AS_OF = "2024-12-01"
CARD = "青石镇中心小学"


class Answers:
    def __init__(self, tables, entities):
        self.tables = tables
        self.entities = entities
        self.units = tables["unit"]
        self.schools = tables["school"]
        self.years = tables["school_year"]
        self.now = [r for r in self.years.values() if r["year"] == YEAR]

    def name(self, code):
        return self.units[code]["name"] if code else None

    def latest(self, code, column):
        """The column's sum over the parts of the unit's latest year; none where every part is empty."""
        rows = [r for r in self.years.values() if r["unit"] == code]
        last = max((r["year"] for r in rows), default=None)
        values = [r[column] for r in rows if r["year"] == last and r[column] is not None]
        return sum(values) if values else None

    def card(self):
        """How many rows of each entity refer to the unit, by field."""
        code = next(c for c, u in self.schools.items() if u["name"] == CARD)
        counts = {}
        for identifier, entity in self.entities.items():
            if identifier != entity.root:
                continue
            for field in entity.fields.values():
                if str(field["type"]) in ("ref(unit)", "ref(school)"):
                    count = sum(r[field["id"]] == code for r in self.tables[identifier].values())
                    if count:
                        counts[f"{identifier}.{field['id']}"] = count
        return {"code": code, "name": CARD, "referring_rows": counts, "pupils": self.latest(code, "pupils"),
                "classes": self.latest(code, "classes"), "teachers": self.latest(code, "teachers")}

    def totals(self):
        groups = {}
        for row in self.now:
            unit = self.schools[row["unit"]]
            groups.setdefault((self.name(unit["zone"]), unit["locale"]), []).append(row)

        def line(rows):
            return {"schools": len({r["unit"] for r in rows}), "pupils": sum(r["pupils"] for r in rows),
                    "teachers": sum(r["teachers"] or 0 for r in rows)}

        return {"rows": [{"zone": z, "locale": k, **line(rows)} for (z, k), rows in sorted(groups.items(), key=str)],
                "total": line(self.now)}

    def odd(self):
        out = []
        for row in self.now:
            old = self.years.get((row["unit"], BEFORE, row["part"]), {}).get("pupils")
            swung = old is not None and 5 * abs(row["pupils"] - old) > old
            thin = row["teachers"] is not None and row["teachers"] < row["classes"]
            if swung or thin:
                out.append({"unit": self.name(row["unit"]), "part": row["part"], "pupils": row["pupils"], "before": old,
                            "classes": row["classes"], "teachers": row["teachers"], "swung": swung, "thin": thin})
        return sorted(out, key=lambda r: r["unit"])

    def overdue(self):
        rows = [f for f in self.tables["finding"].values() if f["status"] != "已销号" and f["deadline"] and f["deadline"] < AS_OF]
        passed_over = sum(f["status"] != "已销号" and not f["deadline"] for f in self.tables["finding"].values())
        return {"as_of": AS_OF, "count": len(rows), "numbers": sorted(f["number"] for f in rows), "without_deadline": passed_over}

    def without_teachers(self):
        return sorted(s["name"] for c, s in self.schools.items() if self.latest(c, "teachers") is None)

    def largest(self):
        best = {}
        for code, s in self.schools.items():
            if s["locale"] == "城区" and s["ownership"] == "公办" and s["stage"] == "小学":
                line = {"name": s["name"], "zone": self.name(s["zone"]), "pupils": self.latest(code, "pupils")}
                if line["pupils"] > best.get(s["zone"], {"pupils": -1})["pupils"]:
                    best[s["zone"]] = line
        return sorted(best.values(), key=lambda r: -r["pupils"])[:5]

    def by_category(self):
        task = next(c for c, i in self.tables["inspection"].items() if i["title"] == INSPECTION)
        categories = [c["value"] for c in self.entities["finding"].fields["category"]["choices"]]
        zones = [*sorted(self.tables["zone"]), None]
        grid = {z: dict.fromkeys(categories, 0) for z in zones}
        for finding in self.tables["finding"].values():
            if finding["inspection"] == task:
                grid[self.units[finding["unit"]]["zone"]][finding["category"]] += 1
        return {"rows": [{"zone": self.name(z), **grid[z]} for z in zones],
                "total": {c: sum(grid[z][c] for z in zones) for c in categories}}

    def visits(self):
        people = self.tables["person"]
        out = []
        for code, s in sorted(self.schools.items()):
            count = sum(v["unit"] == code and v["term"] == TERM for v in self.tables["visit"].values())
            out.append({"inspector": people[s["inspector"]]["name"] if s["inspector"] else None, "name": s["name"],
                        "visits": count, "enough": count >= 2})
        return out


def main():
    reader = Reader().run()
    if reader.faults:
        raise SystemExit("\n".join(reader.faults))
    a = Answers(reader.tables, reader.entities)
    answers = {
        "rows": {identifier: len(table) for identifier, table in reader.tables.items()},
        "imports": [{"file": f, "sheet": s, "into": i, **done} for f, s, i, done, _, _ in reader.report],
        "1": a.card(), "3": a.totals(), "4": a.odd(), "7": a.overdue(), "8": a.without_teachers(), "9": a.largest(),
        "10": a.by_category(), "11": a.visits(),
    }
    text = json.dumps(answers, ensure_ascii=False, indent=1)
    (Path(__file__).resolve().parent / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
