import Foundation
import KitModel
import Testing

@testable import PluginAPI

/// The plugins of this source tree keep to the rules.
@Suite struct ShippedPluginTests {
  static let manifests: [String] = {
    let folder = Shell.root.appending(path: "Plugins").path
    return SmallFile.names(in: folder).map { folder + "/" + $0 + "/plugin.yaml" }.filter(SmallFile.exists)
  }()

  @Test(arguments: manifests) func aPluginOfDataKeepsToTheRules(manifest: String) throws {
    let bytes = try #require(SmallFile.read(manifest))
    guard try ManifestReader.read(bytes, file: manifest).library == nil else { return }
    #expect(PluginConformance.faults(of: nil, manifest: manifest) == [])
  }

  @Test func allOfThemJoin() {
    let search = PluginSearch(
      places: [.init(folder: Shell.root.appending(path: "Plugins").path, origin: .sources)],
      libraryFolder: Shell.products.path)
    let set = PluginSet(search: search, enabled: nil)
    #expect(set.plugins.map(\.faults) == set.plugins.map { _ in [] })
    #expect(set.declarations["district.school"]?.label.zh == "学校")
  }
}
