"""The files in data/, each with the habits of the person who would have sent it."""

import csv
import io
from datetime import date

from district import CARD, MERGED, MOVED, NEW_KINDERGARTEN, RENAMED, SUCCESSOR, YEARS, ZONE_OF
from names import AREAS, DEPARTMENTS, OFFICE, REGION, TOWNSHIPS, ZONES
from workbook import Book, Formula

FULL = str.maketrans("0123456789", "０１２３４５６７８９")
LONG_DATE = 'yyyy"年"m"月"d"日"'


def full(value):
    return str(value).translate(FULL)


def write_all(district, data):
    lists(district, data / "乡镇街道和学区名录.xlsx")
    schools(district, data / "2023-2024学年学校基本情况表.xlsx", YEARS[0])
    returns(district, data / "2023-2024学年义务教育学校年报.xlsx", YEARS[0])
    kindergartens_csv(district, data / "幼儿园基本情况-2023年秋.csv")
    people(district, data / "督学名册.xlsx")
    schools(district, data / "2024-2025学年学校基本情况表.xlsx", YEARS[1])
    returns(district, data / "2024-2025学年义务教育学校年报.xlsx", YEARS[1])
    kindergartens_xlsx(district, data / "2024年秋季幼儿园基本情况汇总.xlsx")
    changes(district, data / "机构调整台账.xlsx")
    inspections(district, data / "2024年专项督导台账.xlsx")
    visits_csv(district, data / "挂牌督导记录2024.csv")
    registers(district, data / "回避和复核登记.xlsx")


# Lists of townships, zones, areas, departments

def lists(d, path):
    book = Book()
    sheet = book.sheet("乡镇街道")
    sheet.title(f"{REGION}乡镇街道名录", 9)
    sheet.line((1, f"编制单位：{OFFICE}"), (7, "编制日期：2024年9月2日"))
    headings = ["序号", "代码", "名称", "简称", "建制", "所属学区", "常住人口（人）", "负责人", "办公电话"]
    sheet.header(headings, [6, 8, 14, 10, 8, 14, 14, 10, 14])
    first = sheet.row + 1
    for index, (town, (kind, people)) in enumerate(TOWNSHIPS.items()):
        # Codes are numbers here, with a format that shows their leading zero.
        sheet.cells(
            [index + 1, int(d.township_code[town]), town, town.removesuffix("街道") if kind == "街道" else town[:-1], kind,
             ZONE_OF[town], people, d.heads[town], d.phone()],
            {1: "0000", 6: "#,##0"},
        )
    total = sum(p for _, p in TOWNSHIPS.values())
    sheet.cells(["合计", None, None, None, None, None, Formula(f"=SUM(G{first}:G{sheet.row})", total), None, None], {6: "#,##0"}, True)
    sheet.merge(sheet.row, 1, sheet.row, 2)
    sheet.note("备注：常住人口为测算数，仅供督导工作参考。", 9)

    sheet = book.sheet("学区")
    sheet.title(f"{REGION}学区名录", 7)
    sheet.blank()
    sheet.header(["序号", "学区代码", "学区名称", "曾用名", "学区类型", "负责人", "联系电话"], [6, 10, 14, 18, 12, 10, 14])
    for index, (zone, (kind, _)) in enumerate(ZONES.items()):
        sheet.cells([index + 1, d.zone_code[zone], zone, zone.replace("学区", "教育管理中心"), kind, d.heads[zone], d.phone()])

    sheet = book.sheet("责任区")
    sheet.title(f"{REGION}教育督导责任区划分", 4)
    sheet.header(["责任区代码", "责任区名称", "负责范围", "备注"], [12, 16, 44, 24])
    for area, zones in AREAS.items():
        sheet.cells([d.area_code[area], area, "、".join(zones), "含辖区内直属学校和幼儿园"])

    sheet = book.sheet("区级部门及科室")
    sheet.title("区级部门及教委科室", 5)
    sheet.header(["序号", "部门代码", "部门名称", "简称", "单位类别"], [6, 10, 32, 18, 12])
    for index, row in enumerate(DEPARTMENTS):
        sheet.cells([index + 1, *row])
    book.save(path)


