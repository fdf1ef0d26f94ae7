import Glibc
import KitModel

/// A file that appears under its name only when it is whole: written under a temporary name in the same
/// folder, brought to the disk, renamed. Given up, it leaves nothing; what a killed process left is removed by
/// the next one that writes there.
final class AtomicFile {
  let temporaryPath: String
  private let descriptor: Int32
  private var isFinished = false

  init(in folder: String) throws {
    AbandonedFiles.remove(from: folder)
    var made: (String, Int32)?
    var code: Int32 = 0
    for _ in 0..<100 {
      let path = folder + "/" + AbandonedFiles.newName()
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      code = errno
      if descriptor >= 0 {
        made = (path, descriptor)
        break
      }
      guard code == EEXIST else { break }
    }
    guard let made else { throw WritingMessages.cannotWrite(folder, code: code) }
    (temporaryPath, descriptor) = made
    AbandonedFiles.mark(descriptor)
  }

  deinit {
    close(descriptor)
    if !isFinished { unlink(temporaryPath) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try FileOutput.write(bytes, to: descriptor, name: temporaryPath)
  }

  /// Gives the file its name; `written` tells which, and what has to be said about it.
  func finish(as path: String, _ written: inout TableWriter.Written) throws {
    guard fsync(descriptor) == 0 else { throw WritingMessages.cannotWrite(path, code: errno) }
    let folder = FilePath.folder(path)
    let wanted = FilePath.leaf(path)
    var target = path
    if Self.isOpenElsewhere(wanted, in: folder) {
      var number = 2
      while access(folder + "/" + FilePath.numbered(wanted, number), F_OK) == 0 { number += 1 }
      target = folder + "/" + FilePath.numbered(wanted, number)
      written.remarks.append(
        Diagnostic(
          WritingMessages.writtenBeside, ["file": wanted, "other": FilePath.leaf(target)],
          severity: .warning, in: Location(file: target)))
    }
    var status = stat()
    if stat(target, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Diagnostic(WritingMessages.targetIsFolder, ["file": path], in: Location(file: path))
      }
      written.replacedFile = true
      fchmod(descriptor, status.st_mode & 0o777)
    }
    guard rename(temporaryPath, target) == 0 else { throw WritingMessages.cannotWrite(path, code: errno) }
    isFinished = true
    written.path = target
    // The new name itself has to reach the disk.
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Office programs put a sign beside a file that they have open: `~$x` (Excel), `.~x` (WPS), `.~lock.x#`
  /// (LibreOffice).
  private static func isOpenElsewhere(_ leaf: String, in folder: String) -> Bool {
    ["~$\(leaf)", ".~\(leaf)", ".~lock.\(leaf)#"].contains { access("\(folder)/\($0)", F_OK) == 0 }
  }
}
