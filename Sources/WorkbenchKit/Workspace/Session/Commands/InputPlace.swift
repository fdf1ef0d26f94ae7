import FoundationEssentials
import KitModel

/// Where a file lies that somebody named.
///
/// What a person types is looked for where the process stands, then below the workspace. What a saved script names
/// belongs to its workspace: found there first, whatever lies in the folder from which somebody started it, so that the
/// same script reads the same file for everybody, and a later `rerun` too.
struct InputPlace {
  /// The folder of the workspace; nil: none is open.
  let workspace: String?
  let isScript: Bool

  /// Where it lies, or where it should.
  /// - Parameters:
  ///   - pasted: A path as pasted, or a pattern of several files.
  ///   - further: Folders of the workspace in which it is looked for last.
  /// - Throws: For a path of a Windows machine that is not mounted here.
  /// - Returns: The path, and whether a script was given it from outside of its workspace.
  func find(_ pasted: String, further: [String] = []) throws -> (path: String, isFromHere: Bool) {
    let plain = try PastedPath.ofThisMachine().path(pasted)
    guard !plain.hasPrefix("/"), let workspace else { return (plain, false) }
    let inside = ([""] + further).map { workspace + "/" + $0 + plain }
    guard isScript else { return (([plain] + inside).first(where: Self.exists) ?? plain, false) }
    if let found = inside.first(where: Self.exists) { return (found, false) }
    return Self.exists(plain) ? (plain, true) : (inside[0], false)
  }

  /// Whether something lies at a path, or its folder does for a pattern.
  private static func exists(_ path: String) -> Bool {
    guard path.contains("*") || path.contains("?") else {
      return FileManager.default.fileExists(atPath: path)
    }
    let folder = path.prefix { $0 != "*" && $0 != "?" }.split(
      separator: "/", omittingEmptySubsequences: false
    ).dropLast()
    return FileManager.default.fileExists(atPath: folder.joined(separator: "/") + "/")
  }
}

extension CommandContext {
  /// The place of a file or folder to read that was named in an argument, or of a pattern of several: see `InputPlace`.
  /// - Throws: For a path of a Windows machine that is not mounted here.
  public func inputPath(_ path: String) throws -> String {
    let found = try InputPlace(workspace: workspace?.folder, isScript: isScript).find(path)
    if found.isFromHere {
      remark(Diagnostic(SessionMessages.fileFromHere, ["file": found.path], severity: .warning))
    }
    return found.path
  }
}
