"""The invented district: units, figures of two school years, people, visits and findings, all from one seed."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from names import (
    AREAS, DIRECT_SCHOOLS, GIVEN, KINDERGARTEN_WORDS, OTHER_SCHOOLS, STREET_SCHOOLS, SURNAMES, TOWNSHIPS, VILLAGES, ZONES,
)

YEARS = ("2023-2024", "2024-2025")
RENAMED = ("松涛镇红旗小学", "松涛镇听泉小学")
MERGED, SUCCESSOR = "栗坪镇新桥小学", "栗坪镇中心小学"
MOVED, MOVED_TO = "渡口小学", "新渡街道"
CARD = "青石镇中心小学"  # the unit whose card the examples show
NEW_KINDERGARTEN = "新渡街道星河幼儿园"
CITY = {"云台街道", "东山街道", "文昌街道", "锦屏街道", "临溪街道", "桥北街道", "新渡街道"}
ZONE_OF = {t: z for z, (_, towns) in ZONES.items() for t in towns}
AREA_OF = {z: a for a, zones in AREAS.items() for z in zones}


@dataclass
class Figures:
    classes: int
    pupils: int
    girls: int
    boarders: int
    left_behind: int
    staff: int
    teachers: int | None
    backbone: int
    site: float
    building: float
    books: int


@dataclass
class School:
    code: str
    name: str
    stage: str
    category: str
    ownership: str
    locale: str
    township: str
    zone: str
    short: str = ""
    former: list = field(default_factory=list)
    boarding: bool = False
    founded: int = 1956
    head: str = ""
    contact: str = ""
    phone: str = ""
    mobile: str = ""
    inspector: str = ""
    area: str = ""
    years: dict = field(default_factory=dict)  # year -> {part: Figures}
    moved_from: tuple = ()

    @property
    def compulsory(self):
        """In the returns of compulsory education, which stand by part; the rest is counted whole."""
        return self.category in ("学区", "直属义务教育学校") or self.stage == "完全中学" and self.ownership == "公办"


@dataclass
class Kindergarten:
    code: str
    name: str
    kind: str
    ownership: str
    locale: str
    township: str
    zone: str
    inclusive: bool
    licence: str
    licence_number: str
    licence_until: date | None
    pilot: bool
    grade: str
    parent: str
    head: str
    phone: str
    mobile: str
    inspector: str = ""
    area: str = ""
    years: dict = field(default_factory=dict)


class District:
    def __init__(self, seed=2024):
        self.random = random.Random(seed)
        self.used_names = set()
        self.counters = {}
        self.township_code = {t: f"{101 + i:04d}" for i, t in enumerate(TOWNSHIPS)}
        self.zone_code = {z: f"{201 + i:04d}" for i, z in enumerate(ZONES)}
        self.area_code = {a: f"Z{i + 1}" for i, a in enumerate(AREAS)}
        self.heads = {name: self.person_name() for name in [*TOWNSHIPS, *ZONES]}
        self.schools = []
        self.make_schools()
        self.kindergartens = []
        self.make_kindergartens()
        self.people = []
        self.make_people()
        self.assign()
        self.inspections = self.make_inspections()
        self.visits = []
        self.make_visits()
        self.findings = []
        self.make_findings()

    # Helpers

    def person_name(self):
        while True:
            name = self.random.choice(SURNAMES) + self.random.choice(GIVEN)
            if name not in self.used_names:
                self.used_names.add(name)
                return name

    def phone(self):
        return f"72{self.random.randint(100000, 999999)}"

    def mobile(self):
        """A prefix that is given to nobody."""
        return f"100{self.random.randint(10000000, 99999999)}"

    def code(self, township, digit):
        index = list(TOWNSHIPS).index(township) + 1
        stem = f"09{index:02d}{digit}"
        self.counters[stem] = self.counters.get(stem, 0) + 1
        return f"{stem}{self.counters[stem]:03d}"

    def school(self, name):
        return next(s for s in self.schools if s.name == name or name in s.former)

    # Schools

    def add_school(self, name, stage, category, ownership, township, locale, zone, short=""):
        digit = {"小学": 1, "九年一贯制": 2, "初中": 3, "普通高中": 4, "完全中学": 5, "十二年一贯制": 5, "中职": 6, "特教": 7}[stage]
        school = School(
            self.code(township, digit), name, stage, category, ownership, locale, township, zone, short,
            boarding=locale != "城区" and stage != "小学" or stage in ("普通高中", "中职", "完全中学"),
            founded=self.random.randint(1998, 2015) if ownership == "民办" else self.random.randint(1908, 1996),
            head=self.person_name(), contact=self.person_name(), phone=self.phone(), mobile=self.mobile(),
        )
        self.schools.append(school)
        return school

    def make_schools(self):
        villages = iter(VILLAGES)
        planned = {"松涛镇": ["红旗"], "栗坪镇": ["新桥"], "青石镇": ["龙泉"]}
        taken = {"红旗", "新桥", "龙泉"}
        nine_year = {"白鹿镇", "望江镇", "古井镇", "杉木镇", "清水铺镇"}
        for town, (kind, population) in TOWNSHIPS.items():
            zone = ZONE_OF[town]
            stem = town[:-2] if kind == "街道" else town[:-1]
            if kind == "街道":
                locale = "城区" if town in CITY else "镇区"
                for index, name in enumerate(STREET_SCHOOLS[town]):
                    place = "镇区" if town == "东山街道" and index == 2 else locale
                    place = "城区" if town == "石门街道" and index == 0 else place
                    self.add_school(name, "小学", "学区", "公办", town, place, zone)
                stage = "九年一贯制" if town in ("东山街道", "新渡街道") else "初中"
                name = f"{stem}九年制学校" if stage == "九年一贯制" else f"{stem}初级中学"
                self.add_school(name, stage, "学区", "公办", town, locale, zone, f"{stem}初中" if stage == "初中" else "")
                continue
            count = {"镇": 3, "乡": 1}[kind] + (1 if population > 30500 or town == "后溪乡" else 0)
            if kind == "镇":
                school = self.add_school(f"{town}中心小学", "小学", "学区", "公办", town, "镇区", zone, f"{stem}中心校")
                school.former = [f"{stem}乡中心小学"] if self.random.random() < 0.4 else []
            own = list(planned.get(town, []))
            while len(own) < count:
                village = next(v for v in villages if v not in taken)
                taken.add(village)
                own.append(village)
            for village in own:
                self.add_school(f"{town}{village}小学", "小学", "学区", "公办", town, "乡村", zone)
            place = "镇区" if kind == "镇" else "乡村"
            if town in nine_year or kind == "乡":
                self.add_school(f"{town}九年制学校", "九年一贯制", "学区", "公办", town, place, zone, f"{stem}学校")
            else:
                self.add_school(f"{town}初级中学", "初中", "学区", "公办", town, place, zone, f"{stem}初中")
        for name, stage, town in DIRECT_SCHOOLS:
            school = self.add_school(
                name, stage, "直属义务教育学校", "公办", town, "城区" if town in CITY else "镇区", "", name.replace("云岭区", "区")
            )
            school.boarding = False
        for name, stage, category, ownership, town in OTHER_SCHOOLS:
            short = name.replace("云岭区", "") if name.startswith("云岭区") and ownership == "民办" else ""
            locale = "城区" if town in CITY else "镇区"
            self.add_school(name, stage, category, ownership, town, locale, "", short)
        self.school(CARD).former = ["青石乡中心小学", "青石完小"]
        self.school("云岭区第一初级中学").former = ["云岭县初级中学"]
        self.school("云岭中学").former = ["云岭县中学", "云岭高级中学"]
        # A street without a junior school: both of its own stand on the ground of the next street.
        for name in ("锦屏初级中学", "云岭区实验初级中学"):
            self.school(name).township = "文昌街道"
        moved = self.school(MOVED)
        moved.moved_from = (moved.township, moved.zone)
        for school in self.schools:
            school.years = {y: {} for y in YEARS}
            for part in self.parts(school):
                self.figures(school, part)
        self.oddities()

    def parts(self, school):
        if not school.compulsory:
            return ["全校"]
        return {
            "小学": ["小学部"], "初中": ["初中部"], "九年一贯制": ["小学部", "初中部"], "完全中学": ["初中部", "高中部"],
        }[school.stage]

    def figures(self, school, part):
        r = self.random
        city, village = school.locale == "城区", school.locale == "乡村"
        alone = len(self.parts(school)) == 1
        if part == "小学部" or part == "全校" and school.stage == "小学":
            classes = r.randint(4, 8) * 6 if city else 6 if village or not alone else r.choice([12, 14, 16, 18, 20, 24])
            size = r.uniform(40, 49) if city else r.uniform(8, 26) if village else r.uniform(29, 43)
            ratio = 17.5 if city else 9.5 if village else 15.5
        elif part == "初中部":
            classes = r.randint(6, 12) * 3 if city and alone else 3 if village else r.choice([6, 9, 12, 15, 18])
            size, ratio = (r.uniform(42, 50) if city else r.uniform(28, 45)), 12.8
        elif part == "高中部" or school.stage == "普通高中":
            classes, size, ratio = r.randint(7, 20) * 3, r.uniform(46, 50), 12.4
        elif school.stage == "中职":
            classes, size, ratio = r.randint(18, 60), r.uniform(33, 45), 16.0
        elif school.stage == "特教":
            classes, size, ratio = r.randint(9, 14), r.uniform(8, 11), 3.6
        else:  # private schools counted whole
            classes, size, ratio = r.randint(18, 48), r.uniform(36, 46), 13.8
        pupils = round(classes * size)
        teachers = max(round(pupils / ratio * r.uniform(0.95, 1.08)), round(classes * 1.25) + 1)
        area = pupils * r.uniform(11, 24) + 2600
        for year in YEARS:
            if year == YEARS[1]:
                pupils = round(pupils * r.uniform(0.93, 1.05))
                teachers = max(teachers + r.randint(-3, 3), classes + 1)
            share = 0.0 if not school.boarding else r.uniform(0.25, 0.75)
            school.years[year][part] = Figures(
                classes, pupils, round(pupils * r.uniform(0.45, 0.5)), round(pupils * share),
                round(pupils * (r.uniform(0.25, 0.5) if not city else r.uniform(0.02, 0.08))),
                round(teachers * r.uniform(1.04, 1.12)), teachers, round(teachers * r.uniform(0.04, 0.12)),
                round(area, 1), round(area * 0.42 + pupils * 1.5, 1), round(pupils * r.uniform(18, 42)),
            )

    def oddities(self):
        """What question 4 and question 8 are to find."""
        old, new = YEARS

        def change(name, part, factor):
            before = self.school(name).years[old][part]
            before.pupils = -(-before.pupils // 10) * 10
            after = self.school(name).years[new][part]
            after.pupils = round(before.pupils * factor)
            if before.classes > 6:
                after.classes = round(before.classes * factor)
            after.girls = round(after.pupils * 0.48)
            after.boarders = min(after.boarders, after.pupils // 2)
            after.left_behind = min(after.left_behind, after.pupils // 2)

        change("栗坪镇中心小学", "小学部", 1.3)  # took over a merged school
        change("望湖小学", "小学部", 1.42)  # a growing quarter
        change("渡口小学", "小学部", 0.72)  # moved
        change("云顶乡九年制学校", "小学部", 0.7)
        change("红岩乡九年制学校", "初中部", 0.6)
        change("云岭区晨曦学校", "全校", 0.75)
        change("白鹿镇中心小学", "小学部", 1.2)  # exactly a fifth: not above it
        change("古井镇中心小学", "小学部", 0.8)
        for name, part, short in [
            ("清水铺镇九年制学校", "小学部", 2), ("梨坪乡九年制学校", "小学部", 1), ("凤仪镇中心小学", "小学部", 3),
            ("云岭区启明特殊教育学校", "全校", 2),
        ]:
            figures = self.school(name).years[new][part]
            figures.teachers = figures.classes - short
            figures.staff = figures.teachers + 2
        equal = self.school("泉坝镇中心小学").years[new]["小学部"]
        equal.teachers = equal.classes  # as many teachers as classes: not fewer
        equal.staff = equal.teachers + 1
        for name in ["石门坎小学", "双桂镇初级中学", "云岭区新苗小学", "麻柳镇中心小学"]:
            for figures in self.school(name).years[new].values():
                figures.teachers = None
        del self.school(MERGED).years[new]
        renamed = self.school(RENAMED[0])
        renamed.former = [RENAMED[0]]
        renamed.name = RENAMED[1]

    # Kindergartens

    def add_kindergarten(self, name, kind, ownership, township, locale, zone, parent="", pilot=False):
        r = self.random
        inclusive = ownership == "公办" or r.random() < 0.72
        licence, number, until = "有证", "", None
        if kind != "幼儿园":
            licence = "免证"
        else:
            number = f"云岭教{'民' if ownership == '民办' else '公'}幼〔{r.randint(2019, 2023)}〕{len(self.kindergartens) + 1:03d}号"
            until = date(r.randint(2024, 2028), r.choice([2, 3, 6, 8, 12]), r.choice([28, 15, 20]))
        classes = {"幼儿园": r.randint(3, 15) if locale != "乡村" else r.randint(3, 6), "附设幼儿班": r.randint(1, 3), "幼教点": 1}[kind]
        item = Kindergarten(
            self.code(township, 8), name, kind, ownership, locale, township, zone, inclusive, licence, number, until, pilot,
            "示范" if pilot else r.choice(["一级", "二级", "二级", "三级", "三级", "未定级"]) if kind == "幼儿园" else "未定级",
            parent, self.person_name(), self.phone(), self.mobile(),
        )
        children = round(classes * r.uniform(17, 33))
        for year in YEARS:
            if year == YEARS[1]:
                children = max(5, round(children * r.uniform(0.82, 1.02)))
            teachers = max(classes * 2 - (r.randint(0, 2) if ownership == "民办" else 0), 1) if kind == "幼儿园" else classes
            carers = classes if kind == "幼儿园" else max(1, classes // 2)
            item.years[year] = dict(
                children=children, classes=classes, teachers=teachers, carers=carers,
                staff=teachers + carers + (r.randint(2, 6) if kind == "幼儿园" else 0),
            )
        self.kindergartens.append(item)
        return item

    def make_kindergartens(self):
        pilots = {"云岭区实验幼儿园", "云岭区机关幼儿园", "文昌街道中心幼儿园", "临溪街道中心幼儿园", "新渡街道中心幼儿园",
                  "青石镇中心幼儿园", "松涛镇中心幼儿园", "竹溪镇中心幼儿园"}
        for town, (kind, _) in TOWNSHIPS.items():
            locale = "城区" if town in CITY else "乡村" if kind == "乡" else "镇区"
            name = f"{town}中心幼儿园"
            self.add_kindergarten(name, "幼儿园", "公办", town, locale, ZONE_OF[town], pilot=name in pilots)
        for index, town in enumerate(["文昌街道", "云台街道", "临溪街道", "桥北街道", "锦屏街道"]):
            name = ["云岭区实验幼儿园", "云岭区机关幼儿园", "云岭区第一幼儿园", "云岭区第二幼儿园", "云岭区妇联幼儿园"][index]
            self.add_kindergarten(name, "幼儿园", "公办", town, "城区", "", pilot=name in pilots)
        villages = [s for s in self.schools if s.locale == "乡村" and s.stage == "小学" and s.name != MERGED]
        for school in villages[::2][:24]:
            name = f"{school.former[0] if school.name == RENAMED[1] else school.name}附设幼儿班"
            self.add_kindergarten(name, "附设幼儿班", "公办", school.township, "乡村", school.zone, school.name)
        for town, place in [("云顶乡", "羊角"), ("梨坪乡", "石柱"), ("红岩乡", "岩湾"), ("后溪乡", "大水井"), ("古井镇", "青杠"),
                            ("杉木镇", "白杨"), ("清水铺镇", "梁上"), ("栗坪镇", "火石")]:
            self.add_kindergarten(f"{town}{place}村幼教点", "幼教点", "公办", town, "乡村", ZONE_OF[town])
        weights = [t for t, (kind, people) in TOWNSHIPS.items() for _ in range(people // 9000)]
        words = list(KINDERGARTEN_WORDS)
        self.random.shuffle(words)
        words += words[:14]  # some private names stand in two townships
        while len(self.kindergartens) < 139:
            town = self.random.choice(weights)
            if any(k.name == f"{town}{words[-1]}幼儿园" for k in self.kindergartens):
                continue
            locale = "城区" if town in CITY else "镇区"
            self.add_kindergarten(f"{town}{words.pop()}幼儿园", "幼儿园", "民办", town, locale, ZONE_OF[town])
        new = self.add_kindergarten(NEW_KINDERGARTEN, "幼儿园", "公办", "新渡街道", "城区", "新渡学区")
        del new.years[YEARS[0]]
        private = [k for k in self.kindergartens if k.ownership == "民办"]
        for item in (private[7], private[31]):
            item.licence, item.licence_number, item.licence_until, item.inclusive = "无证", "", None, False

    # People

    def make_people(self):
        r = self.random
        units = [s for s in self.schools if s.name != MERGED]
        for index in range(40):
            full = index < 12
            work = None if full else self.school(CARD) if index == 13 else r.choice(units)
            start = date(2022, 9, 1) if full else date(2023, 3, 1)
            self.people.append(dict(
                code=f"D{index + 1:03d}", name=self.person_name(), gender=r.choice("男男女"),
                role="专职督学" if full else "兼职督学", unit="云岭区人民政府教育督导室" if full else work.name,
                area=list(AREAS)[index % 5], position="督学" if full else r.choice(["副校长", "教导主任", "党支部书记", "总务主任"]),
                title=r.choice(["高级教师", "一级教师", "正高级教师", "高级教师"]),
                specialty=r.choice(["小学语文", "小学数学", "初中物理", "学前教育", "学校管理", "初中英语", "体育与健康", "财务后勤"]),
                certificate=f"云岭督〔2022〕{index + 1:02d}", start=start, end=start.replace(year=start.year + 3) - timedelta(days=1),
                phone=self.phone() if full else "", mobile=self.mobile(),
            ))
        for zone in ZONES:
            self.people.append(dict(
                code=f"X{len(self.people) - 39:03d}", name=self.person_name(), gender=r.choice("男女"), role="学区督导专干", unit=zone,
                area=AREA_OF[zone], position="督导专干", title="一级教师", specialty="学校管理", certificate="",
                start=date(2024, 3, 1), end=date(2027, 2, 28), phone=self.phone(), mobile=self.mobile(),
            ))

    def inspectors(self, area):
        return [p for p in self.people if p["code"].startswith("D") and p["area"] == area]

    def assign(self):
        """Schools to the inspectors of their area in turn, never one's own place of work."""
        moved = self.school(MOVED)
        moved.township, moved.zone = MOVED_TO, ZONE_OF[MOVED_TO]
        turn = {area: 0 for area in AREAS}
        for unit in [s for s in self.schools if s.name != MERGED] + self.kindergartens:
            unit.area = AREA_OF[unit.zone or ZONE_OF[unit.township]]
            pool = self.inspectors(unit.area)
            chosen = pool[turn[unit.area] % len(pool)]
            if chosen["unit"] == unit.name:
                turn[unit.area] += 1
                chosen = pool[turn[unit.area] % len(pool)]
            turn[unit.area] += 1
            unit.inspector = chosen["name"]

    # Inspections, visits, findings

    def make_inspections(self):
        team = [p["name"] for p in self.people[:12]]
        return [
            dict(code="DD2024-01", title="2024春开学专项", kind="专项督导", period="2024春", start=date(2024, 2, 26), end=date(2024, 3, 15),
                 team=team[:5], document="云岭教督〔2024〕3号", state="已结束"),
            dict(code="DD2024-02", title="2024年上期教学常规督导", kind="专项督导", period="2024春", start=date(2024, 4, 15),
                 end=date(2024, 5, 31), team=team[3:9], document="云岭教督〔2024〕8号", state="已结束"),
            dict(code="DD2024-03", title="2024秋开学专项", kind="专项督导", period="2024秋", start=date(2024, 9, 2), end=date(2024, 9, 20),
                 team=team, document="云岭教督〔2024〕17号", state="已结束"),
            dict(code="DD2024-04", title="“双减”专项督导", kind="专项督导", period="2024秋", start=date(2024, 10, 14),
                 end=date(2024, 11, 29), team=team[5:11], document="云岭教督〔2024〕21号", state="进行中"),
        ]

    def workday(self, first, last):
        while True:
            day = first + timedelta(days=self.random.randint(0, (last - first).days))
            if day.weekday() < 5 and not date(2024, 10, 1) <= day <= date(2024, 10, 7):
                return day

    def add_visit(self, prefix, inspection, unit, term, day, topic):
        r = self.random
        seen = [
            "校园整洁，课表按时开出，教师到岗。", "食堂索证索票齐全，留样规范。", "门卫登记规范，一键报警能用。", "课后服务按时开展，学生自愿参加。",
            "查看作业公示和教案，总体规范。", "早操和大课间组织有序。", "谈心谈话记录完整，个案有跟踪。", "晨检、午检记录齐全。",
        ]
        good = ["", "", "", "", "“一生一卡”作业公示，家长能看懂。", "老教师带新教师，每周同课异构。", "把劳动课开到学校菜园里。", "建立家长护学岗，上放学有人值守。"]
        advice = ["", "继续做好日常管理。", "补齐功能室使用记录。", "加强课间巡查。", "尽快修订应急预案。"]
        visit = dict(
            number=f"{prefix}{len([v for v in self.visits if v['number'].startswith(prefix)]) + 1:03d}", inspection=inspection, unit=unit,
            term=term, day=day, inspector=unit.inspector, topic=topic, seen="".join(r.sample(seen, 2)), good=r.choice(good),
            advice=r.choice(advice), companions=[],
        )
        self.visits.append(visit)
        return visit

    def make_visits(self):
        r = self.random
        schools = [s for s in self.schools if s.name != MERGED]
        autumn, spring = (date(2024, 9, 23), date(2024, 12, 20)), (date(2024, 3, 18), date(2024, 6, 21))
        never = {"云顶乡九年制学校", "杉木镇九年制学校", "红岩乡九年制学校", "云岭区慧源小学", "石门坎小学", "栗坪镇中心小学"}
        special = [s for s in schools if s.name not in never and (s.category != "学区" or r.random() < 0.45)]
        special += [k for k in self.kindergartens if r.random() < 0.2]
        if self.school(CARD) not in special:
            special.append(self.school(CARD))
        for unit in special:
            day = self.workday(date(2024, 9, 2), date(2024, 9, 20))
            visit = self.add_visit("KX", "2024秋开学专项", unit, "2024秋", day, "秋季开学工作")
            visit["companions"] = [n for n in r.sample(self.inspections[2]["team"], 2) if n != unit.inspector]
        for unit in schools + self.kindergartens:
            young = isinstance(unit, Kindergarten)
            for _ in range(r.choice([0, 1, 1, 1]) if young else r.choice([1, 2, 2, 3])):
                self.add_visit("GP", "", unit, "2024春", self.workday(*spring), r.choice(["教学常规", "校园安全", "课后服务"]))
            if unit.name not in never:
                for _ in range(r.choice([0, 0, 1, 1]) if young else r.choice([0, 1, 1, 2, 2, 2, 3])):
                    self.add_visit("GP", "", unit, "2024秋", self.workday(*autumn), r.choice(["教学常规", "校园安全", "课后服务", "心理健康"]))
        regular = sorted((v for v in self.visits if v["number"].startswith("GP")), key=lambda v: v["day"])
        for index, visit in enumerate(regular):
            visit["number"] = f"GP2024-{index + 1:04d}"
        special = sorted((v for v in self.visits if v["number"].startswith("KX")), key=lambda v: v["day"])
        for index, visit in enumerate(special):
            visit["number"] = f"KX2024-{index + 1:03d}"

    FAULTS = {
        "条件保障": ["部分班级课桌凳破损未更换", "功能室尚未开放使用", "教科书有两科未到齐", "直饮水机滤芯逾期未换"],
        "教学安排": ["课表未按国家课程标准开齐体育课", "教师教案未分课时备写", "一名教师未到岗，课由他人代", "开学第一课无记录"],
        "校园安全": ["门卫交接班记录缺三天", "消防通道堆放杂物", "应急预案未按新学期修订", "视频监控有两个点位无信号"],
        "食品安全": ["食堂留样不足规定克数", "一名从业人员健康证过期", "食品添加剂未专柜存放", "索证索票不齐"],
        "校车安全": ["校车跟车人员未签到", "接送点没有标线标牌"],
        "校舍安全": ["围墙有裂缝，未设警示", "运动场旁边坡有松土", "楼梯扶手松动"],
        "双减": ["一、二年级布置书面家庭作业", "课后服务方案未公示", "作业总量统筹没有记录"],
        "心理健康": ["心理辅导室未按时开放", "重点学生台账更新不及时"],
    }
    MEASURES = ["已通知整改，学校上报方案。", "更换破损设备，落实专人管理。", "完善台账，每周自查一次。", "组织教师培训，修订制度。", "由总务处牵头维修。"]

    def add_finding(self, inspection, visit, category, found_on, deadline, status):
        r = self.random
        unit = visit["unit"]
        closed = None
        if status == "已销号":
            closed = found_on + timedelta(days=r.randint(3, 40))
        self.findings.append(dict(
            number=f"WT2024-{len(self.findings) + 1:03d}", unit=unit, inspection=inspection, visit=visit["number"], category=category,
            text=r.choice(self.FAULTS[category]) + "。", severity=r.choices(["一般", "较重", "严重"], [70, 25, 5])[0],
            disposition=r.choices(["限期整改", "立行立改", "挂牌督办"], [65, 30, 5])[0],
            office=r.choice(["总务处", "教导处", "德育处", "办公室", "安全办"]), responsible=unit.head,
            measure=r.choice(self.MEASURES) if status else "", deadline=deadline, status=status, closed=closed, found_on=found_on,
            found_by=unit.inspector,
        ))

    def make_findings(self):
        r = self.random
        weights = {"条件保障": 12, "教学安排": 14, "校园安全": 30, "食品安全": 22, "校车安全": 5, "校舍安全": 10, "双减": 12, "心理健康": 6}
        spring = [v for v in self.visits if v["term"] == "2024春" and v["day"] < date(2024, 4, 10)]
        for visit in sorted(spring, key=lambda v: v["number"])[:24]:
            day = visit["day"]
            status = r.choices(["已销号", "待复查", "整改中", ""], [84, 6, 6, 4])[0]
            self.add_finding("2024春开学专项", visit, r.choices(list(weights), weights.values())[0], day, day + timedelta(days=30), status)
        special = sorted((v for v in self.visits if v["inspection"] == "2024秋开学专项"), key=lambda v: v["number"])
        for visit in special:
            if visit["unit"].zone == "双桂学区":  # a zone without any finding: an empty row in question 10
                continue
            for category in r.sample(list(weights), k=r.choices([0, 1, 2, 3], [25, 40, 25, 10])[0]):
                if category != r.choices(list(weights), weights.values())[0] and r.random() < 0.55:
                    category = r.choices(list(weights), weights.values())[0]
                day = visit["day"]
                status = r.choices(["已销号", "整改中", "待复查", "未整改", ""], [54, 18, 10, 10, 8])[0]
                deadline = day + timedelta(days=r.choice([7, 15, 30, 30, 60]))
                if visit["unit"].name == CARD:
                    continue
                self.add_finding("2024秋开学专项", visit, category, day, deadline if r.random() > 0.03 else None, status)
        card = next(v for v in special if v["unit"].name == CARD)
        for category, days, status in [("食品安全", 15, "已销号"), ("校舍安全", 60, "整改中"), ("双减", 30, "")]:
            self.add_finding("2024秋开学专项", card, category, card["day"], card["day"] + timedelta(days=days), status)
