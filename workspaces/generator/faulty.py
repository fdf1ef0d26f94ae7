"""Files with one realistic mistake each, and the list that says where it is and what to answer."""

import csv
import hashlib
import io
import struct
from datetime import date

from files import schools
from names import REGION
from workbook import Book, Formula

SCHOOL_HEADINGS = ["序号", "学校代码", "学校名称", "学校类型", "考核类别", "办学性质", "城乡类型", "所属乡镇", "所属学区"]
RETURN_HEADINGS = ["序号", "学校代码", "学校名称", "学部", "班级数（个）", ("学生数（人）", ["合计", "女生"]), ("教职工（人）", ["合计", "专任教师"])]
PICKED = ["青石镇中心小学", "白鹿镇中心小学", "花桥镇初级中学", "竹溪镇中心小学", "麻柳镇初级中学"]


def school_rows(d):
    return [[i + 1, s.code, s.name, s.stage, "学区学校", s.ownership, s.locale, s.township, s.zone]
            for i, s in enumerate(d.school(n) for n in PICKED)]


def return_rows(d):
    rows = []
    for i, name in enumerate(PICKED):
        school = d.school(name)
        part, f = next(iter(school.years["2024-2025"].items()))
        rows.append([i + 1, school.code, school.name, part, f.classes, f.pupils, f.girls, f.staff, f.teachers or f.classes + 4])
    return rows


def workbook(folder, name, title, headings, rows, formats=None):
    book = Book()
    sheet = book.sheet("Sheet1")
    width = sum(len(h[1]) if isinstance(h, tuple) else 1 for h in headings)
    sheet.title(title, width, 16)
    sheet.line((1, f"填表单位：{REGION}教育委员会"))
    sheet.header(headings, [6, 12, 24] + [12] * (width - 3))
    for row in rows:
        sheet.cells(row, formats)
    book.save(folder / name)


