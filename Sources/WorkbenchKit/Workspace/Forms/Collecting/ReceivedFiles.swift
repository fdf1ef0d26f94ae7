import FoundationEssentials
import KitFormats
import KitModel

/// The files that a folder, an archive or a list of files holds.
struct ReceivedFiles {
  /// `folder`: where a file of an archive was unpacked to, which goes with the last who holds it.
  private(set) var files: [(path: String, name: String, folder: TemporaryFolder?)] = []
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
          if !isInner { try add(file, name: name) }
        }
      } else {
        try add(path, name: path.split(separator: "/").last.map(String.init) ?? path)
      }
    }
    if files.isEmpty && remarks.isEmpty {
      throw Diagnostic(
        FormReturnMessages.noFiles, ["place": paths.map { folder.shown($0) }.joined(separator: "、")])
    }
  }

  private mutating func add(_ path: String, name: String) throws {
    let leaf = name.split(separator: "/").last.map(String.init) ?? name
    if leaf.hasPrefix("~$") || leaf.hasPrefix(".~") {
      remarks.append(Diagnostic(FormReturnMessages.openFile, ["file": name], severity: .note))
      return
    }
    if leaf.hasPrefix(".") || leaf == "Thumbs.db" { return }
    if (try? FileFormat.detect(path, name: name)) == .archive {
      let archive = try ZipArchive.open(path, name: name)
      remarks += archive.remarks
      let folder = try TemporaryFolder()
      var size: Int64 = 0
      for entry in archive.entries {
        if entry.isLitter {
          if entry.name.split(separator: "/").last?.hasPrefix("~$") == true {
            remarks.append(
              Diagnostic(FormReturnMessages.openFile, ["file": name + "/" + entry.name], severity: .note))
          }
          continue
        }
        let path = try archive.extract(entry, to: folder.path, unpacked: &size)
        files.append((path, name + "/" + entry.name, folder))
      }
      return
    }
    files.append((path, name, nil))
  }
}
