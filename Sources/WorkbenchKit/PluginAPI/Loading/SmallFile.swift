import Glibc

/// Files of a few kilobytes, read and written whole.
enum SmallFile {
  /// Four megabytes: no manifest or note is larger.
  static let sizeLimit = 4 << 20

  /// The bytes of a regular file; nil when it cannot be read or is above the limit, for the reason in `errno`.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return nil }
    guard information.st_mode & S_IFMT == S_IFREG, information.st_size <= sizeLimit else {
      errno = information.st_mode & S_IFMT == S_IFDIR ? EISDIR : EFBIG
      return nil
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0, bytes.count <= sizeLimit else { return nil }
      bytes += chunk.prefix(count)
    }
  }

  /// Writes the file whole or not at all, making its folders. False when it cannot be written.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    makeFolders(of: path)
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let written = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// Makes the folders above a file.
  static func makeFolders(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty && part.isEmpty ? "/" : part + "/"
      if folder != "/" { mkdir(folder, 0o755) }
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path without links and dots; the path as it is when it does not exist.
  static func realPath(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// The names in a folder, sorted; none when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
