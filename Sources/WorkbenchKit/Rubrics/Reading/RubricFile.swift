import KitModel
import KitStore
import KitWorkspace

/// Reads rubrics out of YAML.
public enum RubricFile {
  /// Reads and checks one file.
  ///
  /// - Parameters:
  ///   - plugin: The plugin to which the file belongs; nil: a file of the workspace, which names its plugin.
  ///   - file: What diagnostics call it.
  /// - Throws: `Diagnostics` with all faults of the file, each with its line and column.
  public static func read(_ bytes: [UInt8], plugin: String?, file: String) throws -> Rubric {
    let digest = FileDigest(of: bytes).sha256
    return try YAMLReader.read(bytes, file: file) { root in
      RubricReader(plugin: plugin, file: file, digest: digest).rubric(root)
    }
  }
}
