import FoundationEssentials
import KitModel

/// Finds the workspace that is meant: the folder given, else the nearest one from the current folder upwards.
struct WorkspaceFinder {
  /// The file that makes a folder a workspace.
  static let marker = "workspace.yaml"

  /// Where the process stands.
  var currentFolder: String
  var fileExists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
  var isFolder: (String) -> Bool = { path in
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The folder of the workspace; nil when none was given and none is found.
  func folder(given: String?) throws -> String? {
    guard let given else { return nearest() }
    let folder = absolute(given)
    if fileExists(folder + "/" + Self.marker) { return folder }
    // Who names the file means its folder.
    if folder.hasSuffix("/" + Self.marker), fileExists(folder) {
      return String(folder.dropLast(Self.marker.count + 1))
    }
    guard fileExists(folder) else { throw Diagnostic(HostMessages.noSuchFolder, ["folder": given]) }
    let message = isFolder(folder) ? HostMessages.notAWorkspace : HostMessages.fileIsNoWorkspace
    throw Diagnostic(message, ["folder": given])
  }

  func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : currentFolder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private func nearest() -> String? {
    var folder = absolute(currentFolder)
    while true {
      if fileExists(folder + "/" + Self.marker) { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}
