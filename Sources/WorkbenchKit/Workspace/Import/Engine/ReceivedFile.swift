import FoundationEssentials
import KitFormats
import KitModel
import KitStore

#if canImport(Glibc)
  import Glibc
#endif

/// Sizes of files, without reading them.
enum FileSize {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// 0 for what is not there.
  static func bytes(_ path: String) -> Int64 {
    var information = stat()
    return stat(path, &information) == 0 ? Int64(information.st_size) : 0
  }
}

/// A received file on its way into `data/`: hashed, and copied unless it lies in the workspace already.
///
/// The copy is made under a temporary name and gets its own when the import succeeds; otherwise nothing stays.
struct ReceivedFile {
  let path: String
  /// SHA-256 in hexadecimal digits.
  let sha256: String
  /// Where it is kept, below the workspace.
  let copy: String
  private let temporary: String?
  /// Whether a file of that name and content is kept already.
  private let isThere: Bool
  private let folder: WorkspaceFolder

  /// Hashes a file and copies it beside its place in `data/`.
  ///
  /// - Parameter keeps: Whether a copy is wanted at all; a trial run wants none.
  init(_ path: String, folder: WorkspaceFolder, keeps: Bool) throws {
    self.path = path
    self.folder = folder
    let absolute = Self.realPath(path)
    let root = Self.realPath(folder.path)
    if absolute.hasPrefix(root + "/") {
      copy = String(absolute.dropFirst(root.count + 1))
      temporary = nil
      isThere = true
      sha256 = try Self.hash(path, copyingTo: nil)
      return
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let target = keeps ? folder.data + "/.\(FilePath.fitted(name)).\(getpid()).part" : nil
    do {
      sha256 = try Self.hash(path, copyingTo: target, called: "data/" + FilePath.fitted(name))
    } catch {
      if let target { unlink(target) }
      throw error
    }
    let (free, isThere) = Self.freeName(FilePath.fitted(name), in: folder.data, sha256: sha256)
    copy = "data/" + free
    self.isThere = isThere
    temporary = target
  }

  /// Where the bytes lie that were hashed, until `keep`: another program may change the file that was named.
  var place: String { temporary ?? path }

  /// The same after `keep`.
  var keptPlace: String { temporary == nil ? path : folder.path + "/" + copy }

  /// Gives the copy its name, which nobody has taken since. Within the change, so that no row points to a file
  /// that is not there.
  func keep() throws {
    guard let temporary, !isThere else { return }
    let target = folder.path + "/" + copy
    // A link, unlike a rename, takes no name from a file that has it.
    if link(temporary, target) == 0 { return }
    if errno != EEXIST {
      // Disks of Windows and some in the network know no links: there the name is taken first.
      let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 {
        close(descriptor)
        if rename(temporary, target) == 0 { return }
      }
    }
    throw errno == EEXIST
      ? Diagnostic(ImportMessages.nameTaken, ["copy": copy]) : Self.problem(copy, errno)
  }

  /// Takes the temporary copy away, if it is still there.
  func discard() { if let temporary { unlink(temporary) } }

  /// `名单.xlsx`, or `名单 (2).xlsx` where another file has that name; a copy of the same content is used again.
  private static func freeName(_ name: String, in folder: String, sha256: String) -> (String, isThere: Bool) {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...9999 {
      let candidate = number == 1 ? name : "\(name[..<dot]) (\(number))\(name[dot...])"
      let path = folder + "/" + candidate
      if access(path, F_OK) != 0 { return (candidate, false) }
      if (try? hash(path)) == sha256 { return (candidate, true) }
    }
    return (sha256.prefix(12) + "-" + name, false)
  }

  /// SHA-256 of a file, in hexadecimal digits.
  static func hash(_ path: String) throws -> String { try hash(path, copyingTo: nil) }

  private static func realPath(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Reads a file once: its digest, and a copy of it if one is wanted.
  ///
  /// - Parameter called: What the copy is to be called, for the diagnostic.
  private static func hash(_ path: String, copyingTo target: String?, called: String = "") throws -> String {
    guard let input = FileReader(path: path) else {
      throw Diagnostic(ImportMessages.noSuchFile, ["file": path])
    }
    var output: Int32 = -1
    if let target {
      mkdir(target.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }, 0o755)
      output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard output >= 0 else { throw problem(called, errno) }
    }
    defer { if output >= 0 { close(output) } }
    do {
      while let piece = try input.next() {
        if output >= 0, write(output, piece, piece.count) != piece.count {
          throw problem(called, errno)
        }
      }
    } catch let failure as FileReader.Failure {
      throw problem(path, failure.code)
    }
    return input.digest.sha256
  }

  private static func problem(_ path: String, _ code: Int32) -> Diagnostic {
    let reason = SystemReason.arguments(code)
    return Diagnostic(ImportMessages.copyFailed, ["copy": path].merging(reason) { $1 })
  }
}