# Schools

def name_in(school, year):
    return RENAMED[0] if school.name == RENAMED[1] and year == YEARS[0] else school.name


def place_in(school, year):
    return school.moved_from if school.moved_from and year == YEARS[0] else (school.township, school.zone)


def former_in(school, year):
    return "、".join(n for n in school.former if n != name_in(school, year))


def schools(d, path, year):
    """Two sheets: compulsory schools without figures, the others with figures under merged headings."""
    new = year == YEARS[1]
    present = [s for s in d.schools if year in s.years]
    book = Book()
    sheet = book.sheet("义务教育学校")
    sheet.left = 0 if new else 1  # the older form has an empty first column
    headings = ["序号", "学校代码", "学校名称", "简称", "曾用名", "学校类型", "考核类别", "办学性质", "城乡类型", "所属乡镇（街道）",
                "所属学区", "是否寄宿制", "建校年份", "校长", "校长手机", "联系人", "办公电话"]
    widths = [5, 11, 24, 13, 20, 15, 16, 8, 8, 12, 11, 8, 8, 9, 13, 9, 11]
    if new:
        headings += ["督导责任区", "挂牌责任督学"]
        widths += [12, 10]
    else:
        sheet.sheet.column_dimensions["A"].width = 2
    sheet.title(f"{REGION}{year}学年义务教育学校基本情况表", len(headings))
    sheet.line((1, f"填表单位：{REGION}教育委员会基础教育科"), (10, f"填表日期：{'2024年9月10日' if new else '2023年9月12日'}"))
    if not new:
        sheet.blank()
    sheet.header(headings, widths)
    rows = [s for s in present if s.compulsory]
    for index, school in enumerate(rows):
        town, zone = place_in(school, year)
        stage = {"九年一贯制": "九年一贯制学校", "初中": "初级中学"}.get(school.stage, school.stage)
        category = "学区学校" if school.category == "学区" else school.category
        values = [index + 1, school.code, name_in(school, year), school.short or None, former_in(school, year) or None, stage, category,
                  school.ownership, school.locale if index % 9 else {"乡村": "农村"}.get(school.locale, school.locale), town, zone or None,
                  "是" if school.boarding else "否", school.founded, school.head, school.mobile, school.contact, school.phone]
        if new:
            values += [school.area, school.inspector]
        sheet.cells(values, {1: "@"})
    sheet.cells(["合计", f"{len(rows)}所"] + [None] * (len(headings) - 2), bold=True)
    sheet.note("注：1.学校代码为8位，含前导0；2.直属学校“所属学区”栏不填；3.曾用名有多个的用顿号隔开。", len(headings))

    sheet = book.sheet("高中中职特教及民办")
    sheet.title(f"{REGION}{year}学年普通高中、中职、特教及其他学校基本情况表", 21 if new else 19, 16)
    sheet.line((1, "填表单位：区教委综合统计"), (12, "单位：所、个、人"))
    headings = ["序号", "单位代码", "单位名称", "简称", "曾用名", "学段", "考核类别", "办学性质", "城乡类型", "所在乡镇", "寄宿制",
                "校长", "办公电话", "班级数（个）", ("学生数（人）", ["合计", "女生", "寄宿生"]), ("教职工（人）", ["合计", "专任教师"])]
    widths = [5, 11, 26, 16, 20, 12, 14, 8, 8, 11, 7, 9, 11, 8, 8, 8, 8, 8, 8]
    if new:
        headings += ["责任区", "责任督学"]
        widths += [12, 10]
    sheet.header(headings, widths)
    first = sheet.row + 1
    sums = [0] * 6
    for index, school in enumerate(s for s in present if not s.compulsory):
        f = school.years[year]["全校"]
        figures = [f.classes, f.pupils, f.girls, f.boarders, f.staff, f.teachers]
        sums = [a + (b or 0) for a, b in zip(sums, figures)]
        values = [index + 1, school.code, school.name, school.short or None, former_in(school, year) or None, school.stage,
                  school.category, school.ownership, school.locale, school.township, "√" if school.boarding else "×", school.head,
                  school.phone, *figures]
        if index % 7 == 3:
            values[13] = str(figures[0])  # a number typed as text
        if new:
            values += [school.area, school.inspector]
        sheet.cells(values, {1: "@", 14: "#,##0"})
    last = sheet.row
    totals = [Formula(f"=SUM({sheet.letter(c)}{first}:{sheet.letter(c)}{last})", sums[c - 14]) for c in range(14, 20)]
    sheet.cells(["合计"] + [None] * 12 + totals + [None] * (2 if new else 0), {14: "#,##0"}, True)
    sheet.merge(sheet.row, 1, sheet.row, 13)
    sheet.note("备注：区属完全中学分学部填报，列入义务教育学校基本情况表和年报，本表不重复填。", 19)

    if new:
        gone = d.school(MERGED)
        sheet = book.sheet("撤并学校")
        sheet.title("2024年撤并学校", 7, 16)
        sheet.header(["学校代码", "学校名称", "学段", "考核类别", "办学性质", "城乡类型", "撤并日期"], [12, 22, 10, 12, 10, 10, 16])
        sheet.cells([gone.code, gone.name, gone.stage, "学区学校", gone.ownership, gone.locale, date(2024, 7, 31)], {0: "@", 6: LONG_DATE})
    sheet = book.sheet("填表说明")
    for text in ["填表说明", "一、学校代码使用统一编制的8位代码，不得改动。", "二、城乡类型按学校所在地填城区、镇区、乡村。",
                 "三、办公电话填座机，校长手机不对外公开。"]:
        sheet.line((1, text))
    sheet.sheet.column_dimensions["A"].width = 60
    book.save(path)


