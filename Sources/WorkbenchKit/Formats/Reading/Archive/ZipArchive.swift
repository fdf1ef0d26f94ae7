import Glibc
import KitModel

/// A received zip: what is in it, and a safe way to take files out.
///
/// ```swift
/// let archive = try ZipArchive.open("收件/各校报表.zip")
/// for entry in archive.entries { let path = try archive.extract(entry, to: folder) … }
/// ```
public struct ZipArchive: Sendable {
  /// A file in the archive; folders are not listed.
  public struct Entry: Hashable, Sendable {
    /// Its path inside the archive, with `/`: safe below any folder.
    public let name: String
    /// Its size as the archive says: a hint.
    public let declaredSize: Int
    /// Left behind by a program (`__MACOSX`, `.DS_Store`, `Thumbs.db`, `desktop.ini`, `~$…`): no data.
    public let isLitter: Bool
    fileprivate let index: Int
  }

  public let path: String
  /// The archive as the user knows it; used in every diagnostic.
  public let name: String
  public let entries: [Entry]
  /// Names that point outside of the archive; those entries are not listed.
  public let remarks: [Diagnostic]
  private let limits: ReadingLimits

  /// Reads the directory of the archive. Throws for a file that is no zip, is cut off, or holds too much.
  public static func open(_ path: String, name: String? = nil, limits: ReadingLimits = ReadingLimits()) throws
    -> ZipArchive
  {
    let name = name ?? path
    let container = try ZipContainer(path: path, name: name, limits: limits)
    var entries: [Entry] = []
    var remarks: [Diagnostic] = []
    for (index, raw) in container.rawNames.enumerated() {
      let text = ArchiveName.text(raw)
      if text.hasSuffix("/") || text.hasSuffix("\\") { continue }
      guard let safe = ArchiveName.safePath(text) else {
        let arguments = ["file": name, "part": text]
        remarks.append(
          Diagnostic(WorkbookMessages.unsafeName, arguments, severity: .warning, in: Location(file: name)))
        continue
      }
      let size = Int(clamping: container.status(at: index).size)
      entries.append(Entry(name: safe, declaredSize: size, isLitter: isLitter(safe), index: index))
    }
    return ZipArchive(path: path, name: name, entries: entries, remarks: remarks, limits: limits)
  }

  /// Unpacks one file below `folder`, which should be new and empty, and gives its path. Throws, and leaves
  /// nothing, where the file is damaged, asks for a password or grows too large.
  public func extract(_ entry: Entry, to folder: String) throws -> String {
    var unpacked: Int64 = 0
    return try extract(entry, to: folder, unpacked: &unpacked)
  }

  /// The same, where several files are unpacked: `unpacked` counts the bytes of all of them, which are limited too.
  public func extract(_ entry: Entry, to folder: String, unpacked: inout Int64) throws -> String {
    let container = try ZipContainer(path: path, name: name, limits: limits)
    let part = try container.part(at: entry.index)
    var parent = folder
    for step in entry.name.split(separator: "/").dropLast() {
      parent += "/" + FilePath.fitted(String(step))
      guard mkdir(parent, 0o777) == 0 || errno == EEXIST else {
        throw WritingMessages.cannotWrite(parent, code: errno)
      }
    }
    let leaf = FilePath.fitted(FilePath.leaf(entry.name))
    var target = parent + "/" + leaf
    var number = 2
    // Two entries of one name both come out: archives made twice into one file hold such.
    while access(target, F_OK) == 0 {
      target = parent + "/" + FilePath.numbered(leaf, number)
      number += 1
    }
    let descriptor = Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WritingMessages.cannotWrite(target, code: errno) }
    defer { close(descriptor) }
    do {
      try part.forEachChunk {
        unpacked += Int64($0.count)
        if unpacked > limits.archiveBytes { throw tooLarge }
        try FileOutput.write($0, to: descriptor, name: target)
        return true
      }
    } catch {
      unlink(target)
      throw error
    }
    return target
  }

  private var tooLarge: Diagnostic {
    Diagnostic(
      WorkbookMessages.archiveSize, ["file": name, "limit": String(limits.archiveBytes >> 20)],
      in: Location(file: name))
  }

  private static func isLitter(_ name: String) -> Bool {
    let leaf = FilePath.leaf(name)
    return name.hasPrefix("__MACOSX/") || leaf.hasPrefix("~$") || leaf.hasPrefix(".~") || leaf.hasPrefix("._")
      || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(leaf)
  }
}