def write_faulty(d, folder):
    listed = []

    def fault(name, into, place, what, answer):
        listed.append((name, into, place, what, answer))

    def school_file(name, change):
        rows = school_rows(d)
        change(rows)
        workbook(folder, name, f"{REGION}学校基本情况表", SCHOOL_HEADINGS, rows, {1: "@"})

    def return_file(name, change, formats=None):
        rows = return_rows(d)
        change(rows)
        workbook(folder, name, f"{REGION}2024-2025学年学校年报", RETURN_HEADINGS, rows, formats or {1: "@"})

    # The header of a school file stands in row 3, its first school in row 4; of a return in rows 3–4 and row 5.
    school_file("01-未知乡镇.xlsx", lambda rows: rows[1].__setitem__(7, "白路镇"))
    fault("01-未知乡镇.xlsx", "school", "Sheet1!H5", "所属乡镇 “白路镇”",
          "没有叫“白路镇”的乡镇街道，是不是“白鹿镇”? 该行不收，其余四行可以用 --keep-good 收。")
    return_file("02-学生数写约数.xlsx", lambda rows: rows[2].__setitem__(5, "约300"))
    fault("02-学生数写约数.xlsx", "school_year", "Sheet1!F7", "学生数 “约300”", "“约300”不是整数，写成 300。")
    school_file("03-学段写错.xlsx", lambda rows: rows[0].__setitem__(3, "小学校"))
    fault("03-学段写错.xlsx", "school", "Sheet1!D4", "学校类型 “小学校”",
          "学段只能是小学、初中、九年一贯制、完全中学、普通高中、十二年一贯制、中职、特教；是不是“小学”?")
    school_file("04-代码重复.xlsx", lambda rows: rows[3].__setitem__(1, rows[0][1]))
    fault("04-代码重复.xlsx", "school", "Sheet1!B4 和 B7", "两所学校同一个代码 " + school_rows(d)[0][1],
          "同一文件里代码重复，两行的单元格都指出来，两行都不收，不能让后一行盖掉前一行。")
    findings(d, folder / "05-日期不存在.xlsx")
    fault("05-日期不存在.xlsx", "finding", "Sheet1!F5", "整改期限 “2024.11.31”", "2024年11月没有31日。")
    return_file("06-公式无缓存.xlsx", lambda rows: rows[4].__setitem__(5, Formula("=F5+F6", None)))
    fault("06-公式无缓存.xlsx", "school_year", "Sheet1!F9", "公式 =F5+F6 没有存下结果",
          "公式没有结果：在 Excel 或 WPS 里打开、重算、保存后再交，或粘贴为数值。不当作 0，也不当作空。")
    school_file("07-缺名称.xlsx", lambda rows: rows[2].__setitem__(2, None))
    fault("07-缺名称.xlsx", "school", "Sheet1!C6", "学校名称空着", "名称必填（第6行，代码 " + school_rows(d)[2][1] + "）。")
    short_csv(d, folder / "08-列数不符.csv")
    fault("08-列数不符.csv", "kindergarten", "第 4 行", "地址里的逗号没有引号，这一行 8 列，表头 7 列",
          "第4行有8列，表头是7列；含逗号的内容要加引号。整行不收，不能错位读入。")
    return_file("09-前导零丢失.xlsx", lambda rows: [r.__setitem__(1, int(r[1])) for r in rows], {1: "0"})
    first = return_rows(d)[0]
    fault("09-前导零丢失.xlsx", "school_year", "Sheet1!B5:B9", f"学校代码成了数值 {int(first[1])}，前面的 0 没了",
          f"没有代码是 {int(first[1])} 的学校；{first[1]}（{first[2]}）是不是丢了前面的 0? 同行校名相符。")
    (folder / "10-加密.xlsx").write_bytes(encrypted())
    fault("10-加密.xlsx", "school", "整个文件", "设了打开密码", "文件加了密码，请去掉密码另存后再交。")
    schools(d, folder / "11-截断.xlsx", "2024-2025")
    whole = (folder / "11-截断.xlsx").read_bytes()
    (folder / "11-截断.xlsx").write_bytes(whole[: len(whole) * 3 // 5])
    fault("11-截断.xlsx", "school", "整个文件", "没有传完，只有前六成", "文件不完整（找不到压缩目录），请重新发送。")
    return_file("12-双层表头错位.xlsx", lambda rows: [r.insert(4, None) for r in rows])
    fault("12-双层表头错位.xlsx", "school_year", "Sheet1!J5:J9", "数字整体右移一列：班级数空着，最后一列没有表头",
          "J 列有数字却没有表头，这几行像是错开了一列（班级数空，女生数大于学生数合计）。不能把错位的数收进去。")
    mixed_encoding(folder / "13-混合编码.csv", d)
    fault("13-混合编码.csv", "kindergarten", "第 3 行", "前面是 UTF-8，第3行是 GBK", "第3行不是 UTF-8：文件里混了两种编码，请用一种编码另存。")
    mismatch = return_rows(d)
    mismatch[1][2], mismatch[3][2] = mismatch[3][2], mismatch[1][2]
    workbook(folder, "14-校名与代码不符.xlsx", f"{REGION}2024-2025学年学校年报", RETURN_HEADINGS, mismatch, {1: "@"})
    fault("14-校名与代码不符.xlsx", "school_year", "Sheet1!C6 和 C8", "学校代码和学校名称指的不是同一所学校",
          f"代码 {mismatch[1][1]} 是{mismatch[3][2]}，表里写的是{mismatch[1][2]}。")
    readme(folder / "README.md", listed)


def findings(d, path):
    book = Book()
    sheet = book.sheet("Sheet1")
    sheet.title("专项督导问题整改台账", 7, 16)
    sheet.line((1, "填表单位：区人民政府教育督导室"))
    sheet.header(["问题编号", "单位", "问题类别", "存在问题", "整改责任人", "整改期限", "整改状态"], [12, 24, 10, 36, 10, 14, 10])
    for index, name in enumerate(PICKED[:3]):
        deadline = [date(2024, 10, 31), "2024.11.31", date(2024, 12, 20)][index]
        sheet.cells([f"WT2024-9{index:02d}", name, "校园安全", "消防通道堆放杂物。", d.school(name).head, deadline, "整改中"], {5: "yyyy-mm-dd"})
    book.save(path)


def kindergarten_rows(d):
    return [[k.code, k.name, k.kind, k.ownership, k.township, f"{REGION}{k.township}新街{i + 3}号", k.years["2024-2025"]["children"]]
            for i, k in enumerate(d.kindergartens[8:13])]


def short_csv(d, path):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["幼儿园代码", "幼儿园名称", "办园类型", "办学性质", "所属乡镇", "园所地址", "在园幼儿数"])
    for index, row in enumerate(kindergarten_rows(d)):
        if index == 2:
            out.write(",".join([*row[:5], f"{row[5]},2号楼", str(row[6])]) + "\r\n")
        else:
            writer.writerow(row)
    path.write_bytes(out.getvalue().encode("gb18030"))


def mixed_encoding(path, d):
    lines = [",".join(["幼儿园代码", "幼儿园名称", "办园类型", "办学性质", "所属乡镇", "园所地址", "在园幼儿数"])]
    lines += [",".join(map(str, row)) for row in kindergarten_rows(d)]
    encoded = [line.encode("gb18030" if index == 2 else "utf-8") for index, line in enumerate(lines)]
    path.write_bytes(b"\r\n".join(encoded) + b"\r\n")


def encrypted():
    """What Excel writes for a file with a password: a compound file with EncryptionInfo and EncryptedPackage."""
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption/>'
    return compound([("EncryptionInfo", info.ljust(4096, b" ")), ("EncryptedPackage", noise(8192, b"package"))])


def noise(count, seed):
    out = b""
    while len(out) < count:
        seed = hashlib.sha256(seed).digest()
        out += seed
    return out[:count]


def compound(streams):
    """An OLE file with up to three streams of at least 4096 bytes each."""
    def entry(name, kind, left, right, child, start, size):
        text = name.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2 if name else 0, kind, 1, left, right, child)
        return head + b"\0" * 36 + struct.pack("<IQ", start, size)

    none, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    table, start = [fat, end], 2
    directory = entry("Root Entry", 5, none, none, 1, end, 0)
    for index, (name, stream) in enumerate(streams):
        count = len(stream) // 512
        directory += entry(name, 2, none, index + 2 if index + 1 < len(streams) else none, none, start, len(stream))
        table += [start + i + 1 for i in range(count - 1)] + [end]
        start += count
    directory += entry("", 0, none, none, none, 0, 0) * (3 - len(streams))
    sector_table = struct.pack("<128I", *(table + [none] * (128 - len(table))))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[none] * 108)
    return header + sector_table + directory + b"".join(stream for _, stream in streams)


def readme(path, listed):
    lines = [
        "# 有错的文件 · Files with mistakes",
        "",
        "每个文件一处真实会遇到的错，供测试和导览用；数据同样是编造的。本表由 `workspaces/generator/faulty.py` 生成。",
        "Each file has one realistic mistake, for tests and the tour; the data is invented too. Made by `workspaces/generator/faulty.py`.",
        "",
        "导入都用 `import FILE --into ENTITY`（年报加 `--year 2024-2025`），在样例工作区已建好之后做。",
        "",
        "| 文件 | 导入到 | 位置 | 错在哪里 | 正确的工具应当说什么 |",
        "|---|---|---|---|---|",
    ]
    lines += ["| " + " | ".join(row) + " |" for row in listed]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
