import Foundation
import GoldenFile
import KitFormats
import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

/// What a clerk reads about a plugin that is wrong, in both languages: every fault of a manifest, of the set of
/// plugins and of a library's file.
@Suite struct RenderedFaultTests {
  private struct Fault {
    let title: String
    let said: [Diagnostic]
  }

  /// Changes of the good manifest, each wrong in one way.
  private static let manifests: [(from: String, to: String)] = [
    ("api: 1\n", ""), ("api: 1", "api: 7"), ("id: duty\n", "id: Duty!\n"),
    ("library: TownshipDuty", "library: ../evil"), ("library: TownshipDuty\n", ""),
    ("type: date,", "type: dat,"), ("default: 2024-09-01", "default: 2024-13-01"),
    ("id: by-day", "id: unit"), ("label: 履职 派单", "label: 履职|派单"),
    ("effects: [writes]", "effects: [explodes]"), ("version: 1.0.0", "verzion: 1.0.0"),
    ("id: by-day", "id: by day"), ("id: by-day", "id: without"),
    ("type: date, default: 2024-09-01", "type: choice"),
    (
      "required: true, help: {zh: 给谁, en: to whom}}\n      - {id: by-day,",
      "repeated: true, help: {zh: 给谁, en: to whom}}\n      - {id: by-day, positional: true,"
    ), ("version: 1.0.0", "version: 1.0.0\nassessment: {subject: district.unit, places: 9}"),

  ]

  private static func thrown(_ body: () throws -> Void) -> [Diagnostic] {
    do {
      try body()
      return []
    } catch let several as Diagnostics {
      return several.all
    } catch let one as Diagnostic {
      return [one]
    } catch {
      return []
    }
  }

  private static func manifestFaults() -> [Fault] {
    manifests.map { change in
      let text = ManifestTests.good.replacing(change.from, with: change.to)
      return Fault(
        title: change.to.isEmpty ? "- " + change.from : change.to,
        said: thrown { _ = try ManifestReader.read(Array(text.utf8), file: "plugin.yaml") })
    }
  }

  private static func setFaults(_ root: URL) throws -> [Fault] {
    func add(_ id: String, to place: String, _ lines: String, entities: String? = nil) throws {
      let home = root.appending(path: "\(place)/\(id)")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let text =
        "id: \(id)\nlabel: 插件\(id)\nenglish: \(id)\nversion: 1.0.0\napi: 1\nmeaning: {zh: 测试, en: test}\n\(lines)"
      try Data(text.utf8).write(to: home.appending(path: "plugin.yaml"))
      try entities.map { try Data($0.utf8).write(to: home.appending(path: "entities.yaml")) }
    }
    let command = """
      library: Code
      commands:
        - name: c run
          label: 丙 运行
          meaning: {zh: 运行, en: run}
      """
    try add("a", to: "first", "")
    try add("a", to: "second", "")
    try add("b", to: "first", "requires: [z]\n")
    try add("c", to: "first", command)
    try add(
      "d", to: "first", "entities: entities.yaml\n", entities: "entities:\n  - {id: y, label: 乙, kee: [z]}\n")
    let search = PluginSearch(
      places: ["first", "second"].map { .init(folder: root.appending(path: $0).path, origin: .path) })
    let set = PluginSet(search: search, enabled: nil)
    var faults = set.plugins.map { Fault(title: $0.name, said: set.examine($0)) }
    var registry = CommandRegistry()
    faults.append(Fault(title: "enabled: [e]", said: PluginSet(search: search, enabled: ["e"]).remarks))
    faults.append(Fault(title: "register", said: set.register(in: &registry)))
    faults.append(
      Fault(title: "c run", said: thrown { _ = try registry.entry(named: "c run")?.load() }))
    var joined = PluginSet(search: search, enabled: ["a"])
    let text = "entities:\n  - {id: y, label: 乙, key: [x], fields: [{id: x, label: 某, type: ref(nobody)}]}\n"
    joined.add([("forms/表.yaml", try EntityFile.read(Array(text.utf8), plugin: "form", file: "forms/表.yaml"))]
    )
    faults.append(Fault(title: "forms/表.yaml", said: Array(joined.remarks.dropFirst())))
    var own = PluginSearch(places: [])
    try add("own", to: "workspace/plugins", "")
    own.addWorkspace(
      root.appending(path: "workspace").path,
      permissions: PluginPermissions(file: root.appending(path: "plugins.yaml").path))
    faults.append(Fault(title: "workspace/plugins", said: own.remarks))
    try add(
      "f", to: "third", "entities: entities.yaml\n",
      entities: """
        entities:
          - {id: y, label: 乙, key: [x], fields: [{id: x, label: 某, type: ref(nobody)}]}
        """)
    let folder = root.appending(path: "third/g/plugin.yaml")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let third = PluginSet(
      search: PluginSearch(places: [.init(folder: root.appending(path: "third").path, origin: .path)]),
      enabled: nil)
    faults += third.plugins.map { Fault(title: $0.name, said: third.examine($0)) }
    return faults
  }

