import Foundation
import KitModel
import KitWorkspace
import Testing

@testable import PluginAPI

/// Which plugins are found, which are used, and what they bring together.
@Suite struct PluginSetTests {
  /// Folders of plugins of data alone, made for one test.
  private final class Folders {
    let root = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: root) }

    @discardableResult
    func add(
      _ id: String, to place: String = "plugins", requires: [String] = [], entities: String? = nil
    ) throws -> String {
      let home = root.appending(path: "\(place)/\(id)")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let manifest = """
        id: \(id)
        label: 插件\(id)
        english: \(id)
        version: 1.0.0
        api: 1
        requires: [\(requires.joined(separator: ", "))]
        \(entities == nil ? "" : "entities: entities.yaml")
        meaning: {zh: 测试用, en: for tests}
        """
      try manifest.write(to: home.appending(path: "plugin.yaml"), atomically: true, encoding: .utf8)
      try entities?.write(to: home.appending(path: "entities.yaml"), atomically: true, encoding: .utf8)
      return root.appending(path: place).path
    }

    func search(_ places: (String, PluginSearch.Origin)...) -> PluginSearch {
      PluginSearch(places: places.map { .init(folder: root.appending(path: $0.0).path, origin: $0.1) })
    }
  }

  private static func entity(_ id: String, label: String) -> String {
    """
    entities:
      - id: \(id)
        label: \(label)
        english: \(id)
        key: [code]
        fields:
          - {id: code, label: 代码, english: Code, type: text, required: true}
    """
  }

  private func states(_ set: PluginSet) -> [String: Plugin.State] {
    Dictionary(set.plugins.map { ($0.name, $0.state) }) { first, _ in first }
  }

  @Test func onlyWhatTheWorkspaceEnablesIsUsed() throws {
    let folders = Folders()
    try folders.add("a", entities: Self.entity("x", label: "甲"))
    try folders.add("b", entities: Self.entity("y", label: "乙"))
    let set = PluginSet(search: folders.search(("plugins", .installed)), enabled: ["插件a"])
    #expect(states(set) == ["a": .dataOnly])
    #expect(set.declarations["a.x"] != nil && set.declarations["b.y"] == nil)
    #expect(set.remarks.isEmpty)
  }

  @Test func anEnabledPluginThatIsNotThereIsSaid() throws {
    let folders = Folders()
    try folders.add("a")
    let set = PluginSet(search: folders.search(("plugins", .installed)), enabled: ["a", "duty"])
    #expect(set.remarks.map(\.message.id) == ["plugin.not-installed"])
    #expect(set.remarks.first?.arguments["name"] == "duty")
  }

  @Test func whatIsLeftOutTakesThoseAlongThatRequireIt() throws {
    let folders = Folders()
    try folders.add("a")
    try folders.add("b", requires: ["a"])
    try folders.add("c", requires: ["b"])
    let search = folders.search(("plugins", .installed))
    #expect(states(PluginSet(search: search, enabled: nil)).values.allSatisfy { $0 == .dataOnly })
    let set = PluginSet(search: search, enabled: nil, without: ["A"])
    #expect(set.inUse.isEmpty)
    #expect(set.plugins[1].faults.map(\.message.id) == ["plugin.requirement-missing"])
    #expect(set.plugins[2].faults.first?.arguments["names"] == "b")
    // Leaving one out is no fault; that others fall with it has to be said.
    #expect(set.remarks.map(\.message.id) == ["plugin.requirement-missing", "plugin.requirement-missing"])
  }

  @Test func theFirstOfTwoWithOneIdIsUsed() throws {
    let folders = Folders()
    try folders.add("a", to: "first")
    try folders.add("a", to: "second")
    let set = PluginSet(search: folders.search(("first", .path), ("second", .installed)), enabled: nil)
    #expect(set.inUse.map(\.file).count == 1)
    #expect(set.inUse.first?.file.contains("/first/") == true)
    #expect(set.plugins[1].faults.first?.arguments["first"]?.contains("/first/") == true)
  }

  @Test func wrongDeclarationsDisableTheirPluginAlone() throws {
    let folders = Folders()
    try folders.add("a", entities: Self.entity("x", label: "甲"))
    try folders.add("b", entities: "entities:\n  - {id: y, label: 乙, kee: [z]}\n")
    let set = PluginSet(search: folders.search(("plugins", .installed)), enabled: nil)
    #expect(states(set) == ["a": .dataOnly, "b": .disabled])
    #expect(set.plugins[1].faults.contains { $0.location?.row == 2 })
    #expect(set.declarations["a.x"] != nil)
  }

  @Test func aReferenceThatLeadsNowhereDisablesThePluginThatMakesIt() throws {
    let folders = Folders()
    try folders.add("a", entities: Self.entity("x", label: "甲"))
    let lost = Self.entity("y", label: "乙") + "\n      - {id: to, label: 到, english: To, type: ref(b.none)}\n"
    try folders.add("b", entities: lost)
    let set = PluginSet(search: folders.search(("plugins", .installed)), enabled: nil)
    #expect(states(set) == ["a": .dataOnly, "b": .disabled])
    #expect(set.declarations["a.x"] != nil && set.declarations["b.y"] == nil)
  }

  @Test func aWorkspaceBringsNoPluginsUnlessThePersonAllowsIt() throws {
    let folders = Folders()
    try folders.add("own", to: "workspace/plugins")
    let workspace = folders.root.appending(path: "workspace").path
    let file = folders.root.appending(path: "plugins.yaml")

    var refused = PluginSearch(places: [])
    refused.addWorkspace(workspace, permissions: PluginPermissions(file: file.path))
    #expect(refused.places.isEmpty)
    #expect(refused.remarks.map(\.message.id) == ["plugin.workspace-not-allowed"])

    try "allow:\n  - \(workspace)/../workspace/\n".write(to: file, atomically: true, encoding: .utf8)
    var allowed = PluginSearch(places: [])
    allowed.addWorkspace(workspace, permissions: PluginPermissions(file: file.path))
    #expect(PluginSet(search: allowed, enabled: nil).plugins.map(\.name) == ["own"])

    try "allow: {all: true}\n".write(to: file, atomically: true, encoding: .utf8)
    let wrong = PluginPermissions(file: file.path)
    #expect(!wrong.allows(workspace) && !wrong.faults.isEmpty)
  }

  @Test func theSourceTreeIsFoundFromTheBuiltWorkbench() {
    let built = PluginSearch.standard(executable: "/home/li/dudao/.build/x/debug/dudao") {
      $0 == "DUDAO_PLUGIN_PATH" ? "/one:/two" : nil
    }
    #expect(
      built.places.map(\.folder) == [
        "/one", "/two", "/home/li/dudao/.build/x/debug/../lib/dudao/plugins", "/home/li/dudao/Plugins",
      ])
    let installed = PluginSearch.standard(executable: "/usr/local/bin/dudao") { _ in nil }
    #expect(installed.places.map(\.origin) == [.installed])
  }
}
