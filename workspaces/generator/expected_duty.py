"""The results of the township assessment of both years, worked out with fractions; writes expected_duty.json beside itself.

Rules are read from the rubrics as docs/rubrics.md describes them, and only those kinds that the two rubrics use. Indicators
that ask the store are measured in duty_data.py, by what they mean.
"""

import json
from fractions import Fraction
from math import floor
from pathlib import Path

from duty_data import Data, number, rubric_of

YEARS = ("2023", "2024")
MISSING, NOT_APPLICABLE, REFUSED = "missing", "not applicable", "refused"
FINDING_BELOW = Fraction(60, 100)


def leaves_of(nodes, above=()):
    for node in nodes:
        if "children" in node:
            yield from leaves_of(node["children"], (*above, node["id"]))
        else:
            yield node, (*above, node["id"])


def is_mark(value):
    return isinstance(value, Fraction)


def text(value):
    return f"{value.numerator}/{value.denominator}" if is_mark(value) else value


class Assessment:
    def __init__(self, data, year):
        self.data, self.year, self.rubric = data, year, rubric_of(year)
        self.evaluators = {e["id"]: e for e in self.rubric["evaluators"]}
        self.leaves = list(leaves_of(self.rubric["indicators"]))
        self.subjects = data.subjects()
        self.entries = data.entries(year, self.rubric)
        self.vetoes, self.exemptions = data.decisions(year)
        self.objections = data.objections(year)
        assert self.rubric["round"] == {"at": "total", "places": "2", "rule": "half_up"} and self.rubric["compare"] == "rounded"
        assert self.rubric["not_applicable"] == "total" and not any("weight" in leaf for leaf, _ in self.leaves)
        self.marks = {leaf["id"]: self.mark(leaf) for leaf, _ in self.leaves if leaf["rule"]["kind"] != "veto"}

    def category(self, unit):
        return self.subjects[unit][self.rubric["subjects"]["category"]]

    # Figures and marks, of all units at once

    def mark(self, leaf):
        """unit -> mark, or why there is none; a decided objection stands in the place of whatever it was."""
        full, rule, identifier = number(leaf["full"]), leaf["rule"], leaf["id"]
        applied = [u for u in self.subjects if self.applies(leaf, u) and (u, identifier) not in self.exemptions]
        figures = {u: self.figure(leaf, u) for u in applied}
        known = {u: v for u, v in figures.items() if is_mark(v)}
        given = getattr(self, "rule_" + rule["kind"])(known, rule, full)
        return {u: self.objections.get((u, identifier), given.get(u, figures.get(u, NOT_APPLICABLE))) for u in self.subjects}

    def applies(self, leaf, unit):
        if "applies" not in leaf:
            return True
        column, above = leaf["applies"].split(" > ")
        return self.subjects[unit][column] > int(above)

    def figure(self, leaf, unit):
        measure, rule = leaf.get("measure", {}), leaf["rule"]
        if rule["kind"] == "shares":
            return self.shared([(rule[k]["evaluator"], rule[k]["weight"], "missing") for k in ("self", "verified")], unit, leaf)
        if rule["kind"] == "evaluators":
            return self.shared([(u["evaluator"], u["weight"], u.get("otherwise", "missing")) for u in rule["use"]], unit, leaf)
        if "entered" in measure:
            entered = self.entries.get((measure["entered"], unit, leaf["id"]), [])
            assert len(entered) <= 1
            if not entered:
                return MISSING
            (value, base), = entered
            if measure.get("ratio") != "true":
                return value
            return MISSING if base is None else self.divide(value, base, measure)
        found = self.data.MEASURES[leaf["id"]](self.data, self.year).get(unit)
        if "event" in measure:
            return Fraction(found)
        if found is None:
            return {"zero": Fraction(0), "not_applicable": NOT_APPLICABLE}.get(measure.get("absent"), MISSING)
        return self.divide(*found, measure)

    @staticmethod
    def divide(above, below, measure):
        if below:
            return Fraction(above) / below
        return NOT_APPLICABLE if measure.get("zero_base") == "not_applicable" else REFUSED

    def shared(self, uses, unit, leaf):
        """The means of the kinds of evaluators times their weights; a kind with too few marks leaves its weight to the others."""
        total = weights = Fraction(0)
        for evaluator, weight, otherwise in uses:
            marks = sorted(value for value, _ in self.entries.get((evaluator, unit, leaf["id"]), []))
            assert all(0 <= mark <= number(leaf["full"]) for mark in marks), (unit, leaf["id"], marks)
            settings = self.evaluators[evaluator]
            if len(marks) < int(settings.get("least", 1)):
                if otherwise == "missing":
                    return MISSING
                continue
            if len(marks) >= int(settings.get("drop_from", len(marks) + 1)):
                marks = marks[1:-1]
            total += sum(marks) / len(marks) * number(weight)
            weights += number(weight)
        return total / weights if weights else MISSING

    # Rules: the figures of those who have one -> their marks

    @staticmethod
    def reached(v, line, rule):
        return v <= number(line) if rule.get("direction") == "lower" else v >= number(line)

    def ranked(self, figures, rule, unit):
        """1 for the best among the unit's like; equal figures share the better rank."""
        lower = rule.get("direction") == "lower"
        return 1 + sum((v < figures[unit] if lower else v > figures[unit]) for v in self.like(figures, rule, unit))

    def like(self, figures, rule, unit):
        every = rule.get("within", "category") == "all"
        return [v for u, v in figures.items() if every or self.category(u) == self.category(unit)]

    def rule_points(self, figures, rule, full):
        allowed = [number(s) for s in rule.get("steps", [])]
        return {u: v if 0 <= v <= full and (not allowed or v in allowed) else REFUSED for u, v in figures.items()}

    def rule_shares(self, figures, rule, full):
        return figures

    rule_evaluators = rule_shares

    def rule_ratio(self, figures, rule, full):
        target, lower = number(rule["target"]), rule.get("direction") == "lower"
        return {u: full if self.reached(v, rule["target"], rule) else full * target / v if lower else full * v / target
                for u, v in figures.items()}

    def rule_bands(self, figures, rule, full):
        def marks(v):
            return next((b["marks"] for b in rule["bands"] if self.reached(v, b["line"], rule)), rule["else"])
        return {u: number(marks(v)) for u, v in figures.items()}

    def rule_threshold(self, figures, rule, full):
        return {u: full if self.reached(v, rule["target"], rule) else number(rule["else"]) for u, v in figures.items()}

    def rule_rank(self, figures, rule, full):
        ladder = dict(enumerate(rule["ladder"], 1))
        return {u: number(ladder.get(self.ranked(figures, rule, u), rule["rest"])) for u in figures}

    def rule_threshold_rank(self, figures, rule, full):
        short = {u: v for u, v in figures.items() if not self.reached(v, rule["target"], rule)}
        return {u: full for u in figures} | self.rule_rank(short, rule, full)

    def rule_proportion(self, figures, rule, full):
        if rule.get("direction") == "lower":
            return {u: full * min(self.like(figures, rule, u)) / v for u, v in figures.items()}
        return {u: full * v / max(self.like(figures, rule, u)) for u, v in figures.items()}

    def rule_deduction(self, figures, rule, full):
        return {u: max(full - number(rule["each"]) * v, number(rule.get("floor", 0))) for u, v in figures.items()}

    def rule_bonus(self, figures, rule, full):
        return {u: min(number(rule["each"]) * v, number(rule["cap"])) for u, v in figures.items()}

    # Totals, ranks, grades

    def total(self, unit):
        """sum ÷ attainable × full, then what stands outside the full marks; none while a value is missing."""
        got = attainable = beyond = Fraction(0)
        for leaf, _ in self.leaves:
            if leaf["id"] not in self.marks:
                continue
            mark = self.marks[leaf["id"]][unit]
            if mark == MISSING:
                policy = leaf.get("missing", self.rubric.get("missing", "refuse"))
                mark = {"refuse": REFUSED, "zero": Fraction(0), "exclude": NOT_APPLICABLE}[policy]
            if mark == REFUSED:
                return None
            if is_mark(mark) and number(leaf["full"]):
                got, attainable = got + mark, attainable + number(leaf["full"])
            elif is_mark(mark):
                beyond += mark
        return got / attainable * number(self.rubric["full"]) + beyond if attainable else None

    def node(self, unit, identifier):
        marks = [self.marks[leaf["id"]][unit] for leaf, path in self.leaves if identifier in path and leaf["id"] in self.marks]
        return sum(m for m in marks if is_mark(m))

    def winners(self, step, scores, graded):
        """Whom a grade with a share takes of those who reach its line: the best of each category, as many as there are places."""
        out = set()
        groups = {self.category(u) for u in scores} if step["of"] == "category" else {None}
        for group in groups:
            among = [u for u in scores if group in (None, self.category(u))]
            exact = number(step["share"]) * len(among)
            places = -(-exact.numerator // exact.denominator) if step.get("places") == "ceil" else exact.numerator // exact.denominator
            keys = {u: (scores[u], *(self.node(u, i) for i in self.rubric["tie"]["by"])) for u in among
                    if scores[u] >= number(step["line"]) and u not in graded}
            for u, key in keys.items():
                better, level = (sum(test(k) for k in keys.values()) for test in (lambda k: k > key, lambda k: k == key))
                if better + level <= places or (better < places and self.rubric["tie"]["otherwise"] == "in"):
                    out.add(u)
        return out

    def grades(self, scores):
        """The first grade whose line is reached and whose places are not full; a veto holds its unit down and takes no place."""
        order = [step["grade"] for step in self.rubric["grades"]]
        at_most, graded = {}, {}
        for leaf, _ in self.leaves:
            for unit in (u for u in scores if (u, leaf["id"]) in self.vetoes):
                assert "score" not in leaf["rule"]
                graded |= {unit: leaf["rule"]["grade"]} if "grade" in leaf["rule"] else {}
                at_most[unit] = max(at_most.get(unit, 0), order.index(leaf["rule"].get("grade_at_most", order[0])))
        for place, step in enumerate(self.rubric["grades"]):
            held = {u for u in at_most if at_most[u] > place}
            if "share" in step:
                taken = self.winners(step, scores, graded.keys() | held)
            else:
                taken = {u for u in scores if u not in held and scores[u] >= number(step.get("line", -10**9))}
            graded = {u: step["grade"] for u in taken} | graded
        return graded

    def results(self):
        exact = {u: t for u in self.subjects for t in [self.total(u)] if t is not None}
        hundredths = {u: floor(100 * t + Fraction(1, 2)) for u, t in exact.items()}
        scores = {u: Fraction(n, 100) for u, n in hundredths.items()}
        grades = self.grades(scores)
        rows = []
        for unit in self.subjects:
            mine = scores.get(unit)
            ranks = [None, None] if mine is None else [
                1 + sum(s > mine for u, s in scores.items() if among is None or self.category(u) == among)
                for among in (None, self.category(unit))]
            rows.append({
                "unit": unit, "name": self.data.townships[unit]["name"], "category": self.category(unit),
                "score": None if mine is None else f"{hundredths[unit] // 100}.{hundredths[unit] % 100:02d}",
                "exact": text(exact.get(unit)), "grade": grades.get(unit), "rank": ranks[0], "category_rank": ranks[1],
                "vetoes": sorted(leaf for u, leaf in self.vetoes if u == unit),
                "marks": {leaf: text(marks[unit]) for leaf, marks in self.marks.items()}})
        return sorted(rows, key=lambda r: (r["rank"] or 10**9, r["unit"]))

    def low(self):
        """Leaves with less than 60 % of their full marks, which are recorded as findings."""
        return {(u, leaf["id"]) for leaf, _ in self.leaves if leaf["id"] in self.marks
                for u, mark in self.marks[leaf["id"]].items() if is_mark(mark) and mark < FINDING_BELOW * number(leaf["full"])}


def main():
    data = Data()
    years = {year: Assessment(data, year) for year in YEARS}
    ledger = {(unit, leaf) for unit, leaf, _ in data.last_years("2024")}
    if ledger != years["2023"].low():
        raise SystemExit(f"the ledger of findings of 2023 does not fit its marks: {sorted(ledger ^ years['2023'].low())}")
    out = json.dumps({year: a.results() for year, a in years.items()}, ensure_ascii=False, indent=1)
    (Path(__file__).resolve().parent / "expected_duty.json").write_text(out + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
