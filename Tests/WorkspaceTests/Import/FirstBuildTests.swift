import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// A sample's store whose building was broken off goes on where it was.
@Suite struct FirstBuildTests {
  private static let configuration = """
    title: 试验
    school_year: 2024-2025
    imports:
      - {file: data/单位.csv, into: unit}
      - {file: data/新 学校.csv, into: school}
      - {file: data/更多.csv, into: school}
    """

  /// A workspace with three files, the second of which can be made to stop the building.
  private func office(_ body: (Workspace, ScratchWorkspace) throws -> Void) throws {
    let scratch = try ScratchWorkspace(configuration: Self.configuration)
    defer { scratch.remove() }
    let file = try EntityFile.read(
      Array(ImporterTests.declarations.utf8), plugin: "p", file: "entities.yaml")
    try scratch.keep("单位.csv", "代码,名称,类别\n01,青石镇,乡镇\n")
    try scratch.keep("新 学校.csv", ImporterTests.two)
    try scratch.keep("更多.csv", "代码,名称,学段\n0003,丙小学,小学\n")
    let workspace = try scratch.open(try DeclarationSet(joining: [("entities.yaml", file)]))
    defer { try? workspace.store.close() }
    try body(workspace, scratch)
  }

  /// Breaks the building off after one file.
  private func breakOff(_ workspace: Workspace, _ context: ChangeContext) {
    var done = 0
    var hooks = ImportHooks()
    nonisolated(unsafe) var stops = false
    hooks.checkCancellation = { if stops { throw CancellationError() } }
    #expect(throws: CancellationError.self) {
      try workspace.rebuild(context: context, hooks: hooks) { _ in
        done += 1
        stops = true
      }
    }
    #expect(done == 1)
  }

  private func commands(_ build: FirstBuild) -> [String] {
    switch build {
    case .done: []
    case .open(let entries), .leftOpen(let entries): entries.map(\.command)
    }
  }

  @Test func whatIsMissingIsImportedNextTime() throws {
    try office { workspace, scratch in
      #expect(commands(try workspace.firstBuild).count == 3)
      breakOff(workspace, scratch.context)
      let build = try workspace.firstBuild
      #expect(
        commands(build) == ["import \"data/新 学校.csv\" --into school", "import data/更多.csv --into school"])
      guard case .open(let missing) = build else {
        Issue.record("\(build)")
        return
      }
      try workspace.rebuild(missing, context: scratch.context)
      #expect(try workspace.firstBuild == .done)
      #expect(try workspace.store.chainHead()?.change == 3)
      // What is undone after it was finished stays undone.
      _ = try workspace.store.undo(3, withLater: false, isDryRun: false, context: scratch.context)
      #expect(try workspace.firstBuild == .done)
    }
  }

  @Test func afterOtherChangesItIsOnlySaid() throws {
    try office { workspace, scratch in
      breakOff(workspace, scratch.context)
      _ = try workspace.store.undo(1, withLater: false, isDryRun: false, context: scratch.context)
      guard case .leftOpen(let missing) = try workspace.firstBuild else {
        Issue.record("it would go on")
        return
      }
      #expect(missing.map(\.file) == ["data/新 学校.csv", "data/更多.csv"])
    }
  }

  @Test func aWorkspaceBegunByHandIsLeftAlone() throws {
    try office { workspace, scratch in
      let importer = workspace.importer()
      let request = ImportRequest(
        path: scratch.folder.data + "/单位.csv", entity: try importer.entity(named: "unit"))
      _ = try importer.run(try importer.prepare(request), context: scratch.context)
      #expect(try workspace.firstBuild == .done)
    }
  }
}