def returns(d, path, year):
    """Figures of compulsory schools by part, with subtotals for each zone; the year stands in a column only in 2024."""
    new = year == YEARS[1]
    book = Book()
    sheet = book.sheet("年报")
    lead = ["序号", "学年"] if new else ["序号"]
    headings = [*lead, "学校代码", "学校名称", "学部", "所属学区", "所属乡镇", "考核类别", "班级数（个）",
                ("学生数（人）", ["合计", "男生", "女生", "寄宿生", "留守儿童"]), ("教职工（人）", ["合计", "专任教师", "骨干教师"]),
                "占地面积（平方米）", "校舍建筑面积（平方米）", "图书（册）"]
    width = 19 + len(lead)
    base = len(lead)
    sheet.title(f"{REGION}{year}学年义务教育学校年报（学年初）", width)
    sheet.line((1, f"填表单位：{REGION}教育委员会"), (8, "表　号：云岭教统1表"), (14, f"统计时点：{'2024' if new else '2023'}年9月1日"))
    sheet.blank()
    sheet.header(headings, [5] + ([13] if new else []) + [11, 24, 9, 11, 11, 15, 8, 8, 8, 8, 8, 8, 8, 8, 8, 11, 11, 10])
    groups = {}
    for school in d.schools:
        if school.compulsory and year in school.years:
            groups.setdefault(place_in(school, year)[1] or "直属学校", []).append(school)
    serial, subtotals = 0, []
    for zone in [*ZONES, "直属学校"]:
        first = sheet.row + 1
        sums = [0] * 12
        for school in groups[zone]:
            for part, f in school.years[year].items():
                serial += 1
                row = sheet.row + 1
                # In 2024 the renamed school still signs with its former name, and one uses its short name.
                name = RENAMED[0] if school.name == RENAMED[1] else name_in(school, year)
                if serial % 11 == 0 and school.short:
                    name = school.short
                pupils = f.pupils
                girls, boys = sheet.letter(base + 10), sheet.letter(base + 9)
                total = Formula(f"={boys}{row}+{girls}{row}", pupils)
                values = [serial] + ([f"{year}学年"] if new else []) + [
                    school.code, name, part.removesuffix("部") if not new and len(school.years[year]) == 1 else part,
                    place_in(school, year)[1] or None, place_in(school, year)[0],
                    "学区学校" if school.category == "学区" else school.category,
                    str(f.classes) if serial % 13 == 5 else f.classes, total, pupils - f.girls, f.girls,
                    f.boarders, f.left_behind, f.staff, f.teachers, f.backbone, f.site, f.building, f.books]
                sheet.cells(values, {base: "@", base + 7: "#,##0", base + 15: "#,##0.00", base + 16: "#,##0.00", base + 17: "#,##0"})
                figures = [f.classes, pupils, pupils - f.girls, f.girls, f.boarders, f.left_behind, f.staff, f.teachers or 0,
                           f.backbone, f.site, f.building, f.books]
                sums = [a + b for a, b in zip(sums, figures)]
        last = sheet.row
        cells = [Formula(f"=SUM({sheet.letter(base + 7 + i)}{first}:{sheet.letter(base + 7 + i)}{last})", round(v, 1))
                 for i, v in enumerate(sums)]
        sheet.cells([None] * (base + 1) + [f"{zone}小计"] + [None] * 4 + cells, bold=True)
        subtotals.append((sheet.row, sums))
    totals = []
    for index in range(12):
        letter = sheet.letter(base + 7 + index)
        value = round(sum(s[index] for _, s in subtotals), 1)
        totals.append(Formula("=" + "+".join(f"{letter}{row}" for row, _ in subtotals), value))
    sheet.cells(["合计"] + [None] * (base + 5) + totals, bold=True)
    sheet.merge(sheet.row, 1, sheet.row, base + 6)
    sheet.blank()
    sheet.note("注：1.九年一贯制学校和完全中学分学部各填一行；2.占地面积、校舍建筑面积记在各学部名下；3.学生数合计＝男生＋女生。", width)
    sheet.line((1, "填表人：" + d.people[40]["name"]), (8, "审核人：" + d.people[0]["name"]), (14, "联系电话：72100012"))
    sheet = book.sheet("Sheet2")
    book.save(path)


