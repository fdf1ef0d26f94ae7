import KitModel

/// A few entities that refer to each other in every way that the language knows.
enum SampleSchema {
  static let entities = [town, unit, school, visit, yearly, finding]

  /// Has an official order.
  static let town = entity(
    "town", "乡镇", order: ["place", "code"],
    [
      field("code", "代码", .text), field("name", "名称", .text),
      field("kind", "类型", .choice(["街道", "镇", "乡"])), field("area", "面积", .decimal(precision: 8, scale: 2)),
      field("place", "位次", .integer),
    ])

  static let unit = entity(
    "unit", "单位",
    [field("code", "代码", .text), field("name", "名称", .text), field("grade", "级别", .integer)])

  /// Extends another entity.
  static let school: EntityDeclaration = {
    var school = entity(
      "school", "学校",
      [
        field("town", "所在乡镇", .reference("t.town")), field("stage", "学段", .choice(["小学", "初中", "高中"])),
        field("pupils", "学生数", .integer), field("score", "得分", .decimal(precision: 6, scale: 1)),
        field("rate", "达标率", .percent(scale: 3)), field("opened", "建校日期", .date),
        field("boarding", "寄宿", .boolean), field("weight", "权重", .real), field("term", "学期", .period(.term)),
        field("note", "备注", .text),
      ])
    school.extends = "t.unit"
    return school
  }()

  /// Refers to a school.
  static let visit = entity(
    "visit", "走访", key: ["id"],
    [
      field("id", "编号", .text), field("school", "走访学校", .reference("t.school")), field("day", "日期", .date),
      field("term", "学期", .period(.term)), field("points", "扣分", .integer),
      field("mark", "评分", .decimal(precision: 8, scale: 2)), field("remark", "记录", .text),
    ])

  /// Two columns of key, one of them a period.
  static let yearly = entity(
    "yearly", "年报", key: ["school", "year"],
    [
      field("school", "填报学校", .reference("t.school")), field("year", "年度", .period(.year)),
      field("pupils", "学生数", .integer), field("books", "图书", .decimal(precision: 10, scale: 1)),
      field("passed", "合格率", .percent(scale: 2)),
    ])

  /// Refers to the parent of an entity.
  static let finding = entity(
    "finding", "问题", key: ["id"],
    [
      field("id", "编号", .text), field("unit", "责任单位", .reference("t.unit")), field("level", "等级", .integer),
      field("found", "发现日期", .date), field("closed", "销号", .boolean),
    ])

  private static func entity(
    _ id: String, _ label: String, key: [String] = ["code"], order: [String] = [],
    _ fields: [FieldDeclaration]
  ) -> EntityDeclaration {
    EntityDeclaration(
      plugin: "t", id: id, label: Label(zh: label, en: id), key: key, order: order,
      nameField: fields.contains { $0.id == "name" } ? "name" : nil, matchFields: key, fields: fields)
  }

  private static func field(_ id: String, _ label: String, _ type: DataType) -> FieldDeclaration {
    FieldDeclaration(id: id, label: Label(zh: label, en: id), type: type)
  }
}
