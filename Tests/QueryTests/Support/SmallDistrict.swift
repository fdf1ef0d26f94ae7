import KitModel
import KitQuery

/// A district of a few units, in the shape of the real one: entities that extend, computed columns, references
/// to units, missing values, ties.
enum SmallDistrict {
  private static func label(_ zh: String, _ en: String) -> Label { Label(zh: zh, en: en) }

  private static func field(
    _ id: String, _ zh: String, _ type: DataType, required: Bool = false, aliases: [String] = [],
    range: ClosedRange<Int64>? = nil, sensitive: Bool = false
  ) -> FieldDeclaration {
    FieldDeclaration(
      id: id, label: label(zh, id), aliases: aliases, type: type, isRequired: required,
      minimum: range.map { .integer($0.lowerBound) }, maximum: range.map { .integer($0.upperBound) },
      isSensitive: sensitive)
  }

  static let stages = ["小学", "初中", "普通高中"]

  static let unit = EntityDeclaration(
    plugin: "district", id: "unit", label: label("单位", "Unit"), key: ["code"], order: ["order", "code"],
    nameField: "name", matchFields: ["code", "name"],
    fields: [
      field("code", "代码", .text, required: true, aliases: ["编码"]), field("name", "名称", .text, required: true),
      field("order", "顺序", .integer),
      field("township", "乡镇街道", .reference("district.township"), aliases: ["乡镇"]),
      field("zone", "学区", .reference("district.zone")), field("parent", "上级单位", .reference("district.unit")),
      field("open_from", "设立日期", .date), field("phone", "负责人手机", .text, sensitive: true),
    ])

  static let township = EntityDeclaration(
    plugin: "district", id: "township", label: label("乡镇街道", "Township"), aliases: ["乡镇"],
    extends: "district.unit", key: [],
    fields: [field("population", "常住人口", .integer, range: 0...5_000_000)])

  static let zone = EntityDeclaration(
    plugin: "district", id: "zone", label: label("学区", "Zone"), extends: "district.unit", key: [], fields: [])

  static let school = EntityDeclaration(
    plugin: "district", id: "school", label: label("学校", "School"), extends: "district.unit", key: [],
    fields: [
      field("stage", "学段", .choice(stages), required: true), field("boarding", "寄宿制", .boolean),
      field("founded", "建校年份", .integer, range: 1700...2199),
    ],
    computed: [
      ComputedColumns(
        pipeline:
          "school_year | window latest = max(year) per unit | where year == latest | group unit { pupils = sum(pupils), teachers = sum(teachers) }",
        columns: [
          field("pupils", "学生数", .integer, aliases: ["在校生数"]), field("teachers", "专任教师数", .integer),
        ], plugin: "district")
    ])

  static let schoolYear = EntityDeclaration(
    plugin: "district", id: "school_year", label: label("学校年报", "School year"),
    key: ["unit", "year", "part"], order: ["year", "unit", "part"],
    fields: [
      field("unit", "单位", .reference("district.school"), required: true, aliases: ["学校"]),
      field("year", "学年", .period(.schoolYear), required: true),
      field("part", "学部", .choice(["全校", "小学部", "初中部"]), required: true),
      field("zone", "学区", .reference("district.zone")),
      field("pupils", "学生数", .integer, range: 0...30000), field("teachers", "教师数", .integer, range: 0...5000),
      field("area", "占地面积", .decimal(precision: 12, scale: 2)),
    ])

  static let visit = EntityDeclaration(
    plugin: "district", id: "visit", label: label("督导记录", "Visit"), key: ["number"],
    order: ["day", "number"], nameField: "number",
    fields: [
      field("number", "记录编号", .text, required: true),
      field("unit", "单位", .reference("district.unit"), required: true),
      field("term", "学期", .period(.term), required: true), field("day", "日期", .date, required: true),
      field("seen", "督导情况", .text),
    ])

  static let finding = EntityDeclaration(
    plugin: "district", id: "finding", label: label("问题", "Finding"), key: ["number"],
    nameField: "number",
    fields: [
      field("number", "问题编号", .text, required: true), field("unit", "单位", .reference("district.unit")),
      field("visit", "督导记录", .reference("district.visit")),
      field("category", "类别", .choice(["安全", "教学", "财务"])),
      field("status", "状态", .choice(["待整改", "整改中", "已销号"])),
      field("deadline", "期限", .date), field("text", "内容", .text),
    ])

  static let result = EntityDeclaration(
    plugin: "conduct", id: "result", label: label("结果", "Result"), key: ["unit", "year"],
    fields: [
      field("unit", "单位", .reference("district.unit"), required: true),
      field("year", "年度", .period(.year), required: true),
      field("score", "得分", .decimal(precision: 6, scale: 2)), field("rate", "得分率", .percent(scale: 4)),
      field("big", "大数", .integer), field("real", "实数", .real),
    ])

  static let catalog = Catalog(
    entities: [unit, township, zone, school, schoolYear, visit, finding, result],
    tables: [
      TableDeclaration(
        name: "重点学校", label: label("重点学校", "Key schools"), storedName: "saved.重点学校",
        columns: [
          Column(id: "代码", label: label("代码", "代码"), type: .text),
          Column(id: "等级", label: label("等级", "等级"), type: .text),
        ])
    ], plugins: ["district": label("基础", "District"), "conduct": label("办园", "Conduct")])

  static let environment: QueryEnvironment = {
    var environment = QueryEnvironment(today: CalendarDate(iso: "2024-11-23") ?? CalendarDate.epoch)
    environment.drawSeed = { "abc123" }
    return environment
  }()

