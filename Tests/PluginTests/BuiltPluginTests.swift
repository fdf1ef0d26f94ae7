import Foundation
import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

/// A plugin made by the scaffold in a package outside the project: built, loaded, run; and what comes of one that
/// is wrong.
@Suite(.serialized) struct BuiltPluginTests {
  /// A folder of installed plugins, one folder for each.
  private struct Installation {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plugins-\(UUID().uuidString)")

    /// Puts the scaffold's plugin there under another name, changed by `change`.
    func add(_ id: String, library: URL?, _ change: (String) -> String = { $0 }) throws {
      let built = try BuiltPlugin.shared.get()
      let home = folder.appending(path: id)
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let text = try String(contentsOf: built.resources.appending(path: "plugin.yaml"), encoding: .utf8)
        .replacing("trial_area", with: id).replacing("label: 试点", with: "label: \(id)")
      try change(text).write(to: home.appending(path: "plugin.yaml"), atomically: true, encoding: .utf8)
      try String(contentsOf: built.resources.appending(path: "entities.yaml"), encoding: .utf8)
        .replacing("label: 试点记录", with: "label: \(id)记录").replacing("TrialArea note", with: "\(id) note")
        .write(to: home.appending(path: "entities.yaml"), atomically: true, encoding: .utf8)
      if let library {
        try FileManager.default.copyItem(at: library, to: home.appending(path: library.lastPathComponent))
      }
    }

    func set() -> PluginSet {
      let cache = PluginCache(folder: folder.appending(path: ".cache").path)
      return PluginSet(
        search: PluginSearch(places: [.init(folder: folder.path, origin: .path)]), enabled: nil,
        trial: PluginTrial(program: Shell.products.appending(path: "dudao").path, cache: cache))
    }
  }

  private func reasons(_ set: PluginSet, _ id: String) throws -> [String] {
    set.examine(try #require(set.plugins.first { $0.file.contains("/\(id)/") })).map(\.message.id)
  }

  @Test func theScaffoldBuildsAndItsCommandRuns() throws {
    let built = try BuiltPlugin.shared.get()
    let search = PluginSearch(places: [.init(folder: built.products.path, origin: .path)])
    let set = PluginSet(
      search: search, enabled: ["试点"],
      trial: PluginTrial(program: Shell.products.appending(path: "dudao").path))
    #expect(set.plugins.map(\.name) == ["trial_area"])
    #expect(set.plugins.map(\.faults) == [[]])
    #expect(set.declarations["trial_area.note"]?.label.zh == "试点记录")
    var registry = CommandRegistry()
    #expect(set.register(in: &registry).isEmpty)
    let entry = try #require(registry.entry(named: "试点 小结"))
    #expect(entry.declaration.mayBeSource)
    let command = try entry.load()
    let context = RecordingContext()
    guard case .table(let table) = try command.run(CommandArguments(), in: context) else {
      Issue.record("the command gave no table")
      return
    }
    #expect(table.rows == [Table.Row([.text("answered")])])
    #expect(context.queries == ["trial_area.note | group state { number = count() }"])
  }

  @Test func theScaffoldsOwnTestsPass() throws {
    let built = try BuiltPlugin.shared.get()
    let run = try Shell.run(
      "swift",
      [
        "test", "--skip-build", "--package-path", built.package.path, "--scratch-path",
        Shell.root.appending(path: ".build/plugin-tests").path,
      ])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("1 test"), "\(run.output)")
  }

  @Test func whatIsWrongWithOnePluginDisablesThatOneWithAReason() throws {
    let built = try BuiltPlugin.shared.get()
    let place = Installation()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    try place.add("good", library: built.library)
    try place.add("api_of_tomorrow", library: built.library) { $0.replacing("api: 1", with: "api: 2") }
    try place.add("broken_manifest", library: built.library) { $0.replacing("id: ", with: "id: [") }
    try place.add("no_library", library: nil)
    try place.add("traps", library: built.trappingLibrary) {
      $0.replacing("library: TrialArea", with: "library: Trapping")
    }
    try place.add("other_stamp", library: nil)
    try damagedCopy(of: built.library).write(to: place.folder.appending(path: "other_stamp/libTrialArea.so"))
    try place.add("no_entry", library: built.library) {
      $0.replacing("library: TrialArea", with: "library: Renamed")
    }
    try FileManager.default.moveItem(
      at: place.folder.appending(path: "no_entry/libTrialArea.so"),
      to: place.folder.appending(path: "no_entry/libRenamed.so"))

    let set = place.set()
    #expect(set.plugins.count == 7)
    #expect(try reasons(set, "api_of_tomorrow") == ["plugin.api-other"])
    #expect(try reasons(set, "broken_manifest") == ["workspace.yaml-unclosed"])
    #expect(try reasons(set, "no_library") == ["plugin.library-missing"])
    #expect(try reasons(set, "other_stamp") == ["plugin.stamp-other"])
    #expect(try reasons(set, "traps") == ["plugin.trial-died"])
    #expect(try reasons(set, "no_entry") == ["plugin.trial-refused"])

    // What the code of a plugin lacks does not hide its data; a plugin that cannot be understood has none.
    #expect(set.declarations["traps.note"] != nil && set.declarations["no_library.note"] != nil)
    #expect(set.declarations["api_of_tomorrow.note"] == nil && set.declarations["good.note"] != nil)

    var registry = CommandRegistry()
    _ = set.register(in: &registry)
    let trapping = try #require(registry.entry(named: "traps summary"))
    #expect(throws: Diagnostic.self) { try trapping.load() }
    let missing = try #require(registry.entry(named: "no_library summary"))
    #expect(throws: Diagnostics.self) { try missing.load() }
  }

