import Foundation
import Testing

/// Reads the source tree itself: who imports whom, how long files are, what must not stand in them.
@Suite struct LayoutTests {
  /// Which modules each module may import, as `docs/architecture.md` says.
  static let allowed: [String: Set<String>] = [
    "Model": [],
    "Language": ["KitModel"],
    "Query": ["KitModel", "KitLanguage"],
    "Store": ["KitModel", "KitLanguage", "KitQuery"],
    "Formats": ["KitModel"],
    "Documents": ["KitModel", "KitFormats"],
    "Workspace": ["KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats"],
    "Papers": [
      "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
    ],
    "Rubrics": [
      "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
      "KitPapers",
    ],
    "Archive": [
      "KitModel", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace", "KitPapers", "KitRubrics",
    ],
    "PluginAPI": [
      "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
      "KitPapers", "KitRubrics",
    ],
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func swiftFiles(below folder: String) -> [URL] {
    let start = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else {
      return []
    }
    return walk.compactMap { $0 as? URL }.filter {
      $0.pathExtension == "swift" && !$0.path.contains("/.build/")
    }
  }

  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count else {
        return nil
      }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }

  @Test(arguments: allowed.keys.sorted()) func noModuleImportsOneAboveIt(folder: String) throws {
    let files = Self.swiftFiles(below: "Sources/WorkbenchKit/\(folder)")
    #expect(!files.isEmpty)
    let kit = Set(Self.allowed.keys.map { $0 == "PluginAPI" ? $0 : "Kit\($0)" })
    // The templates of a new plugin are Swift in a Swift file, and import the API.
    let itself = folder == "PluginAPI" ? folder : "Kit\(folder)"
    for file in files {
      let forbidden = try Self.imports(of: file).filter {
        kit.contains($0) && $0 != itself && !(Self.allowed[folder] ?? []).contains($0)
      }
      #expect(forbidden.isEmpty, "\(file.lastPathComponent) imports \(forbidden)")
    }
  }

  @Test func onlyStoreKnowsTheDatabase() throws {
    for file in Self.swiftFiles(below: "Sources") + Self.swiftFiles(below: "Plugins") {
      if file.path.contains("/WorkbenchKit/Store/") { continue }
      let imported = try Self.imports(of: file)
      #expect(!imported.contains("GRDB") && !imported.contains("GRDBSQLite"), "\(file.lastPathComponent)")
    }
  }

  @Test func noFileIsOverSixHundredLines() throws {
    for file in Self.swiftFiles(below: "Sources") + Self.swiftFiles(below: "Plugins") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 601, "\(file.lastPathComponent) has \(lines.count) lines")
    }
  }

  /// Fuzz targets are built by a script of their own, which no test runs.
  @Test(arguments: ["Csv", "Language", "Xlsx"]) func fuzzTargetsHaveTheirSources(target: String) throws {
    // The language is a module of its own and needs no list.
    if target == "Language" { return }
    let text = try String(contentsOf: Self.root.appending(path: "Fuzz/\(target)/sources"), encoding: .utf8)
    #expect(!text.isEmpty)
    for file in text.split(separator: "\n") {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: file).path), "\(file)")
    }
  }

  @Test func noTrapIsWritten() throws {
    let traps = [
      "try" + "!", "as" + "! ", "fatalError" + "(", "precondition" + "Failure(", "precondition" + "(",
    ]
    for file in Self.swiftFiles(below: "Sources") + Self.swiftFiles(below: "Plugins") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for trap in traps { #expect(!text.contains(trap), "\(file.lastPathComponent) holds \(trap)") }
    }
  }
}
