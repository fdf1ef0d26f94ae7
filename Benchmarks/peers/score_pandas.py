"""Scores, ranks, grades and stores the assessment of `datagen assessment` as one would in pandas, exactly, with Decimal.

It stores the same as the workbench does, apart from notes on totals: a row for each indicator of the tree, aspects too,
with what is lost, the figure as people check it, and why, under the same keys.

usage: python score_pandas.py FOLDER STORE.db
"""
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext

import pandas as pd

YEAR, VERSION, FULL, CENT = 2024, 1, Decimal(2), Decimal("0.01")
AREAS, LEAVES = "ABCDEF", range(1, 11)
GRADES = [("优秀", Decimal(70), Decimal("0.1")), ("良好", Decimal(66), None), ("合格", Decimal(60), None)]
LAST = "不合格"
getcontext().prec = 40


def read(folder):
    subjects = pd.read_csv(f"{folder}/subjects.csv", dtype=str).set_index("代码")
    figures = pd.read_csv(f"{folder}/figures.csv", dtype={"单位": str}, converters={"分子": Decimal, "分母": Decimal})
    events = pd.read_csv(f"{folder}/events.csv", dtype={"单位": str})
    entries = pd.read_csv(
        f"{folder}/entries.csv", dtype={"单位": str}, converters={"填报值": Decimal, "分母": lambda t: Decimal(t) if t else None}
    )
    return subjects, figures, events, entries[entries["年度"] == YEAR]


def bands(value, lines, otherwise, lower=False):
    for line, marks in lines:
        if value <= line if lower else value >= line:
            return marks
    return otherwise


def ranks(values, groups=None):
    """1, 2, 2, 4; within groups where they are given. Decimals are ranked by their order, not as floats."""
    order = {value: place for place, value in enumerate(sorted(set(values)))}
    places = values.map(order)
    return (places if groups is None else places.groupby(groups)).rank(method="min", ascending=False).astype(int)


def ladder(rank, steps, rest):
    return steps[rank - 1] if rank <= len(steps) else rest


def decimals(*texts):
    return [Decimal(text) for text in texts]


def ratio(upper, lower):
    """Shares, and how people check them: 186/188 ≈ 0.9894."""
    share = upper / lower

    def text(upper, lower, share):
        near = share.quantize(Decimal("0.0001"), ROUND_HALF_UP)
        return f"{upper}/{lower} {'=' if near == share else '≈'} {plain(near)}"

    return share, pd.Series(map(text, upper, lower, share), index=share.index)


