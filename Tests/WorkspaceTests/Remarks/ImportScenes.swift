import Foundation
import KitModel
import KitStore
import WorkbookMaker

@testable import KitWorkspace

extension Scene {
  /// Values that are read, changed and passed over.
  static let values = [
    Scene("cells of a workbook that hold no value") {
      let office = try SceneWorkspace()
      try office.take("代码,名称\n0015,甲小学\n", name: "已有.csv")
      var book = WorkbookMaker(
        rows: SheetXML.texts("代码", "名称", "学生数", "图书", "简称")
          + SheetXML.row(
            SheetXML.text("11"), SheetXML.text("甲"), SheetXML.error("#N/A"), SheetXML.formula("C2*2"))
          + SheetXML.row(SheetXML.text("12"), SheetXML.text("乙"), SheetXML.number("0.8", style: 1))
          + SheetXML.row(SheetXML.number("15"), SheetXML.text("丙"))
          + SheetXML.row(
            SheetXML.text("14"), SheetXML.text("丁"), SheetXML.number("5"), SheetXML.number("6"),
            SheetXML.text("丁"), SheetXML.text("多出来的")))
      book.format(["0%"])
      return try office.take(book.bytes)
    },
    Scene("a formula without a value in a column that is not taken, hidden rows, days as numbers") {
      let book = WorkbookMaker(
        rows: SheetXML.texts("代码", "名称", "开办", "食堂")
          + SheetXML.row(
            SheetXML.text("11"), SheetXML.text("甲"), SheetXML.number("45000"), SheetXML.formula("C2*2"),
            attributes: "hidden=\"1\""))
      return try SceneWorkspace().take(book.bytes)
    },
    Scene("[{\"代码\": \"11\", \"名称\": [\"甲\"]}]") {
      try SceneWorkspace().take("[{\"代码\": \"11\", \"名称\": [\"甲\"]}]", name: "名单.json")
    },
    csv("代码,名称,学生数,经费（万元）,开办,学期,学段\n11,甲,0.5千人,50000元,2024-09-01 08:30,2024年秋季学期,—\n"),
    csv("代码,名称,经费（万元）\n11,甲,1.23456\n"),
    Scene("经费（元） for a field kept in 万元") {
      try SceneWorkspace(
        """
        entities:
          - id: unit
            label: 单位
            key: [code]
            fields:
              - {id: code, label: 代码, type: text}
              - {id: funds, label: 经费, english: Funds, aliases: [经费（万元）], type: "decimal(8,2)"}
        """
      ).take("代码,经费（元）\n11,50000\n")
    },
    csv("代码,名称,学段\n11,甲,幼儿园\n"),
    csv("代码,名称,上级\n11,甲,很远的地方\n"),
    csv("代码,名称,学生数,图书\n11,甲,5,3公斤\n"),
    csv("名称,学生数,图书,代码\n1,2,3,\n甲,5,6,11\n名称,学生数,图书,代码\n乙,6,7,12\n填表人：张三,,审核人：李四,\n"),
    csv("代码,名称,学生数\n" + (11...40).map { "\($0),甲\($0),约\($0)\n" }.joined()),
    csv("代码,名称\n" + (11...30).map { "\($0),甲\($0)\n小计,1\n" }.joined()),
    Scene("学校年报 in 万元") {
      try SceneWorkspace(ImporterTests.declarations).years("代码,学年,面积（万元）\n0001,2024-2025,1.5\n")
    },
    csv("单位：万人,,\n代码,名称,学生数\n11,甲,5\n"),
    csv("代码,名称,食堂\n11,甲,有\n") { $0.map = ["食堂": ""] },
    Scene("学校年报 in 万平方米") {
      try SceneWorkspace(ImporterTests.declarations).years("代码,学年,面积（万平方米）\n0001,2024-2025,1.5\n")
    },
    Scene("a school of an earlier year, without a column that has a default") {
      let office = try SceneWorkspace(ImporterTests.declarations)
      try office.take(ImporterTests.two, "school", name: "今年.csv")
      return try office.take("代码,名称,学段,在校生数\n0001,甲小学,小学,90\n", "school", name: "前年.csv") {
        $0.year = .schoolYear(from: 2022)
      }
    },
    Scene("a township that is to become a school") {
      let office = try SceneWorkspace(ImporterTests.declarations)
      try office.take("代码,名称,类别\n01,青石镇,乡镇\n", name: "单位.csv")
      return try office.take("代码,名称,学段\n01,青石镇小学,小学\n", "school")
    },
    Scene("an update with empty cells") {
      let office = try SceneWorkspace()
      try office.take("代码,名称,简称\n11,甲,小甲\n", name: "已有.csv")
      return try office.take("代码,名称,简称\n11,甲小学,\n")
    },
    Scene("a heading that was confirmed before") {
      let office = try SceneWorkspace()
      try office.take("代码,名称,学生人数\n11,甲,5\n", name: "一.csv") { $0.map = ["学生人数": "pupils"] }
      return try office.take("代码,名称,学生人数\n11,甲,6\n", name: "二.csv")
    },
    Scene("two columns of one field") {
      try SceneWorkspace().take("代码,名称,学生数,学生数（人）\n11,甲,5,6\n")
    },
    Scene("the same file again") {
      let office = try SceneWorkspace()
      try office.take("代码,名称\n11,甲\n")
      return try office.take("代码,名称\n11,甲\n")
    },
    Scene("the same file again, after its rows were changed") {
      let office = try SceneWorkspace()
      try office.take("代码,名称\n11,甲\n", name: "一.csv")
      try office.take("代码,名称\n11,乙\n", name: "二.csv")
      return try office.take("代码,名称\n11,甲\n", name: "一.csv")
    },
  ]

  private static func csv(
    _ text: String, _ change: @escaping @Sendable (inout ImportRequest) -> Void = { _ in }
  )
    -> Scene
  {
    Scene(text.count > 200 ? text.prefix(60) + "…" : String(text.dropLast())) {
      try SceneWorkspace().take(text, "unit", name: "名单.csv", change)
    }
  }
}

extension SceneWorkspace {
  /// Takes a return of schools that are there.
  fileprivate func years(_ text: String) throws -> [Diagnostic] {
    try take(ImporterTests.two, "school", name: "学校.csv")
    return try take(text, "yearly")
  }
}
