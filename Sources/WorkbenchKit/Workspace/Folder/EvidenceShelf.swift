import Glibc
import KitModel
import KitStore

/// The folder `evidence/` of a workspace: files as received, each under a name that follows from its content, so that the
/// same file given twice lies there once and none is ever overwritten.
public struct EvidenceShelf {
  private let folder: String

  /// - Parameter workspace: The workspace's folder.
  public init(workspace: String) { folder = workspace + "/evidence" }

  /// A file on the shelf.
  public struct Kept: Hashable, Sendable {
    /// Below the workspace: `evidence/3f9a….jpg`.
    public var file: String
    public var sha256: String
    /// As it was called when it came.
    public var name: String
  }

  /// Copies a file to the shelf, whole or not at all. In a dry run it is only read.
  public func keep(_ path: String, isDryRun: Bool) throws -> Kept {
    guard let reader = FileReader(path: path) else {
      throw Diagnostic(
        EvidenceMessages.unreadable, ["file": path].merging(SystemReason.arguments(errno)) { $1 })
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let temporary = folder + "/.\(getpid()).tmp"
    var descriptor: Int32 = -1
    if !isDryRun {
      OutputFile.makeFolder(of: temporary)
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw failure(temporary) }
    }
    defer {
      if descriptor >= 0 {
        close(descriptor)
        unlink(temporary)
      }
    }
    do {
      while let piece = try reader.next() {
        if descriptor >= 0 { try write(piece, to: descriptor, path) }
      }
    } catch let fault as FileReader.Failure {
      throw Diagnostic(
        EvidenceMessages.unreadable, ["file": path].merging(SystemReason.arguments(fault.code)) { $1 })
    }
    if reader.digest.bytes == 0 { throw Diagnostic(EvidenceMessages.empty, ["file": path]) }
    let digest = reader.digest.sha256
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map {
      ".\($0)"
    }
    let kept = Kept(
      file: "evidence/\(digest.prefix(16))\(ending?.lowercased() ?? "")", sha256: digest, name: name)
    if descriptor >= 0 {
      let target = folder + "/" + kept.file.dropFirst("evidence/".count)
      guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw failure(target) }
    }
    return kept
  }

  /// Whether a file is called as those on the shelf are: `evidence/3f9a….jpg`.
  public static func isOnShelf(_ file: String) -> Bool {
    file.hasPrefix("evidence/") && !file.contains("/..")
  }

  /// Whether the name of a file on the shelf is that of its content.
  public static func isNamed(_ file: String, byContent bytes: [UInt8]) -> Bool {
    file.hasPrefix("evidence/" + FileDigest(of: bytes).sha256.prefix(16))
  }

  /// Whether a file that was registered is still what it was.
  /// - Parameter file: As `Kept` names it, below the workspace.
  public func isSound(_ file: String, sha256: String) -> Bool {
    let leaf = file.split(separator: "/").last.map(String.init) ?? ""
    guard file == "evidence/" + leaf else { return false }
    return (try? FileDigest(path: folder + "/" + leaf))?.sha256 == sha256
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      done += count
    }
  }

  private func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      ImportMessages.copyFailed, ["copy": path].merging(SystemReason.arguments(errno)) { $1 })
  }
}