  @Test func theWorkbenchRunsTheGoodPluginsExamplesAndNamesWhatIsWrongWithTheOthers() throws {
    let built = try BuiltPlugin.shared.get()
    let place = Installation()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    // Its library knows its commands by this id.
    try place.add("trial_area", library: built.library)
    try place.add("api_of_tomorrow", library: built.library) { $0.replacing("api: 1", with: "api: 2") }
    try place.add("broken_manifest", library: built.library) { $0.replacing("id: ", with: "id: [") }
    try place.add("no_library", library: nil)
    try place.add("other_stamp", library: nil)
    try damagedCopy(of: built.library).write(to: place.folder.appending(path: "other_stamp/libTrialArea.so"))
    try place.add("traps", library: built.trappingLibrary) {
      $0.replacing("library: TrialArea", with: "library: Trapping")
    }
    let desk = try Workbench(
      plugins: place.folder, enabling: ["trial_area", "no_library", "other_stamp", "traps"])

    let filled = try desk.run(
      "[number, text, state; \"1\", \"甲\", \"未办\"; \"2\", \"乙\", \"未办\"] | into trial_area.note")
    #expect(filled.status == 0, "\(filled.errors)")
    for example in try #require(place.set().named("trial_area")?.manifest?.commands.first?.examples) {
      let run = try desk.run(example.text)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output == "{\"state\":\"未办\",\"number\":2}\n", "\(run.output)")
    }
    #expect(try desk.run("trial_area summary | select number").output == "{\"number\":2}\n")
    #expect(try desk.run("trial_area summary --state 未瓣").status == 2)

    for id in ["no_library", "other_stamp", "traps"] {
      let run = try desk.run("\(id) summary")
      #expect(run.status != 0 && !run.errors.isEmpty, "\(id)")
      // The data of a plugin whose library cannot be used stays open.
      let counted = try desk.run("\(id).note | count")
      #expect(counted.output == "{\"count\":0}\n", "\(id): \(counted.errors)")
    }
    let doctor = try desk.run("plugin doctor")
    #expect(doctor.status == 1)
    for id in ["api_of_tomorrow", "broken_manifest", "no_library", "other_stamp", "traps"] {
      #expect(doctor.output.contains(id), "\(id): \(doctor.output)")
    }
    #expect(doctor.output.contains("Fatal error") || doctor.output.contains("trap"), "\(doctor.output)")
  }

  @Test func howATrialEndedIsKeptForTheFile() throws {
    let built = try BuiltPlugin.shared.get()
    let place = Installation()
    defer { try? FileManager.default.removeItem(at: place.folder) }
    try place.add("traps", library: built.trappingLibrary) {
      $0.replacing("library: TrialArea", with: "library: Trapping")
    }
    let first = place.set()
    #expect(try reasons(first, "traps") == ["plugin.trial-died"])
    var second = place.set()
    second.trial.program = "/nonexistent/program"
    #expect(try reasons(second, "traps") == ["plugin.trial-died"])
    second.trial.cache = nil
    #expect(try reasons(second, "traps") == ["plugin.trial-refused"])
  }

  /// The library with another stamp in its section.
  private func damagedCopy(of library: URL) throws -> Data {
    var bytes = [UInt8](try Data(contentsOf: library))
    let stamp = BuildStamp.current.words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    let place = try #require(bytes.firstRange(of: stamp))
    bytes[place.lowerBound] ^= 0xFF
    return Data(bytes)
  }
}