# Kindergartens

def kindergartens_csv(d, path):
    """An export of an older system: GB18030, quoted addresses, dates with dots, a total at the end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["幼儿园代码", "幼儿园名称", "办园类型", "办学性质", "城乡分类", "所属乡镇街道", "所属学区", "是否普惠", "办园许可证", "许可证号",
                     "有效期至", "园长", "园长手机号", "联系电话", "园所地址", "班数", "在园幼儿数", "教职工数", "专任教师", "保育员"])
    year, sums = YEARS[0], [0] * 5
    for index, k in enumerate(x for x in d.kindergartens if YEARS[0] in x.years):
        f = k.years[year]
        figures = [f["classes"], f["children"], f["staff"], f["teachers"], f["carers"]]
        sums = [a + b for a, b in zip(sums, figures)]
        until = f"{k.licence_until.year}.{k.licence_until.month}.{k.licence_until.day}" if k.licence_until else ""
        if index % 5 == 0 and k.licence_until:
            until = k.licence_until.strftime("%Y/%m/%d")
        writer.writerow([k.code, k.name, k.kind, k.ownership, {"乡村": "农村"}.get(k.locale, k.locale), k.township, k.zone,
                         "是" if k.inclusive else "否", {"有证": "有", "无证": "无", "免证": "免证"}[k.licence], k.licence_number, until, k.head,
                         k.mobile, k.phone, f"{REGION}{k.township}{'文化路' if index % 3 else '新街'}{index + 3}号, {index % 4 + 1}号楼",
                         *figures])
    writer.writerow(["合计"] + [""] * 14 + [f"{s:,}" if s > 999 else s for s in sums])
    path.write_bytes(out.getvalue().encode("gb18030"))


def kindergartens_xlsx(d, path):
    """Put together from messages: full-width digits, ticks, dates of every kind, blanks around names."""
    book = Book("学前教育科")
    sheet = book.sheet("汇总")
    headings = ["序号", "园所代码", "园所名称", "园所类型", "办园性质", "城乡类型", "镇街", "学区", "举办学校", "普惠性", "试点园", "办园许可", "许可证号",
                "许可证有效期至", "园所等级", "园长", "联系电话", "班级数", "幼儿数", "教职工数", "专任教师数", "保育员数", "责任区", "挂牌督学", "备注"]
    sheet.title(f"{REGION}２０２４年秋季幼儿园基本情况汇总表", len(headings))
    sheet.line((1, "填报单位：区教委学前教育科"), (12, "填报时间：２０２４年９月２０日"), (20, "单位：个、人"))
    sheet.header(headings, [6, 18, 32, 12, 8, 8, 11, 11, 26, 7, 7, 8, 24, 19, 8, 9, 11, 8, 8, 8, 9, 8, 12, 10, 12])
    year, sums = YEARS[1], [0] * 5
    for index, k in enumerate(d.kindergartens):
        f = k.years[year]
        figures = [f["classes"], f["children"], f["staff"], f["teachers"], f["carers"]]
        sums = [a + b for a, b in zip(sums, figures)]
        wide = index % 2 == 0
        until, formats = k.licence_until, {1: "@", 13: "yyyy-mm-dd"}
        if until and index % 3 == 1:
            until = f"{until.year}年{until.month}月{until.day}日"
        elif until and index % 7 == 0:
            until = full(f"{until.year}.{until.month}.{until.day}")
        elif index % 3 == 2:
            formats[13] = LONG_DATE
        sheet.cells(
            [full(index + 1) if wide else index + 1, full(k.code) if index % 6 == 4 else k.code,
             f"{k.name} " if index % 10 == 6 else k.name, k.kind, k.ownership, k.locale, k.township, k.zone or None, k.parent or None,
             ("√" if k.inclusive else "×") if wide else ("是" if k.inclusive else "否"), "√" if k.pilot else None, k.licence,
             k.licence_number or None, until, k.grade, k.head, k.phone, *[full(v) if wide else v for v in figures], k.area, k.inspector,
             "新设" if k.name == NEW_KINDERGARTEN else None],
            formats,
        )
        if index in (46, 93):  # blank rows where pieces were pasted together
            sheet.blank()
    sheet.cells(["总计"] + [None] * 16 + sums + [None] * 3, bold=True)
    sheet.blank()
    sheet.note("说明：“试点园”指保教质量保障体系研究试点园，共８所；附设幼儿班随举办学校管理，不单独发证。", len(headings))
    book.save(path)


# People

def people(d, path):
    book = Book()
    sheet = book.sheet("责任督学")
    headings = ["序号", "督学编号", "姓名", "性别", "督学类别", "现工作单位", "督导责任区", "职务", "职称", "专业特长", "督学证号", "聘期起", "聘期止",
                "办公电话", "手机号码"]
    widths = [5, 10, 10, 6, 10, 26, 13, 12, 12, 14, 18, 15, 15, 11, 14]
    sheet.title(f"{REGION}责任督学名册", len(headings))
    sheet.line((1, f"制表：{OFFICE}"), (11, "2024年9月"))
    sheet.header(headings, widths)
    for index, p in enumerate(d.people[:40]):
        unit = p["unit"]
        if unit == RENAMED[1]:
            unit = RENAMED[0]
        elif index % 4 == 2 and any(s.name == unit and s.short for s in d.schools):
            unit = d.school(unit).short
        role = p["role"].removesuffix("督学") if index % 2 else p["role"]
        sheet.cells([index + 1, p["code"], p["name"], p["gender"], role, unit, p["area"], p["position"], p["title"], p["specialty"],
                     p["certificate"], p["start"], p["end"], p["phone"] or None, int(p["mobile"])],
                    {11: LONG_DATE, 12: LONG_DATE, 14: "0"})
    sheet.note("注：责任督学挂牌学校见学校基本情况表；手机号码仅供内部联系，不得外传。", len(headings))
    sheet = book.sheet("学区督导专干")
    sheet.title(f"{REGION}学区督导专干名册", 9)
    sheet.header(["序号", "人员编号", "姓名", "性别", "人员类别", "所在单位", "所在责任区", "办公电话", "手机"], [5, 10, 10, 6, 14, 20, 14, 12, 14])
    for index, p in enumerate(d.people[40:]):
        unit = p["unit"].replace("学区", "教育管理中心") if index == 3 else p["unit"]  # a former name
        sheet.cells([index + 1, p["code"], p["name"], p["gender"], "督导专干", unit, p["area"], p["phone"], p["mobile"]])
    book.save(path)


# Changes of units

def changes(d, path):
    book = Book()
    sheet = book.sheet("2024年")
    headings = ["序号", "编号", "变更单位", "调整方式", "生效日期", "批准文号", "变更前", "变更后", "接收单位", "备注"]
    sheet.title(f"{REGION}2024年学校（幼儿园）机构调整台账", len(headings), 16)
    sheet.line((1, "登记单位：区教委人事科"), (7, "登记日期：2024年9月6日"))
    sheet.header(headings, [5, 13, 24, 10, 16, 22, 26, 26, 20, 14])
    rows = [
        ["BG2024-01", RENAMED[0], "更名", date(2024, 7, 15), "云岭教发〔2024〕31号", RENAMED[0], RENAMED[1], None, None],
        ["BG2024-02", MERGED, "并入", date(2024, 7, 31), "云岭教发〔2024〕36号", MERGED, SUCCESSOR, SUCCESSOR, "学生全部转入"],
        ["BG2024-03", MOVED, "搬迁", date(2024, 8, 20), "云岭教发〔2024〕40号", "桥北街道，桥北学区", "新渡街道，新渡学区", None, "整体迁建"],
        ["BG2024-04", NEW_KINDERGARTEN, "新建", date(2024, 8, 26), "云岭教发〔2024〕42号", None, NEW_KINDERGARTEN, None, None],
    ]
    for index, row in enumerate(rows):
        sheet.cells([index + 1, *row], {4: LONG_DATE})
    book.save(path)


# Inspections, visits, findings

def unit_as_written(unit, index):
    """By name mostly, at times by code, short or former name."""
    if unit.name == RENAMED[1]:
        return RENAMED[0]
    if index % 12 == 7:
        return unit.code
    if index % 5 == 3 and getattr(unit, "short", ""):
        return unit.short
    if index % 6 == 1 and getattr(unit, "former", None):
        return unit.former[0]
    return unit.name


def inspections(d, path):
    book = Book()
    sheet = book.sheet("督导任务")
    sheet.title("2024年专项督导任务安排", 9)
    sheet.header(["任务编号", "任务名称", "督导类型", "学期", "开始时间", "结束时间", "督导组成员", "通知文号", "任务状态"], [12, 24, 12, 10, 15, 15, 46, 22, 10])
    for i in d.inspections:
        sheet.cells([i["code"], i["title"], i["kind"], i["period"], i["start"], i["end"], "、".join(i["team"]), i["document"], i["state"]],
                    {4: LONG_DATE, 5: LONG_DATE})

    sheet = book.sheet("入校记录")
    headings = ["序号", "记录编号", "督导任务", "被督导单位", "学期", "督导日期", "责任督学", "同行督学", "督导内容", "督导情况", "亮点", "意见建议"]
    sheet.title("2024秋开学专项督导入校记录", len(headings))
    sheet.line((1, f"记录单位：{OFFICE}"), (8, "时间：2024年9月2日至9月20日"))
    sheet.header(headings, [5, 12, 18, 30, 9, 12, 10, 18, 14, 66, 36, 22])
    rows = sorted((v for v in d.visits if v["inspection"]), key=lambda v: v["number"])
    for index, v in enumerate(rows):
        sheet.cells([index + 1, v["number"], v["inspection"], unit_as_written(v["unit"], index), v["term"], v["day"], v["inspector"],
                     "、".join(v["companions"]) or None, v["topic"], v["seen"], v["good"] or None, v["advice"] or None], {5: "m/d/yyyy"})

    sheet = book.sheet("问题台账")
    headings = ["序号", "问题编号", "督导任务", "单位", "问题类别", "存在问题", "问题程度", "处理方式", "整改责任单位", "整改责任人", "整改措施", "整改期限",
                "整改状态", "销号日期", "发现日期", "检查人", "记录编号"]
    sheet.title("2024年专项督导问题整改台账", len(headings))
    sheet.line((1, f"填表单位：{OFFICE}"), (9, "截止2024年11月30日"))
    sheet.header(headings, [5, 12, 18, 26, 10, 34, 8, 10, 12, 10, 28, 13, 10, 13, 13, 10, 12])
    for index, f in enumerate(d.findings):
        deadline = f["deadline"]
        if deadline and index % 9 == 4:
            deadline = f"{deadline.year}.{deadline.month}.{deadline.day}"
        elif deadline and index % 9 == 8:
            deadline = f"{deadline.year}年{deadline.month}月{deadline.day}日"
        task = "DD2024-03" if index % 10 == 6 and f["inspection"] == "2024秋开学专项" else f["inspection"]
        category = {"双减": "“双减”"}.get(f["category"], f["category"])
        sheet.cells([index + 1, f["number"], task, unit_as_written(f["unit"], index + 2), category, f["text"], f["severity"], f["disposition"],
                     f["office"], f["responsible"], f["measure"] or None, deadline, f["status"] or None, f["closed"], f["found_on"],
                     f["found_by"], f["visit"] if f["visit"].startswith("KX") else None],
                    {11: "yyyy-mm-dd", 13: "yyyy-mm-dd", 14: "yyyy-mm-dd"})
    sheet.note("备注：已销号的须附佐证材料；超期未销号的列入年度综合目标督导考核。", len(headings))
    book.save(path)


def visits_csv(d, path):
    """UTF-8 with a byte order mark, as a form tool exports it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["编号", "学期", "走访日期", "责任督学", "督导对象", "督导事项", "检查情况", "典型做法", "督导建议"])
    rows = sorted((v for v in d.visits if not v["inspection"]), key=lambda v: v["number"])
    for index, v in enumerate(rows):
        day = v["day"].isoformat() if index % 3 else f"{v['day'].year}年{v['day'].month}月{v['day'].day}日"
        writer.writerow([v["number"], v["term"], day, v["inspector"], unit_as_written(v["unit"], index), v["topic"], v["seen"],
                         v["good"], v["advice"]])
    path.write_bytes("\ufeff".encode() + out.getvalue().encode("utf-8"))


