import KitModel
import KitRubrics
import KitWorkspace

/// A plugin as it was found: what it says of itself, and whether it can be used.
public struct Plugin: Sendable {
  /// Nil when the manifest cannot be read.
  public var manifest: PluginManifest?
  /// The file `plugin.yaml`.
  public var file: String
  public var origin: PluginSearch.Origin
  /// Why something of it cannot be used.
  public var faults: [Diagnostic] = []
  var content = EntityFile()
  var library: PluginLibrary?
  /// Nothing of it is used: its manifest or its data is wrong, or it was left out.
  var isDisabled = false

  public enum State: Sendable {
    case ready
    case dataOnly
    /// Its data can be queried, its commands cannot be run.
    case codeDisabled
    case disabled
  }

  public var state: State {
    if isDisabled || manifest == nil { return .disabled }
    if !faults.isEmpty { return .codeDisabled }
    return manifest?.library == nil ? .dataOnly : .ready
  }

  /// What to call it: its id, else the folder in which it lies.
  public var name: String {
    manifest?.id ?? file.split(separator: "/").dropLast().last.map(String.init) ?? file
  }

  var folder: String { String(file.dropLast("/plugin.yaml".count)) }

  /// What it assesses with; nil: it does not.
  var assessment: Assessment? {
    guard let manifest, let declaration = manifest.assessment else { return nil }
    return Assessment(plugin: manifest.id, label: manifest.label, folder: folder, declaration: declaration)
  }

  mutating func disable(_ reasons: [Diagnostic]) {
    faults += reasons
    isDisabled = true
  }
}
