import FoundationEssentials
import KitFormats
import KitModel

/// The files that a folder, an archive or a list of files holds.
struct ReceivedFiles {
  /// `folder`: where a file of an archive was unpacked to, which goes with the last who holds it.
  private(set) var files: [(path: String, name: String, folder: TemporaryFolder?)] = []
  /// Files that are no sheets and were not sent as such: notes, what programs leave behind.
  private(set) var passed: [(name: String, why: Message)] = []
  private(set) var remarks: [Diagnostic] = []

  init(_ paths: [String], folder: WorkspaceFolder) throws {
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Diagnostic(ImportMessages.noSuchFile, ["file": path])
      }
      if isFolder {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
        for name in names {
          let file = path + "/" + name
          var isInner = false
          _ = FileManager.default.fileExists(atPath: file, isDirectory: &isInner)
          if !isInner, !pass(name) { try add(file, name: name) }
        }
      } else {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if Self.isOpenFile(name) { _ = pass(name) } else { try add(path, name: name) }
      }
    }
    if files.isEmpty && passed.isEmpty && remarks.isEmpty {
      throw Diagnostic(
        FormReturnMessages.noFiles, ["place": paths.map { folder.shown($0) }.joined(separator: "、")])
    }
  }

  /// Names of files that nobody sends as a filled sheet.
  private static let otherEndings = [".md", ".txt", ".log", ".ini", ".db", ".url", ".lnk"]

  private static func isOpenFile(_ leaf: String) -> Bool { leaf.hasPrefix("~$") || leaf.hasPrefix(".~") }

  /// Whether a file of a folder or archive is left alone; then it is noted.
  private mutating func pass(_ name: String) -> Bool {
    let leaf = name.split(separator: "/").last.map(String.init) ?? name
    if Self.isOpenFile(leaf) {
      passed.append((name, FormReturnMessages.openFile))
    } else if name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
      || Self.otherEndings.contains(where: { leaf.lowercased().hasSuffix($0) })
    {
      passed.append((name, FormReturnMessages.otherFile))
    } else {
      return false
    }
    return true
  }

  private mutating func add(_ path: String, name: String) throws {
    if (try? FileFormat.detect(path, name: name)) == .archive {
      let archive = try ZipArchive.open(path, name: name)
      remarks += archive.remarks
      let folder = try TemporaryFolder()
      var size: Int64 = 0
      for entry in archive.entries {
        // What macOS adds to each file of an archive is beside the files, and is not told one by one.
        if entry.name.hasPrefix("__MACOSX/") || pass(name + "/" + entry.name) || entry.isLitter { continue }
        let path = try archive.extract(entry, to: folder.path, unpacked: &size)
        files.append((path, name + "/" + entry.name, folder))
      }
      return
    }
    files.append((path, name, nil))
  }
}
