import Foundation
import KitModel
import KitStore
import WorkbookMaker

@testable import KitWorkspace

extension Scene {
  /// Files, sheets, folders and declarations.
  static let files = [
    Scene("a workbook of several sheets") { try SceneWorkspace().take(book(named: "学校").bytes) },
    Scene("--sheet 没有") { try SceneWorkspace().take(book(named: "学校").bytes) { $0.sheet = "没有" } },
    Scene("no sheet fits") {
      var book = WorkbookMaker(rows: SheetXML.texts("食堂", "操场") + SheetXML.texts("有", "无"))
      book.add("表二", rows: SheetXML.texts("食堂", "操场") + SheetXML.texts("有", "无"))
      return try SceneWorkspace().take(book.bytes)
    },
    Scene("an archive with something else in it") {
      try SceneWorkspace().take(
        ZipMaker.zip(["甲.csv": "代码,名称\n11,甲\n", "照片.bin": "\u{7F}ELF\u{0}\u{1}"]), name: "各校.zip")
    },
    Scene("a file that changes while it is taken") {
      let office = try SceneWorkspace()
      let importer = office.workspace.importer()
      let path = try office.scratch.file("名单.csv", "代码,名称\n11,甲\n")
      let plan = try importer.prepare(
        ImportRequest(path: path, entity: try importer.entity(named: "unit")))
      _ = try office.scratch.file("名单.csv", "代码,名称\n11,乙\n")
      return try importer.run(plan, context: office.scratch.context).allRemarks()
    },
    Scene("a name that is taken meanwhile") {
      let office = try SceneWorkspace()
      let path = try office.scratch.file("名单.csv", "代码,名称\n11,甲\n")
      let received = try ReceivedFile(path, folder: office.scratch.folder, keeps: true)
      defer { received.discard() }
      try office.scratch.keep("名单.csv", "别人的")
      try received.keep()
      return []
    },
    Scene("a file in the place of the folder data") {
      let office = try SceneWorkspace()
      let path = try office.scratch.file("名单.csv", "代码,名称\n11,甲\n")
      try FileManager.default.removeItem(atPath: office.scratch.folder.data)
      try Data("x".utf8).write(to: URL(filePath: office.scratch.folder.data))
      let importer = office.workspace.importer()
      let request = ImportRequest(path: path, entity: try importer.entity(named: "unit"))
      return try importer.run(try importer.prepare(request), context: office.scratch.context).allRemarks()
    },
    Scene("an old workbook, LibreOffice is missing") { try converted(nil) },
    Scene("an old workbook, LibreOffice refuses it") {
      try converted("refuses")
    },
    Scene("an old workbook, LibreOffice crashes") { try converted("crashes") },
    Scene("an old workbook, LibreOffice does not end") { try converted("hangs", patience: 1) },
    Scene("an old workbook, LibreOffice says nothing") { try converted("silent") },
    Scene("an old workbook, converted") {
      try converted("converts")
    },
    Scene("open *.csv: unlike headings") {
      try SceneWorkspace().open([("甲.csv", "名称,人数\n甲,1\n"), ("乙.csv", "名称,教师数\n乙,2\n")], "*.csv")
    },
    Scene("open *.xlsx: none") { try SceneWorkspace().open([], "*.xlsx") },
    Scene("open a.csv: no heading") { try SceneWorkspace().open([("a.csv", "1,2\n3,4\n")], "a.csv") },
    Scene("open 宽.xlsx: 2,000 columns") {
      let row = SheetXML.row((1...2000).map { SheetXML.text("列\($0)") }.joined())
      return try SceneWorkspace().open(WorkbookMaker(rows: row + row))
    },
    Scene("open 名单.xlsx: several sheets") { try SceneWorkspace().open(book(named: "学校", and: "另一张")) },
    Scene("open 名单.xlsx: cells without a value") {
      try SceneWorkspace().open(
        WorkbookMaker(
          rows: SheetXML.texts("代码", "人数")
            + SheetXML.row(SheetXML.text("11"), SheetXML.formula("A2*2"))
            + SheetXML.row(SheetXML.text("12"), SheetXML.error("#N/A"))))
    },
    Scene("--into 单拉") {
      _ = try SceneWorkspace().workspace.importer().entity(named: "单拉")
      return []
    },
    Scene("--into 单位, which two entities are called") {
      let first = try EntityFile.read(Array(small.utf8), plugin: "a", file: "a.yaml")
      let second = try EntityFile.read(Array(small.utf8), plugin: "b", file: "b.yaml")
      let scratch = try ScratchWorkspace()
      defer { scratch.remove() }
      let workspace = try scratch.open(try DeclarationSet(joining: [("a.yaml", first), ("b.yaml", second)]))
      defer { try? workspace.store.close() }
      _ = try workspace.importer().entity(named: "单位")
      return []
    },
    Scene("a workspace below a file") {
      let scratch = try ScratchWorkspace()
      defer { scratch.remove() }
      _ = try WorkspaceFolder.create(
        at: scratch.folder.configurationFile + "/新区", language: .zh, plugins: [], schoolYear: nil)
      return []
    },
    Scene("a folder without workspace.yaml") {
      let scratch = try ScratchWorkspace()
      defer { scratch.remove() }
      try FileManager.default.removeItem(atPath: scratch.folder.configurationFile)
      _ = try scratch.folder.configuration()
      return []
    },
    Scene("\\\\nas\\共享\\学校.xlsx") {
      let paths = PastedPath(home: nil, mountTable: "//other/督导 /mnt/督导 cifs rw 0 0\n")
      _ = try paths.path("\\\\nas\\共享\\学校.xlsx")
      return []
    },
    declaration("caf\u{E9}", Array("entities: []".utf8) + [0xE9, 0x0A]),
    declaration("more than 4 MB", [UInt8](repeating: 0x23, count: 5 << 20)),
    declaration("entities:\n  - id: a\n    label 甲\n    key: [x]\n"),
    declaration("entities:\n  - id: a\n   label: 甲\n"),
    declaration("entities: [{id: a, label: \"甲}]\n"),
    declaration("entities: []\nzzzzzz: 1\n"),
    declaration(
      "entities:\n  - {id: a, label: 甲, key: [x], fields: [{id: x, label: 某, type: text}, {id: y, label: 某, type: text}]}\n"
    ),
    Scene("an entity declared twice") { try joined(("a", small), ("a", small)) },
    Scene("a reference that may mean two") {
      let other = "entities: [{id: c, label: 丙, key: [x], fields: [{id: x, label: 某, type: ref(unit)}]}]\n"
      return try joined(("a", small), ("b", small), ("c", other))
    },
    Scene("two plugins that add one column") {
      let adds = """
        adds:
          - to: a.unit
            pipeline: "unit | group unit { n = count() }"
            columns: [{id: n, label: 次数, type: integer}]

        """
      return try joined(("a", small), ("b", adds), ("c", adds))
    },
    Scene("recurring: every, before, due, ahead, with") {
      let scratch = try ScratchWorkspace(
        configuration: """
          title: 甲
          recurring:
            - {label: 月报, every: 月, script: 月报}
            - {label: 月报, every: month, due: 32}
            - {label: 年报, before: 2024-12-31, ahead: 400}
            - {label: 月报}
            - {label: 两说, every: month, before: 2024-12-31}
            - {label: 月报, every: month, script: 月报, with: {哪月: "{perod}"}}
            - {label: 年报, before: 2024-12-31, script: 年报, with: {哪年: "{period}"}}

          """)
      defer { scratch.remove() }
      _ = try scratch.folder.configuration()
      return []
    },
    Scene("calendar: {holidays: [国庆], spring_starts: 02-29}") {
      let scratch = try ScratchWorkspace(
        configuration: "title: 甲\ncalendar: {holidays: [国庆], spring_starts: 02-29}\n")
      defer { scratch.remove() }
      _ = try scratch.folder.configuration()
      return []
    },
  ]

