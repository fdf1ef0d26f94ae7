import KitModel
import KitWorkspace

/// Where plugins are looked for, in the order in which the first of one id wins.
public struct PluginSearch: Sendable {
  public struct Place: Hashable, Sendable {
    public var folder: String
    public var origin: Origin
  }

  public enum Origin: String, Sendable {
    /// `DUDAO_PLUGIN_PATH`.
    case path
    /// Beside the installed workbench.
    case installed
    /// The source tree in which the workbench was built.
    case sources
    /// The workspace's own `plugins/`.
    case workspace
  }

  public var places: [Place]
  /// Where built libraries of the source tree lie.
  public var libraryFolder: String?
  /// Faults of the search itself.
  public var remarks: [Diagnostic] = []

  public init(places: [Place], libraryFolder: String? = nil) {
    self.places = places
    self.libraryFolder = libraryFolder
  }

  /// The places for a workbench at `executable` (its real path): `DUDAO_PLUGIN_PATH`, then
  /// `../lib/dudao/plugins`; a workbench that lies in a `.build` folder also finds `Plugins/` beside it.
  public static func standard(executable: String, environment: (String) -> String?) -> PluginSearch {
    var places = (environment("DUDAO_PLUGIN_PATH") ?? "").split(separator: ":")
      .map { Place(folder: String($0), origin: .path) }
    let parts = executable.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    places.append(Place(folder: folder + "/../lib/dudao/plugins", origin: .installed))
    if let build = parts.lastIndex(of: ".build") {
      let root = parts[..<build].joined(separator: "/")
      places.append(Place(folder: root + "/Plugins", origin: .sources))
    }
    return PluginSearch(places: places, libraryFolder: folder)
  }

  /// Adds the workspace's own `plugins/`, if the person has allowed that workspace; else says that it is there.
  public mutating func addWorkspace(_ folder: String, permissions: PluginPermissions) {
    let own = folder + "/plugins"
    guard !SmallFile.names(in: own).isEmpty else { return }
    if permissions.allows(folder) {
      places.append(Place(folder: own, origin: .workspace))
    } else {
      remarks.append(
        Diagnostic(
          PluginMessages.workspaceNotAllowed, ["folder": own, "file": permissions.file], severity: .note))
    }
  }

  /// A manifest that was found, and where its library may lie.
  struct Candidate: Hashable {
    var manifest: String
    var origin: Origin
    var libraryFolders: [String]
  }

  /// All manifests: `<place>/plugin.yaml`, `<place>/<Name>/plugin.yaml` with the library beside it, and
  /// `<place>/<package>_<target>.resources/plugin.yaml` with the library in the place itself, as SwiftPM lays
  /// them out.
  func candidates() -> [Candidate] {
    places.flatMap { place -> [Candidate] in
      let built = place.origin == .sources ? [libraryFolder].compactMap { $0 } : []
      let folders =
        [place.folder]
        + SmallFile.names(in: place.folder).filter { !$0.hasPrefix(".") }.map { place.folder + "/" + $0 }
      return folders.compactMap { folder in
        let manifest = folder + "/plugin.yaml"
        guard SmallFile.exists(manifest) else { return nil }
        let beside = folder.hasSuffix(".resources") ? [place.folder] : [folder]
        return Candidate(manifest: manifest, origin: place.origin, libraryFolders: beside + built)
      }
    }
  }
}
