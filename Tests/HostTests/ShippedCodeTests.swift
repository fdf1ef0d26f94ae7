import PluginAPI
import Testing

@testable import District

/// The plugins of this source tree that have code keep to the rules.
@Suite("Plugins with code")
struct ShippedCodeTests {
  @Test("Declared and written commands agree, in both languages, with examples")
  func keepsToTheRules() {
    let manifest = SampleWorkspace.root + "/Plugins/District/plugin.yaml"
    #expect(PluginConformance.faults(of: District(), manifest: manifest) == [])
  }
}
