"""Random rubrics with their results, worked out with Python's Fraction: what the engine is compared with.

Usage: reference.py FIRST LAST prints one JSON document a line, one for each seed. Nothing here follows the engine's
code: it follows docs/rubrics.md.
"""
import json
import random
import sys
from fractions import Fraction as F

GRADES = ["优秀", "良好", "合格", "不合格"]


def show(x):
    """A fraction as the engine writes it."""
    if x is None:
        return None
    d = x.denominator
    while d % 2 == 0:
        d //= 2
    while d % 5 == 0:
        d //= 5
    if d != 1:
        return f"{x.numerator}/{x.denominator}"
    places = 0
    while (x * 10**places).denominator != 1:
        places += 1
    if places == 0:
        return str(x.numerator)
    digits = str(abs(x.numerator) * 10**places // x.denominator).rjust(places + 1, "0")
    return ("-" if x < 0 else "") + digits[:-places] + "." + digits[-places:]


def rounded(x, places, rule):
    scale = 10**places
    sign = -1 if x < 0 else 1
    y = abs(x) * scale
    whole = y.numerator // y.denominator
    rest = y - whole
    up = rest > F(1, 2) or (rest == F(1, 2) and (rule == "half_up" or whole % 2 == 1))
    return sign * F(whole + (1 if up else 0), scale)


def ranks(values, better):
    return [None if v is None else 1 + sum(1 for w in values if w is not None and better(w, v)) for v in values]


class Case:
    def __init__(self, seed):
        self.r = random.Random(seed)
        r = self.r
        self.n = r.choice([1, 2, 3, 7, 12, 27])
        self.categories = [r.choice(["街道", "乡镇"]) if r.random() < 0.9 else "唯一" for _ in range(self.n)]
        self.weighted = r.random() < 0.35
        self.place = "total" if self.weighted else r.choice(["leaf", "node", "total", "total"])
        self.places = r.choice([0, 1, 2, 2, 3])
        self.rule = r.choice(["half_up", "half_even"])
        self.compare = r.choice(["full", "rounded"])
        self.scaling = r.choice(["total", "node"])
        self.missing = r.choice(["refuse", "zero", "exclude"])
        self.hole = r.choice([0, 0, 0.03, 0.2, 1.0 if r.random() < 0.1 else 0.1])
        self.out = r.choice([0, 0, 0.05, 0.3, 1.0 if r.random() < 0.1 else 0.1])
        self.evaluators = [
            {"id": "own", "least": 1, "drop": None},
            {"id": "office", "least": 1, "drop": None},
            {"id": "panel", "least": r.choice([1, 2, 3]), "drop": r.choice([None, 3, 4])},
            {"id": "schools", "least": r.choice([1, 3]), "drop": r.choice([None, 5])},
        ]
        self.leaves = []
        self.figures, self.entries, self.applies, self.exempt, self.adjusted, self.vetoes = {}, {}, {}, {}, {}, {}
        self.count = 0
        self.tree = self.nodes("", 1, F(100))
        self.extras()
        self.grading()

    # the declaration

    def number(self, low, high, places=2):
        return F(self.r.randint(int(low * 10**places), int(high * 10**places)), 10**places)

    def split(self, total, parts):
        """`total` in `parts` positive parts of at most two places."""
        units = int(total * 100)
        cuts = sorted(self.r.sample(range(1, units), parts - 1)) if parts > 1 else []
        edges = [0] + cuts + [units]
        return [F(edges[i + 1] - edges[i], 100) for i in range(parts)]

    def nodes(self, prefix, depth, full):
        parts = self.r.randint(1, 4)
        weighted = self.weighted and (depth == 1 or self.r.random() < 0.5)
        sizes = self.split(F(1) if weighted else full, parts)
        out = []
        for i, size in enumerate(sizes):
            own = self.r.choice([F(100), F(10), F(5), F(3)]) if weighted else size
            node = {"id": f"{prefix}{i + 1}" if prefix else "ABCDEFG"[i], "full": own,
                    "weight": size if weighted else None, "children": [], "leaf": None, "line": None}
            if depth < 3 and own >= 1 and self.r.random() < (0.7 if depth == 1 else 0.3):
                node["children"] = self.nodes(node["id"] + ".", depth + 1, own)
                if any(c["weight"] is not None for c in node["children"]):
                    pass
            else:
                node["leaf"] = self.leaf(node["id"], own)
            out.append(node)
        return out

    def extras(self):
        r = self.r
        if self.tree and not self.weighted and r.random() < 0.5:
            node = {"id": "X1", "full": F(0), "weight": None, "children": [], "leaf": None}
            node["leaf"] = self.leaf("X1", F(0), r.choice(["bonus", "deduction"]))
            self.tree.append(node)
        if r.random() < 0.5:
            node = {"id": "V1", "full": F(0), "weight": None, "children": [], "leaf": None}
            effect = r.choice(["grade", "grade_at_most", "score"])
            value = "合格" if effect != "score" else "12.5"
            node["leaf"] = {"id": "V1", "full": F(0), "kind": "veto", "yaml": {"kind": "veto", effect: value},
                            "effect": (effect, value), "measure": None}
            self.leaves.append(node["leaf"])
            self.vetoes["V1"] = [s for s in range(self.n) if r.random() < 0.15]
            self.tree.append(node)

    KINDS = ["points", "ratio", "bands", "threshold", "threshold_rank", "deduction", "bonus", "evaluators", "rank",
             "proportion", "shares"]

    def leaf(self, id, full, kind=None):
        r = self.r
        kind = kind or r.choice(self.KINDS)
        part = lambda: full * F(r.randint(0, 20), 20)
        leaf = {"id": id, "full": full, "kind": kind, "missing": r.choice([None, None, None, "zero", "exclude", "refuse"])}
        y = {"kind": kind}
        measure = {"pipeline": "x", "value": "v"}
        direction = r.choice(["higher", "lower"])
        within = r.choice(["category", "all"])
        ladder = sorted([part() for _ in range(r.randint(1, 4))], reverse=True)
        rest = ladder[-1] * F(r.randint(0, 4), 4)
        if kind == "points":
            measure = {"entered": "office"}
        elif kind == "ratio":
            y |= {"target": show(r.choice([F(29, 100), F(1), F(85, 100), F(2000)])), "direction": direction}
            measure = r.choice([measure, {"pipeline": "x", "numerator": "a", "denominator": "b"}])
        elif kind == "bands":
            lines = sorted({self.number(0, 1) for _ in range(3)}, reverse=direction == "higher")
            marks = [part() for _ in lines]
            y |= {"bands": [{"line": show(l), "marks": show(m)} for l, m in zip(lines, marks)], "else": show(part()),
                  "direction": direction}
        elif kind == "threshold":
            y |= {"target": show(self.number(0, 1)), "else": show(part()), "direction": direction}
        elif kind == "threshold_rank":
            y |= {"target": show(self.number(0, 1)), "ladder": [show(x) for x in ladder], "rest": show(rest),
                  "within": within, "direction": direction}
        elif kind == "deduction":
            floor = r.choice([F(0), full / 2, F(-3)])
            y |= {"each": show(r.choice([F(1, 2), F(1), F(1, 10)])), "floor": show(floor)}
            measure = r.choice([measure, {"pipeline": "x", "event": "e"}, {"pipeline": "x", "event": "e", "marks": "m"}])
        elif kind == "bonus":
            cap = full if full else F(3)
            y |= {"each": show(r.choice([F(1, 2), F(1)])), "cap": show(cap)}
            measure = r.choice([measure, {"pipeline": "x", "event": "e"}])
        elif kind == "evaluators":
            parts = self.split(F(1), 3)
            names = r.sample(["office", "panel", "schools", "own"], 3)
            y["use"] = [{"evaluator": e, "weight": show(w), "otherwise": r.choice(["missing", "share"])}
                        for e, w in zip(names, parts)]
            measure = None
        elif kind == "rank":
            y |= {"ladder": [show(x) for x in ladder], "rest": show(rest), "within": within, "direction": direction}
        elif kind == "proportion":
            y |= {"direction": direction, "within": within}
        elif kind == "shares":
            y |= {"self": {"evaluator": "own", "weight": "30%"}, "verified": {"evaluator": "office", "weight": "70%"}}
            measure = None
        leaf["yaml"], leaf["measure"], leaf["direction"] = y, measure, direction
        self.leaves.append(leaf)
        self.data(leaf)
        return leaf

    # the data

    def data(self, leaf):
        r, id = self.r, leaf["id"]
        if r.random() < 0.3:
            self.applies[id] = [None if r.random() < 0.02 else r.random() >= self.out for _ in range(self.n)]
        self.exempt[id] = [s for s in range(self.n) if r.random() < self.out / 4]
        self.adjusted[id] = {s: leaf["full"] * F(r.randint(0, 8), 8) for s in range(self.n) if r.random() < 0.03}
        kinds = {"points": ["office"], "shares": ["own", "office"],
                 "evaluators": [u["evaluator"] for u in leaf["yaml"].get("use", [])]}.get(leaf["kind"])
        if kinds:
            self.entries[id] = {}
            for kind in kinds:
                most = {"own": 1, "office": 1, "panel": 5, "schools": 8}[kind]
                rows = []
                for _ in range(self.n):
                    k = 0 if r.random() < self.hole else r.randint(1, most)
                    marks = [leaf["full"] * F(r.randint(0, 20), 20) for _ in range(k)]
                    if marks and r.random() < 0.02:
                        marks[0] = r.choice([leaf["full"] + F(1, 2), F(-1)])
                    rows.append(marks)
                self.entries[id][kind] = rows
            return
        rows = []
        for _ in range(self.n):
            if r.random() < self.hole:
                rows.append({"missing": True})
            elif leaf["measure"] and "event" in leaf["measure"]:
                rows.append({"events": [[f"E{i}", show(self.number(0, 2)) if "marks" in leaf["measure"] else None]
                                        for i in range(r.randint(0, 5))]})
            elif leaf["measure"] and "denominator" in leaf["measure"]:
                b = r.choice([100, 3, 7, 27, 997])
                rows.append({"ratio": [r.choice([0, 29, r.randint(0, b * 2)]), b]})
            elif leaf["kind"] in ("deduction", "bonus"):
                rows.append({"number": str(r.randint(0, 9))})
            else:
                rows.append({"number": show(r.choice([self.number(0, 1), self.number(0, 1), F(29, 100), F(0), F(r.randint(1, 9), r.choice([3, 7, 8]))]))})
        self.figures[id] = rows

    def grading(self):
        r = self.r
        self.tie = r.choice(["in", "out", "by"])
        self.tie_final = r.choice(["in", "out"])
        self.tie_by = [l["id"] for l in r.sample(self.leaves, min(2, len(self.leaves))) if l["kind"] != "veto"]
        if self.tie == "by" and not self.tie_by:
            self.tie = "in"
        self.grades = []
        for i, name in enumerate(GRADES[:-1]):
            line = F([85, 70, 40][i]) if r.random() < 0.7 else None
            share = r.choice([F(3, 10), F(1, 3) * F(3, 10) * 10 / 10, F(1, 2)]) if line is None or r.random() < 0.5 else None
            self.grades.append({"grade": name, "line": line, "share": share, "of": r.choice(["category", "all"]),
                                "places": r.choice(["floor", "ceil"])})
        self.grades.append({"grade": GRADES[-1], "line": None, "share": None})

    # the results

    def combine(self, leaf, kind, s):
        """('mark', m), ('few', None) or ('refused', None)."""
        e = next(e for e in self.evaluators if e["id"] == kind)
        marks = list(self.entries[leaf["id"]][kind][s])
        if len(marks) < e["least"]:
            return "few", None
        if any(m < 0 or m > leaf["full"] for m in marks):
            return "refused", None
        if e["drop"] and len(marks) >= e["drop"]:
            marks.remove(max(marks))
            marks.remove(min(marks))
        return "mark", sum(marks, F(0)) / len(marks)

    def outcomes(self, leaf):
        n, id, y, full = self.n, leaf["id"], leaf["yaml"], leaf["full"]
        states, marks, values = [None] * n, [None] * n, [None] * n
        higher = y.get("direction", "higher") == "higher"
        reach = (lambda v, t: v >= t) if higher else (lambda v, t: v <= t)
        better = (lambda a, b: a > b) if higher else (lambda a, b: a < b)
        for s in range(n):
            if s in self.exempt.get(id, []):
                states[s] = "not_applicable"
            elif id in self.applies and self.applies[id][s] is None:
                states[s] = "missing"
            elif id in self.applies and not self.applies[id][s]:
                states[s] = "not_applicable"
            elif leaf["kind"] == "veto":
                states[s], marks[s] = "mark", F(0)
            elif leaf["kind"] in ("points", "shares", "evaluators"):
                states[s], marks[s] = self.entered(leaf, s)
            else:
                row = self.figures[id][s]
                if "missing" in row:
                    states[s] = "missing"
                    continue
                states[s] = "mark"
                if "events" in row:
                    values[s] = F(len(row["events"]))
                    total = sum((F(m) if m is not None else F(y["each"]) for _, m in row["events"]), F(0))
                elif "ratio" in row:
                    values[s] = F(row["ratio"][0], row["ratio"][1])
                else:
                    values[s] = F(row["number"])
                v = values[s]
                if leaf["kind"] in ("deduction", "bonus"):
                    total = total if "events" in row else v * F(y["each"])
                    marks[s] = max(F(y["floor"]), full - total) if leaf["kind"] == "deduction" else min(F(y["cap"]), total)
                elif leaf["kind"] == "ratio":
                    t = F(y["target"])
                    marks[s] = full if reach(v, t) else full * (v / t if higher else t / v)
                elif leaf["kind"] == "bands":
                    hit = [b for b in y["bands"] if reach(v, F(b["line"]))]
                    marks[s] = F(hit[0]["marks"]) if hit else F(y["else"])
                elif leaf["kind"] == "threshold":
                    marks[s] = full if reach(v, F(y["target"])) else F(y["else"])
        if leaf["kind"] in ("rank", "threshold_rank", "proportion"):
            for group in self.groups([s for s in range(n) if states[s] == "mark"], y["within"] == "category"):
                if leaf["kind"] == "proportion":
                    best = (max if higher else min)(values[s] for s in group)
                    for s in group:
                        v = values[s]
                        marks[s] = full if v == best else full * (v / best if higher else best / v)
                    continue
                if leaf["kind"] == "threshold_rank":
                    for s in group:
                        marks[s] = full
                    group = [s for s in group if not reach(values[s], F(y["target"]))]
                for s, rank in zip(group, ranks([values[s] for s in group], better)):
                    marks[s] = F(y["ladder"][rank - 1]) if rank <= len(y["ladder"]) else F(y["rest"])
        for s, mark in self.adjusted.get(id, {}).items():
            states[s], marks[s] = "mark", mark
        return states, marks

    def entered(self, leaf, s):
        y = leaf["yaml"]
        if leaf["kind"] == "points":
            state, mark = self.combine(leaf, "office", s)
            return ("missing" if state == "few" else state), mark
        if leaf["kind"] == "shares":
            total = F(0)
            for kind, share in (("own", F(3, 10)), ("office", F(7, 10))):
                state, mark = self.combine(leaf, kind, s)
                if state != "mark":
                    return ("missing" if state == "few" else state), None
                total += share * mark
            return "mark", total
        total, weight = F(0), F(0)
        for use in y["use"]:
            state, mark = self.combine(leaf, use["evaluator"], s)
            if state == "refused":
                return "refused", None
            if state == "few":
                if use["otherwise"] == "missing":
                    return "missing", None
                continue
            total, weight = total + F(use["weight"]) * mark, weight + F(use["weight"])
        return ("mark", total / weight) if weight else ("missing", None)

    def groups(self, subjects, by_category):
        if not by_category:
            return [subjects] if subjects else []
        out = {}
        for s in subjects:
            out.setdefault(self.categories[s], []).append(s)
        return list(out.values())

    def total(self, s, results, rounds):
        """(state, total): `rounds` says whether the one rounding is made."""
        blocked = False

        def walk(node, depth):
            """None where nothing applies, else (base, extra, attainable, counted)."""
            nonlocal blocked
            leaf = node["leaf"]
            if leaf:
                if leaf["kind"] == "veto":
                    return None
                states, marks = results[leaf["id"]]
                state, mark = states[s], marks[s]
                policy = leaf["missing"] or self.missing
                if state == "refused" or (state == "missing" and policy == "refuse"):
                    blocked = True
                    return (F(0), F(0), node["full"])
                if state == "not_applicable" or state == "missing" and policy == "exclude":
                    return None
                mark = F(0) if state == "missing" else mark
                if rounds and (self.place == "leaf" or self.place == "node" and depth == 1):
                    mark = rounded(mark, self.places, self.rule)
                return (F(0), mark, F(0)) if node["full"] == 0 else (mark, F(0), node["full"])
            base, extra, attainable, full, some = F(0), F(0), F(0), F(0), False
            for child in node["children"]:
                factor = child["weight"] * node["full"] / child["full"] if child["weight"] is not None else F(1)
                full += child["full"] * factor
                got = walk(child, depth + 1)
                if got is None:
                    continue
                some = True
                b, e, a = got
                base, extra, attainable = base + b * factor, extra + e * factor, attainable + a * factor
            if not some:
                return None
            if self.scaling == "node":
                if attainable and attainable != full:
                    base = base * node["full"] / attainable
                if depth == 1 and rounds and self.place == "node":
                    base, extra = rounded(base + extra, self.places, self.rule), F(0)
                return (base + extra, F(0), node["full"])
            if depth == 1 and rounds and self.place == "node":
                base += rounded(base + extra, self.places, self.rule) - (base + extra)
            return base, extra, attainable

        base, extra, attainable, full, some = F(0), F(0), F(0), F(0), False
        for node in self.tree:
            factor = node["weight"] * 100 / node["full"] if node["weight"] is not None else F(1)
            full += node["full"] * factor
            got = walk(node, 1)
            if got is None:
                continue
            some = True
            b, e, a = got
            base, extra, attainable = base + b * factor, extra + e * factor, attainable + a * factor
        if blocked:
            return "missing", None
        if not some:
            return "not_applicable", None
        if attainable and attainable != full:
            base = base * 100 / attainable
        total = base + extra
        if rounds and self.place == "total":
            total = rounded(total, self.places, self.rule)
        return "mark", total

    def graded(self, values, results):
        n = self.n
        given, best = [None] * n, [0] * n
        for leaf in self.leaves:
            if leaf["kind"] != "veto":
                continue
            for s in self.vetoes["V1"]:
                if values[s] is None:
                    continue
                effect, name = leaf["effect"]
                if effect == "grade":
                    given[s] = GRADES.index(name)
                elif effect == "grade_at_most":
                    best[s] = GRADES.index(name)
        scored = [s for s in range(n) if values[s] is not None]
        for i, grade in enumerate(self.grades):
            chosen = [s for s in scored if given[s] is None and best[s] <= i
                      and (grade["line"] is None or values[s] >= grade["line"])]
            if grade["share"] is not None:
                kept = []
                for group in self.groups(scored, grade["of"] == "category"):
                    exact = grade["share"] * len(group)
                    places = exact.numerator // exact.denominator
                    if grade["places"] == "ceil" and places != exact:
                        places += 1
                    kept += self.fill([s for s in group if s in chosen], places, values, results)
                chosen = kept
            for s in chosen:
                given[s] = i
        return [None if g is None or values[s] is None else GRADES[g] for s, g in enumerate(given)]

    def fill(self, wanting, places, values, results):
        if len(wanting) <= places:
            return wanting
        if places == 0:
            return []
        line = sorted((values[s] for s in wanting), reverse=True)[places - 1]
        above = [s for s in wanting if values[s] > line]
        equal = [s for s in wanting if values[s] == line]
        room = places - len(above)
        if len(equal) <= room or self.tie == "in":
            return above + equal
        if self.tie == "out":
            return above
        least = F(-10**9)
        key = lambda s: tuple(results[i][1][s] if results[i][1][s] is not None else least for i in self.tie_by)
        edge = sorted((key(s) for s in equal), reverse=True)[room - 1]
        clear = [s for s in equal if key(s) > edge]
        tied = [s for s in equal if key(s) == edge]
        if len(clear) + len(tied) <= room or self.tie_final == "in":
            return above + clear + tied
        return above + clear

    def expected(self):
        results = {leaf["id"]: self.outcomes(leaf) for leaf in self.leaves}
        totals = [(self.total(s, results, False), self.total(s, results, True)) for s in range(self.n)]
        for leaf in self.leaves:
            if leaf["kind"] == "veto" and leaf["effect"][0] == "score":
                for s in self.vetoes["V1"]:
                    if totals[s][0][0] == "mark":
                        mark = ("mark", F(leaf["effect"][1]))
                        totals[s] = (mark, mark)
        values = [full[1] if self.compare == "full" else once[1] for full, once in totals]
        inside = [None] * self.n
        for group in self.groups(list(range(self.n)), True):
            for s, rank in zip(group, ranks([values[s] for s in group], lambda a, b: a > b)):
                inside[s] = rank
        return {
            "leaves": {id: [{"state": st, "mark": show(m) if st == "mark" else None} for st, m in zip(*r)]
                       for id, r in results.items()},
            "states": [t[0][0] for t in totals], "exact": [show(t[0][1]) for t in totals],
            "rounded": [show(t[1][1]) for t in totals],
            "ranks": ranks(values, lambda a, b: a > b), "categoryRanks": inside,
            "grades": self.graded(values, results),
        }

    # the rubric as a file: JSON is YAML

    def node(self, node):
        out = {"id": node["id"], "label": "指标" + node["id"]}
        if node["leaf"] or node["weight"] is not None or not node["children"]:
            out["full"] = show(node["full"])
        elif self.r.random() < 0.5:
            out["full"] = show(node["full"])
        if node["children"] and any(c["weight"] is not None for c in node["children"]):
            out["full"] = show(node["full"])
        if node["weight"] is not None:
            out["weight"] = show(node["weight"])
        if node["children"]:
            out["children"] = [self.node(c) for c in node["children"]]
        leaf = node["leaf"]
        if leaf:
            out["rule"] = leaf["yaml"]
            if leaf["measure"]:
                out["measure"] = leaf["measure"]
            if leaf.get("missing"):
                out["missing"] = leaf["missing"]
            if leaf["id"] in self.applies:
                out["applies"] = "a > 0"
        return out

    def document(self):
        evaluators = []
        for e in self.evaluators:
            own = {"id": e["id"], "label": e["id"], "least": str(e["least"])}
            if e["drop"]:
                own["drop_from"] = str(e["drop"])
            evaluators.append(own)
        grades = []
        for g in self.grades:
            own = {"grade": g["grade"]}
            if g["line"] is not None:
                own["line"] = show(g["line"])
            if g["share"] is not None:
                own |= {"share": show(g["share"]), "of": g["of"], "places": g["places"]}
            grades.append(own)
        out = {
            "year": "2024", "label": "随机指标", "subjects": {"pipeline": "x", "category": "category"}, "full": "100",
            "round": {"at": self.place, "places": str(self.places), "rule": self.rule}, "compare": self.compare,
            "missing": self.missing, "not_applicable": self.scaling, "evaluators": evaluators,
            "indicators": [self.node(n) for n in self.tree], "grades": grades,
            "life": {"review_days": "5", "notice_days": "5"},
        }
        if any(g["share"] is not None for g in self.grades):
            out["tie"] = {"by": self.tie_by, "otherwise": self.tie_final} if self.tie == "by" else self.tie
        return out


def plain(value):
    """YAML without quotes where a number stands: the engine reads texts and numbers alike."""
    return json.dumps(value, ensure_ascii=False)


def main():
    for seed in range(int(sys.argv[1]), int(sys.argv[2]) + 1):
        case = Case(seed)
        document = case.document()
        print(json.dumps({
            "seed": seed, "rubric": plain(document), "categories": case.categories, "applies": case.applies,
            "exempt": case.exempt, "vetoes": case.vetoes, "figures": case.figures,
            "adjusted": {id: {str(s): show(m) for s, m in rows.items()} for id, rows in case.adjusted.items()},
            "entries": {id: {k: [[show(m) for m in marks] for marks in rows] for k, rows in kinds.items()}
                        for id, kinds in case.entries.items()},
            "expected": case.expected(),
        }, ensure_ascii=False))


if __name__ == "__main__":
    main()