  static func database() throws -> TestDatabase {
    let database = try TestDatabase()
    for entity in catalog.entities { try database.execute(table(entity)) }
    try database.execute(
      #"CREATE TABLE "saved.重点学校" (_rid INTEGER PRIMARY KEY, "代码" TEXT, "等级" TEXT) STRICT"#)
    try database.execute(rows)
    return database
  }

  private static func table(_ entity: EntityDeclaration) -> String {
    let key = entity.extends == nil ? [] : ["\"code\" TEXT"]
    let fields = entity.fields.map { field -> String in
      let storage: String =
        switch field.type {
        case .integer, .decimal, .percent, .boolean: "INTEGER"
        case .real: "REAL"
        default: "TEXT"
        }
      return "\"\(field.id)\" \(storage)"
    }
    let columns = ["_rid INTEGER PRIMARY KEY"] + key + fields + ["_source INTEGER", "_row INTEGER"]
    return "CREATE TABLE \"\(entity.fullName)\" (\(columns.joined(separator: ", "))) STRICT"
  }

  private static let rows = """
    INSERT INTO "district.unit" (_rid, code, name, "order", township, zone, parent, open_from, phone) VALUES
      (1, 'T1', '青石镇', 1, 'T1', 'Z1', NULL, NULL, NULL),
      (2, 'T2', '李渡镇', 2, 'T2', 'Z1', NULL, NULL, NULL),
      (3, 'T3', '白涛街道', 3, 'T3', 'Z2', NULL, NULL, NULL),
      (4, 'Z1', '第一学区', 4, NULL, 'Z1', NULL, NULL, NULL),
      (5, 'Z2', '第二学区', 5, NULL, 'Z2', NULL, NULL, NULL),
      (6, '0001', '青石镇中心小学', 10, 'T1', 'Z1', NULL, '1950-09-01', '13800000001'),
      (7, '0002', '李渡小学', 11, 'T2', 'Z1', '0001', '2001-02-28', NULL),
      (8, '0003', '白涛中学', 12, 'T3', 'Z2', NULL, NULL, '13800000003'),
      (9, '0004', '实验中学', NULL, 'T1', NULL, NULL, '2020-02-29', NULL),
      (10, 'Z3', '第三学区', 6, NULL, 'Z3', NULL, NULL, NULL);
    INSERT INTO "district.township" (_rid, code, population) VALUES (1, 'T1', 30000), (2, 'T2', 52000), (3, 'T3', NULL);
    INSERT INTO "district.zone" (_rid, code) VALUES (1, 'Z1'), (2, 'Z2'), (3, 'Z3');
    INSERT INTO "district.school" (_rid, code, stage, boarding, founded) VALUES
      (1, '0001', '小学', 0, 1950), (2, '0002', '小学', 1, 2001), (3, '0003', '初中', 1, NULL),
      (4, '0004', '普通高中', NULL, 2020);
    INSERT INTO "district.school_year" (_rid, unit, year, part, zone, pupils, teachers, area) VALUES
      (1, '0001', '2023-2024', '全校', 'Z1', 500, 30, 1000050), (2, '0001', '2024-2025', '全校', 'Z1', 620, 31, 1000050),
      (3, '0002', '2023-2024', '全校', 'Z1', 300, 20, 500000), (4, '0002', '2024-2025', '全校', 'Z1', 310, NULL, 500000),
      (5, '0003', '2023-2024', '全校', 'Z2', 900, 70, NULL), (6, '0003', '2024-2025', '小学部', 'Z2', 400, 30, NULL),
      (7, '0003', '2024-2025', '初中部', 'Z2', 500, 41, NULL);
    INSERT INTO "district.visit" (_rid, number, unit, term, day, seen) VALUES
      (1, 'V1', '0001', '2024秋', '2024-09-03', '校门秩序好'), (2, 'V2', '0001', '2024秋', '2024-11-02', NULL),
      (3, 'V3', '0002', '2024春', '2024-03-05', '食堂台账不全'), (4, 'V4', '0003', '2024秋', '2024-10-08', '作业过多'),
      (5, 'V5', '0001', '2025春', '2025-01-31', '补记');
    INSERT INTO "district.finding" (_rid, number, unit, visit, category, status, deadline, text) VALUES
      (1, 'F1', '0001', 'V1', '安全', '待整改', '2024-10-01', '消防栓过期'),
      (2, 'F2', '0001', 'V2', '教学', '已销号', '2024-11-30', '课表不全'),
      (3, 'F3', '0002', 'V3', '安全', NULL, NULL, '食品留样不足'),
      (4, 'F4', '0003', NULL, NULL, '整改中', '2024-11-01', '账目不清'),
      (5, 'F5', NULL, NULL, '财务', '待整改', '2024-12-31', '多收一笔');
    INSERT INTO "conduct.result" (_rid, unit, year, score, rate, big, "real") VALUES
      (1, '0001', '2023', 9150, 9150, 9223372036854775807, 2.675), (2, '0002', '2023', 6850, 6850, 1, 0.5),
      (3, '0003', '2023', 6850, NULL, 2, 1.5), (4, '0004', '2023', NULL, 5000, NULL, NULL),
      (5, '0001', '2024', 8825, 8825, 3, -2.5), (6, '0002', '2024', 7000, 7000, 4, 3.25);
    INSERT INTO "saved.重点学校" (_rid, "代码", "等级") VALUES (1, '0003', '市级'), (2, '0001', '区级'), (3, '9999', '区级');
    """
}

extension CalendarDate {
  static let epoch: CalendarDate = {
    guard let day = CalendarDate(ordinal: 0) else { preconditionFailure("1970-01-01 exists") }
    return day
  }()
}