  private static let small =
    "entities: [{id: unit, label: 单位, key: [x], fields: [{id: x, label: 某, type: text}]}]\n"

  private static func book(named name: String, and other: String? = nil) -> WorkbookMaker {
    let rows = SheetXML.texts("代码", "名称") + SheetXML.texts("11", "甲")
    var book = WorkbookMaker(rows: SheetXML.texts("填报说明") + SheetXML.texts("请如实填写"))
    book.add(name, rows: rows)
    book.add("旧表", rows: rows, attributes: "state=\"hidden\"")
    if let other { book.add(other, rows: rows) }
    return book
  }

  /// Opens an old workbook where a script stands for LibreOffice. Written beforehand: a file that was just written
  /// cannot be run while another test starts a process.
  private static func converted(_ child: String?, patience: Int = 30) throws -> [Diagnostic] {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let path = try scratch.file("旧.xls", "")
    try ReceivedFormatsTests.oldWorkbook.write(to: URL(filePath: path))
    let children = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Children")
    var converter = OfficeConverter(searchPath: child.map { [children.appending(path: $0).path] } ?? [])
    converter.patience = patience
    return try ReadableInput.open(path, name: "旧.xls", converter: converter).remarks
  }

  private static func declaration(_ text: String, _ bytes: [UInt8]? = nil) -> Scene {
    Scene(text) {
      let file = try EntityFile.read(bytes ?? Array(text.utf8), plugin: "p", file: "entities.yaml")
      _ = try DeclarationSet(joining: [("entities.yaml", file)])
      return []
    }
  }

  private static func joined(_ files: (plugin: String, text: String)...) throws -> [Diagnostic] {
    let read = try files.map { plugin, text in
      ("\(plugin).yaml", try EntityFile.read(Array(text.utf8), plugin: plugin, file: "\(plugin).yaml"))
    }
    _ = try DeclarationSet(joining: read)
    return []
  }
}
