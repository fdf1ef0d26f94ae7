import FoundationEssentials
import KitModel

/// Finds the script that is meant, with or without its ending: a bare name in `scripts/` of the workspace first, so that
/// what recurs is the same wherever it is started; a path where the process stands first.
struct ScriptFinder {
  static let ending = ".dd"

  var currentFolder: String
  /// `scripts/` of the workspace, if one is open.
  var scripts: String?

  /// The path of the file. Throws near names when there is none.
  func file(_ name: String) throws -> String {
    let here = WorkspaceFinder(currentFolder: currentFolder).absolute(name)
    let inside = scripts.map { $0 + "/" + name }
    let places = name.contains("/") ? [here, inside] : [inside, here]
    for path in places.compactMap({ $0 }).flatMap({ [$0, $0 + Self.ending] }) {
      var isFolder = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder { return path }
    }
    let near = Nearness.suggestions(for: name, among: names)
    throw Diagnostic(
      near.isEmpty ? HostMessages.noScript : HostMessages.noScriptNear,
      [
        "name": name, "near": near.joined(separator: "、"), "nearEn": near.joined(separator: ", "),
      ])
  }

  /// The scripts of the workspace by name, without ending.
  var names: [String] {
    guard let scripts, let files = try? FileManager.default.contentsOfDirectory(atPath: scripts) else {
      return []
    }
    return files.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) }.sorted()
  }

  /// The text of a script.
  static func text(_ path: String, shown: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(HostMessages.scriptUnreadable, ["file": shown])
    }
    return try text([UInt8](data), shown: shown)
  }

  static func text(_ bytes: [UInt8], shown: String) throws -> String {
    // A byte order mark is what Windows' editor leaves at the beginning of a text file.
    let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bare, as: UTF8.self) else {
      throw Diagnostic(HostMessages.scriptNotText, ["file": shown])
    }
    return text
  }
}