  /// What `plugin list` says of plugins in every state.
  private static func list(_ root: URL, _ language: UILanguage) throws -> String {
    let place = root.appending(path: "first").path
    let set = PluginSet(
      search: PluginSearch(places: [.init(folder: place, origin: .path)]), enabled: ["a", "c", "d"],
      without: ["a"])
    let context = RecordingContext(language: language)
    guard case .table(let table) = PluginListCommand(plugins: set).run(CommandArguments(), in: context) else {
      return ""
    }
    let formatter = ValueFormatter(language: language)
    let rows = table.rows.map { row in
      zip(row.values, table.columns).map { formatter.text($0, type: $1.type) }.joined(separator: " | ") + "\n"
    }
    return "» plugin list\n" + rows.joined()
  }

  /// A script that stands for the child process. Written beforehand: a file that was just written cannot be run
  /// while another test starts a process.
  private static func child(_ name: String) -> String {
    Shell.root.appending(path: "Tests/PluginTests/Children/\(name)").path
  }

  /// How a trial ends that does not end well.
  private static func trialFaults(_ root: URL) -> [Fault] {
    func tried(_ name: String) -> Fault {
      let trial = PluginTrial(program: child(name), seconds: 1)
      let library = PluginLibrary(path: root.appending(path: "libTried.so").path, name: "Tried")
      return Fault(title: name, said: thrown { _ = try trial.commandNames(of: library) })
    }
    func loaded(_ path: String) -> Fault {
      Fault(
        title: "load \(path.split(separator: "/").last ?? "")",
        said: thrown { _ = try PluginLibrary(path: path, name: "Tried").load() })
    }
    return [
      tried("crashes"), tried("hangs"), tried("refuses"),
      loaded(root.appending(path: "libScript.so").path),
      loaded(Shell.products.appending(path: "libWorkbenchKit.so").path),
    ]
  }

  /// A library that lacks a command of its manifest, and a plugin that is made.
  private static func commandFaults(_ root: URL) throws -> [Fault] {
    let library = root.appending(path: "libEmpty.so")
    try Data(LibraryCheckTests.elf(section: "dudao_stamp", content: LibraryCheckTests.stamp)).write(
      to: library)
    let loader = PluginLoader(
      library: PluginLibrary(path: library.path, name: "Empty"),
      manifest: try ManifestReader.read(Array(ManifestTests.good.utf8), file: "plugin.yaml"),
      trial: PluginTrial(program: child("has-no-commands"), seconds: 20))
    func new(_ executable: String) -> Fault {
      let values = ["name": "Fresh", "in": root.path].mapValues { [CommandArguments.Item(.text($0))] }
      return Fault(
        title: "plugin new Fresh",
        said: thrown {
          let command = PluginNewCommand(executable: executable)
          let result = try command.run(CommandArguments(items: values), in: RecordingContext())
          if case .notice(let notice, _) = result { throw notice }
        })
    }
    return [
      Fault(title: "assign", said: thrown { try loader.rehearse() }), new("/usr/bin/dudao"),
      new(Shell.products.appending(path: "dudao").path),
    ]
  }

  private static func libraryFaults(_ root: URL) throws -> [Fault] {
    func check(_ name: String, _ bytes: [UInt8]?) throws -> Fault {
      let file = root.appending(path: "lib\(name).so")
      try bytes.map { try Data($0).write(to: file) }
      return Fault(
        title: "lib\(name).so", said: thrown { try PluginLibrary(path: file.path, name: name).check() })
    }
    var other = LibraryCheckTests.stamp
    other[31] ^= 1
    let unstamped = try Array(Data(contentsOf: URL(filePath: "/bin/true")))
    return [
      try check("Missing", nil), try check("Script", Array("#!/bin/sh\n".utf8)),
      try check("Unstamped", unstamped),
      try check("Other", LibraryCheckTests.elf(section: "dudao_stamp", content: other)),
      Fault(
        title: "plugin new 3x",
        said: thrown { _ = try PluginScaffold(name: "3x", label: nil, kit: "/kit") }),
      Fault(
        title: "plugin new",
        said: thrown {
          let scaffold = try PluginScaffold(name: "Twice", label: nil, kit: "/kit")
          _ = try scaffold.write(into: root.path)
          _ = try scaffold.write(into: root.path)
        }),
      Fault(
        title: "plugin new",
        said: thrown { _ = try PluginScaffold(name: "Nowhere", label: nil, kit: "/kit").write(into: "/proc") }
      ),
    ]
  }

  @Test(arguments: UILanguage.allCases) func everyFaultReadsAsItShould(language: UILanguage) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let renderer = DiagnosticRenderer(language: language)
    let faults =
      try Self.manifestFaults() + Self.setFaults(root) + Self.libraryFaults(root) + Self.trialFaults(root)
      + Self.commandFaults(root)
    let list = try Self.list(root, language)
    let text =
      faults.map { fault in
        "» \(fault.title)\n" + fault.said.map { renderer.text($0) + "\n" }.joined()
      }.joined(separator: "\n") + "\n" + list
    let steady = text.replacing(root.path, with: "<folder>").replacing(Shell.root.path, with: "<dudao>")
      .replacing(/[0-9a-f]{12,}/, with: "<stamp>")
    let golden = GoldenFile("faults.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: steady) == steady)
  }
}
