import Glibc
import KitModel
import KitWorkspace

/// What the YAML files of plugins said when they were last read, kept by path, size, time of change and stamp of
/// the workbench.
///
/// Only what was right is kept: a file with faults is read again each time, so that they are told each time.
struct DeclarationCache {
  let cache: PluginCache?

  /// What `make` reads from the file, or what it read before if the file is the same.
  func content<Content: Snapshot>(of path: String, _ make: ([UInt8]) throws -> Content) throws -> Content {
    guard let cache, let key = Self.key(of: path) else { return try make(try Self.bytes(path)) }
    let file = "\(cache.folder)/\(Self.name(of: path)).declaration"
    if let kept = SmallFile.read(file), let content: Content = Self.read(kept, key) { return content }
    let content = try make(try Self.bytes(path))
    var writer = SnapshotWriter()
    writer.write(key)
    writer.write(content)
    _ = SmallFile.write(writer.bytes, to: file)
    return content
  }

  private static func read<Content: Snapshot>(_ bytes: [UInt8], _ key: String) -> Content? {
    var reader = SnapshotReader(bytes)
    guard (try? reader.read(String.self)) == key, let content = try? reader.read(Content.self), reader.isAtEnd
    else { return nil }
    return content
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    if let bytes = SmallFile.read(path) { return bytes }
    throw Diagnostic(
      PluginMessages.manifestUnreadable, ["file": path].merging(SystemReason.arguments(errno)) { $1 })
  }

  /// What changes when the file changes; nil when there is none. A file that was changed within the last two
  /// seconds is not kept: it could change again within the same tick of its clock.
  private static func key(of path: String) -> String? {
    var information = stat()
    guard stat(path, &information) == 0, time(nil) - information.st_mtim.tv_sec > 2 else { return nil }
    let changed = "\(information.st_mtim.tv_sec).\(information.st_mtim.tv_nsec)"
    return "\(BuildStamp.current) \(path) \(information.st_size) \(changed) \(information.st_ino)"
  }

  /// A file name for a path: FNV-1a of its bytes. Two paths of one name only take turns.
  private static func name(of path: String) -> String {
    let hash = path.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
