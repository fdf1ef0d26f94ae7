import Foundation
import KitModel
import KitStore
import WorkbookMaker

@testable import KitWorkspace

/// Something that a clerk does, and what is said of it.
struct Scene: Sendable {
  let title: String
  let said: @Sendable () throws -> [Diagnostic]

  init(_ title: String, _ said: @escaping @Sendable () throws -> [Diagnostic]) {
    self.title = title
    self.said = said
  }

  /// What a body returns, or what it throws.
  static func answer(_ body: () throws -> [Diagnostic]) -> [Diagnostic] { RefusalGoldenTests.all(body) }
}

/// A small workspace, for one scene.
final class SceneWorkspace {
  private let office: ImporterTests.Office

  var scratch: ScratchWorkspace { office.scratch }
  var workspace: Workspace { office.workspace }

  init(_ declarations: String = RefusalGoldenTests.wide) throws {
    office = try ImporterTests.Office(declarations: declarations)
  }

  /// Imports a file of these bytes; what is said of it.
  @discardableResult
  func take(
    _ bytes: [UInt8], _ entity: String = "unit", name: String = "名单.xlsx",
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    let path = scratch.folder.data + "/" + name
    try Data(bytes).write(to: URL(filePath: path))
    let importer = workspace.importer()
    var request = ImportRequest(path: path, entity: try importer.entity(named: entity))
    change(&request)
    return try importer.run(try importer.prepare(request), context: scratch.context).allRemarks()
  }

  @discardableResult
  func take(
    _ text: String, _ entity: String = "unit", name: String = "名单.csv",
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    try take(Array(text.utf8), entity, name: name, change)
  }

  /// Opens files that lie together.
  func open(_ files: [(name: String, text: String)], _ pattern: String) throws -> [Diagnostic] {
    for file in files { try scratch.keep(file.name, file.text) }
    return try workspace.opener().open(OpenRequest(path: scratch.folder.data + "/" + pattern)).remarks
  }
}

extension SceneWorkspace {
  /// Opens a workbook.
  func open(_ book: WorkbookMaker) throws -> [Diagnostic] {
    let path = scratch.folder.data + "/名单.xlsx"
    try Data(book.bytes).write(to: URL(filePath: path))
    return try workspace.opener().open(OpenRequest(path: path)).remarks
  }
}

/// Cells of a workbook in a row of it.
enum SheetXML {
  static func row(_ cells: String..., attributes: String = "") -> String {
    "<row \(attributes)>" + cells.joined() + "</row>"
  }

  static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
  static func number(_ number: String, style: Int = 0) -> String { "<c s=\"\(style)\"><v>\(number)</v></c>" }
  static func error(_ code: String) -> String { "<c t=\"e\"><v>\(code)</v></c>" }
  static func formula(_ formula: String) -> String { "<c><f>\(formula)</f></c>" }

  static func texts(_ texts: String...) -> String {
    "<row>" + texts.map { text($0) }.joined() + "</row>"
  }
}