def registers(d, path):
    book = Book()
    sheet = book.sheet("回避登记")
    sheet.title("责任督学回避登记表", 8)
    sheet.header(["登记编号", "督学姓名", "回避单位", "回避事由", "开始日期", "结束日期", "批准人", "备注"], [12, 12, 26, 14, 15, 15, 10, 26])
    part_time = d.people[12:40]
    card = d.school(CARD)
    relative = next(p for p in part_time[5:] if p["area"] == card.area and p["name"] != card.inspector)
    pairs = [(part_time[2], "曾任职"), (relative, "近亲属任职"), (part_time[17], "利害关系"), (part_time[23], "曾任职")]
    for index, (person, ground) in enumerate(pairs):
        others = [s for s in d.schools if s.area == person["area"] and s.inspector != person["name"]]
        unit = card if person is relative else others[index * 3]
        sheet.cells([f"HB2024-{index + 1:02d}", person["name"], unit.name, ground, date(2024, 3, 1 + index * 4),
                     date(2027, 2, 28) if index % 2 else None, d.people[0]["name"], None], {4: LONG_DATE, 5: LONG_DATE})
    sheet = book.sheet("复核登记")
    sheet.title("问题复核申请登记表", 9)
    sheet.header(["申请编号", "申请单位", "问题编号", "复核事项", "申请理由", "申请日期", "处理状态", "复核人", "复核日期"], [12, 26, 12, 16, 40, 15, 10, 10, 15])
    heavy = [f for f in d.findings if f["inspection"] == "2024秋开学专项" and f["severity"] != "一般"][:3]
    outcome = [("维持原结论", d.people[1]["name"], date(2024, 10, 24)), ("采纳", d.people[2]["name"], date(2024, 10, 28)), ("已受理", None, None)]
    for index, (finding, (state, person, day)) in enumerate(zip(heavy, outcome)):
        sheet.cells([f"FH2024-{index + 1:02d}", finding["unit"].name, finding["number"], finding["category"],
                     ["现场检查时材料在档案室，未能及时提供。", "该设施当日正在维修，有维修记录。", "认为问题程度认定偏重。"][index],
                     date(2024, 10, 10 + index), state, person, day], {5: LONG_DATE, 8: LONG_DATE})
    book.save(path)
