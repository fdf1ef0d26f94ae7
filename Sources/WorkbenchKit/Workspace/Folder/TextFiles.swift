import Glibc
import KitStore

/// The small files that a workspace or a plugin brings: declarations, templates. Without Foundation, which would cost
/// each start its loading.
public enum TextFiles {
  /// The YAML files that lie in a folder, by name; none where there is no such folder.
  public static func yaml(in folder: String) -> [(name: String, bytes: [UInt8])] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), name.hasSuffix(".yaml") || name.hasSuffix(".yml") { names.append(name) }
    }
    return names.sorted().compactMap { name in bytes(of: folder + "/" + name).map { (name, $0) } }
  }

  /// A whole file; nil where there is none that can be read.
  public static func bytes(of path: String) -> [UInt8]? {
    guard let reader = FileReader(path: path) else { return nil }
    var bytes: [UInt8] = []
    do {
      while let piece = try reader.next() { bytes += piece }
    } catch {
      return nil
    }
    return bytes
  }
}