def plain(number):
    """Without zeros behind the point that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def marks_of(subjects, figures, events, entries):
    """Marks, figures and reasons by indicator; index: the subjects."""
    given = {key: frame.set_index("单位") for key, frame in entries.groupby(["指标", "评价主体"])}
    by_indicator = {key: frame.set_index("单位") for key, frame in figures.groupby("指标")}
    by_area = {key: frame["单位"].value_counts() for key, frame in events.groupby("方面")}
    kinds, marks, shown, reasons = subjects["类别"], {}, {}, {}

    def entered(indicator, evaluator, column="填报值"):
        return given[indicator, evaluator][column].reindex(subjects.index)

    def figure(indicator, column):
        return by_indicator[indicator][column].reindex(subjects.index)

    for area in AREAS:
        marks[f"{area}1"] = entered(f"{area}1", "office")
        shown[f"{area}1"] = marks[f"{area}1"].map(plain)
        own, verified = entered(f"{area}2", "self"), entered(f"{area}2", "office")
        marks[f"{area}2"] = own * Decimal("0.3") + verified * Decimal("0.7")
        office, section = entered(f"{area}3", "office"), entered(f"{area}3", "section")
        marks[f"{area}3"] = office * Decimal("0.6") + section * Decimal("0.4")

        share, shown[f"{area}4"] = ratio(entered(f"{area}4", "section"), entered(f"{area}4", "section", "分母"))
        lines = list(zip(decimals("0.8", "0.5", "0.2"), decimals("2", "1.5", "1")))
        marks[f"{area}4"] = share.map(lambda value: bands(value, lines, Decimal("0.5")))

        share, shown[f"{area}5"] = ratio(figure(f"{area}5", "分子"), figure(f"{area}5", "分母"))
        marks[f"{area}5"] = share.map(lambda value: FULL * min(Decimal(1), value / Decimal("0.9")))

        share, shown[f"{area}6"] = ratio(figure(f"{area}6", "分子"), figure(f"{area}6", "分母"))
        below = list(zip(decimals("0.3", "0.6"), decimals("2", "1.2")))
        marks[f"{area}6"] = share.map(lambda value: bands(value, below, Decimal("0.4"), lower=True))

        share, shown[f"{area}7"] = ratio(figure(f"{area}7", "分子"), figure(f"{area}7", "分母"))
        short = share[share < Decimal("0.95")]
        steps = decimals("1.8", "1.6", "1.4", "1.2")
        rank = ranks(short, kinds[short.index])
        rest = rank.map(lambda rank: ladder(rank, steps, Decimal(1)))
        marks[f"{area}7"] = rest.reindex(subjects.index).where(share < Decimal("0.95"), FULL)
        reasons[f"{area}7"] = ranked(rank, kinds).reindex(subjects.index)

        value = figure(f"{area}8", "分子")
        shown[f"{area}8"], best = value.map(plain), value.groupby(kinds).transform("max")
        marks[f"{area}8"] = FULL * value / best
        reasons[f"{area}8"] = "第一名为 " + best.map(plain)

        value = figure(f"{area}9", "分子")
        shown[f"{area}9"], rank = value.map(plain), ranks(value, kinds)
        steps = decimals("2", "1.9", "1.8", "1.7", "1.6", "1.5")
        marks[f"{area}9"] = rank.map(lambda rank: ladder(rank, steps, Decimal("1.1")))
        reasons[f"{area}9"] = ranked(rank, kinds)

        count = by_area[area].reindex(subjects.index, fill_value=0).map(Decimal)
        shown[f"{area}10"] = count.map(plain)
        marks[f"{area}10"] = count.map(lambda number: max(Decimal(0), FULL - number * Decimal("0.3")))
    return pd.DataFrame(marks), pd.DataFrame(shown), pd.DataFrame(reasons)


def ranked(rank, kinds):
    """Why a mark follows from a rank, among those who are ranked at all."""
    count = rank.groupby(kinds[rank.index]).transform("size")
    return "在 " + count.astype(str) + " 个里排第 " + rank.astype(str)


def tree():
    """The indicators, aspects before their leaves."""
    nodes = []
    for area in AREAS:
        nodes.append((area, f"方面{area}", "", 1, FULL * len(LEAVES)))
        nodes += [(f"{area}{leaf}", f"指标{area}{leaf}", area, 2, FULL) for leaf in LEAVES]
    nodes = pd.DataFrame(nodes, columns=["指标", "指标名称", "上级", "层", "满分"])
    return nodes.assign(序号=range(1, len(nodes) + 1))


def grades(results):
    """From the best to the last; of those on the edge of a quota with equal totals none gets in."""
    given = pd.Series(None, index=results.index, dtype=object)
    for name, line, quota in GRADES:
        wanting = results[given.isna() & (results["得分"] >= line)]
        if quota is None:
            given[wanting.index] = name
            continue
        for kind, group in wanting.groupby("类别"):
            places = int((results["类别"] == kind).sum() * quota)
            if len(group) > places:
                edge = group["得分"].sort_values(ascending=False).iloc[places - 1] if places else None
                fits = places and (group["得分"] >= edge).sum() <= places
                group = group[(group["得分"] >= edge) if fits else (group["得分"] > edge)] if places else group[:0]
            given[group.index] = name
    return given.fillna(LAST)


def long(frame, name):
    """A column of all cells that are not empty, by subject and indicator."""
    return frame.stack().rename(name).rename_axis(["单位", "指标"]).reset_index()


def rounded(number):
    return str(number.quantize(CENT, ROUND_HALF_UP))


def main():
    folder, store = sys.argv[1:3]
    subjects, figures, events, entries = read(folder)
    marks, shown, reasons = marks_of(subjects, figures, events, entries)
    for area in AREAS:
        marks[area] = marks[[f"{area}{leaf}" for leaf in LEAVES]].sum(axis=1)
    exact = marks[list(AREAS)].sum(axis=1)
    results = pd.DataFrame({"类别": subjects["类别"], "未舍入得分": exact})
    results["得分"] = exact.map(lambda value: value.quantize(CENT, ROUND_HALF_UP))
    results["等级"] = grades(results)
    results["名次"] = ranks(results["得分"])
    results["类内名次"] = ranks(results["得分"], results["类别"])
    results = results.rename_axis("单位").reset_index().astype({"得分": str, "未舍入得分": str})
    results = results.assign(年度=YEAR, 版本=VERSION, 状态="有分")

    nodes = tree()
    rows = long(marks[nodes["指标"]], "未舍入得分").merge(nodes, on="指标")
    rows = rows.assign(年度=YEAR, 版本=VERSION, 状态="得分")
    rows["得分"] = rows["未舍入得分"].map(rounded)
    rows["失分"] = (rows["满分"] - rows["未舍入得分"]).map(rounded)
    rows = rows.astype({"未舍入得分": str, "满分": str})
    for column, name in [(shown, "指标值"), (reasons, "说明")]:
        rows = rows.merge(long(column, name), on=["单位", "指标"], how="left")
    with sqlite3.connect(store) as connection:
        results.to_sql("result", connection, index=False, if_exists="replace")
        rows.to_sql("mark", connection, index=False, if_exists="replace")
        connection.execute("create unique index result_key on result (年度, 单位)")
        connection.execute("create unique index mark_key on mark (年度, 单位, 指标)")


main()
