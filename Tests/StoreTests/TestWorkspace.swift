import Crypto
import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

/// A store in a folder of its own, removed with it.
final class TestWorkspace {
  let folder: URL
  private(set) var store: SQLiteStore

  var file: String { folder.appending(path: "workspace.sqlite").path }

  init(_ entities: [EntityDeclaration] = Sample.entities, options: StoreOptions = StoreOptions()) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "dudao-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try SQLiteStore(file: folder.appending(path: "workspace.sqlite").path, options: options)
    try store.declare(entities, context: Sample.context())
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(at: folder)
  }

  func reopen(_ entities: [EntityDeclaration] = Sample.entities, options: StoreOptions = StoreOptions())
    throws
    -> [Diagnostic]
  {
    try store.close()
    store = try SQLiteStore(file: file, options: options)
    return try store.declare(entities, context: Sample.context())
  }

  /// Runs SQL on the file past the store, as someone with a database tool would.
  func tamper(_ sql: String...) throws {
    try DatabaseCopy.opened(file, readOnly: false) { for statement in sql { try $0.run(statement) } }
  }

  /// Rows of a statement as texts, read past the store.
  func raw(_ sql: String) throws -> [String] {
    try DatabaseCopy.opened(file, readOnly: true) { connection in
      try connection.map(sql) { row in
        (0..<row.columnCount).map { row.optionalText(at: $0) ?? "NULL" }.joined(separator: "|")
      }
    }
  }

  // MARK: Writing in short

  /// Writes rows of texts and numbers into an entity as one change.
  @discardableResult
  func write(
    _ rows: [[Value]], into entity: EntityDeclaration, fields: [String], mode: WriteMode = .insert,
    file: String? = nil, command: String = "import"
  ) throws -> (counts: WriteCounts, change: ChangeRecord?) {
    if let file { try put(Sample.received, at: "data/" + file) }
    let (counts, change) = try store.change(Sample.context(command)) { change in
      let source = try file.map { try change.addSource(Sample.source($0, fields), into: entity) }
      return try Self.put(rows, into: entity, fields: fields, mode: mode, source: source, change)
    }
    return (counts, change)
  }

  /// Writes a file into the workspace.
  func put(_ text: String, at path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// What a file of the workspace holds; nil: it is not there.
  func text(_ path: String) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func put(
    _ rows: [[Value]], into entity: EntityDeclaration, fields: [String], mode: WriteMode, source: Int64?,
    _ change: any ChangeTransaction
  ) throws -> WriteCounts {
    let writer = try change.rowWriter(into: entity, fields: fields, mode: mode, source: source)
    var buffer = RowBuffer(width: fields.count)
    for (number, row) in rows.enumerated() {
      for (value, field) in zip(row, fields) {
        try buffer.append(value, as: Sample.type(of: field, in: entity))
      }
      buffer.endRow(number: number + 2)
    }
    try writer.append(buffer)
    return try writer.finish()
  }

  func change(_ command: String, _ intent: WriteIntent) throws -> (WriteCounts, ChangeRecord?) {
    let done = try store.change(Sample.context(command)) { try $0.write(intent) }
    return (done.result, done.change)
  }

  func change(_ intent: WriteIntent) throws -> (WriteCounts, ChangeRecord?) { try change("command", intent) }

  func undo(_ id: Int64? = nil, withLater: Bool = false) throws -> UndoOutcome {
    try store.undo(id, withLater: withLater, isDryRun: false, context: Sample.context("undo"))
  }
}

/// Entities and values that the tests share.
enum Sample {
  static let unit = EntityDeclaration(
    plugin: "t", id: "unit", label: Label(zh: "单位", en: "Unit"), key: ["code"],
    fields: [
      field("code", "编码", .text, required: true), field("name", "名称", .text), field("kind", "类别", .text),
    ])
  static let school = EntityDeclaration(
    plugin: "t", id: "school", label: Label(zh: "学校", en: "School"), extends: "t.unit",
    parentValue: ("kind", "学校"), key: ["code"],
    fields: [
      field("stage", "学段", .choice(["小学", "初中"])), field("zone", "学区", .reference("t.unit")),
    ])
  static let visit = EntityDeclaration(
    plugin: "t", id: "visit", label: Label(zh: "督导记录", en: "Visit"), key: ["number"],
    fields: [
      field("number", "编号", .integer, required: true), field("unit", "单位", .reference("t.unit")),
      field("day", "日期", .date), field("score", "得分", .decimal(precision: 6, scale: 2)),
      field("ratio", "比率", .real), field("done", "完成", .boolean), field("note", "备注", .text),
    ])
  static let entities = [unit, school, visit]

  static func field(_ id: String, _ zh: String, _ type: DataType, required: Bool = false) -> FieldDeclaration
  {
    FieldDeclaration(id: id, label: Label(zh: zh, en: id), type: type, isRequired: required)
  }

  static func type(of field: String, in entity: EntityDeclaration) -> DataType {
    let fields = entity.fields + (entity.extends == nil ? [] : unit.fields)
    return fields.first { $0.id == field }?.type ?? .text
  }

  static func context(_ command: String = "test", person: String = "张三") -> ChangeContext {
    ChangeContext(
      person: person, login: "zhang", time: Timestamp(seconds: 1_732_000_000, offset: 28_800),
      command: command)
  }

  /// What a received file holds, and its digest.
  static let received = "收到的文件\n"
  static let receivedDigest = hex(SHA256.hash(data: Data(received.utf8)))

  static func source(_ file: String, _ fields: [String]) -> SourceRecord {
    SourceRecord(
      file: file, sha256: receivedDigest, copy: "data/\(file)", sheet: "表1",
      header: ["序号"] + fields.map { "列\($0)" },
      mapping: Dictionary(fields.map { ("列\($0)", $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Visits 1…count of unit U1.
  static func visits(_ numbers: ClosedRange<Int>, note: String? = nil) -> [[Value]] {
    numbers.map { number in
      [
        .integer(Int64(number)), CalendarDate(ordinal: 20_000 + number).map(Value.date) ?? .null,
        .decimal(ExactDecimal(units: Int64(number * 25), scale: 2)), .real(Double(number) / 3),
        .boolean(number % 2 == 0), note.map(Value.text) ?? .null,
      ]
    }
  }

  static let visitFields = ["number", "day", "score", "ratio", "done", "note"]

  /// A query as the compiler would give it.
  static func query(_ sql: String, _ columns: [(String, DataType)], parameters: [SQLValue] = [])
    -> CompiledQuery
  {
    CompiledQuery(
      sql: sql, parameters: parameters,
      columns: columns.enumerated().map { index, column in
        ResultColumn(
          column: Column(id: column.0, label: Label(zh: column.0, en: column.0), type: column.1), index: index
        )
      })
  }
}

/// The diagnostic that `body` throws.
func refusal<Result>(
  _ body: () throws -> Result, sourceLocation: SourceLocation = #_sourceLocation
) -> Diagnostic? {
  do {
    _ = try body()
    Issue.record("nothing was refused", sourceLocation: sourceLocation)
    return nil
  } catch let diagnostic as Diagnostic {
    return diagnostic
  } catch let diagnostics as Diagnostics {
    return diagnostics.all.first
  } catch {
    Issue.record("thrown: \(error)", sourceLocation: sourceLocation)
    return nil
  }
}
