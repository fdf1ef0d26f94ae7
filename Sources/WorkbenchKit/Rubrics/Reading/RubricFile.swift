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
    try read(bytes, plugin: plugin, file: file) { _ in }
  }

  /// The same. `found` gets the rubric even where it is faulty, as long as no part of it is missing.
  static func read(_ bytes: [UInt8], plugin: String?, file: String, found: (Rubric) -> Void) throws -> Rubric
  {
    let digest = FileDigest(of: bytes).sha256
    return try YAMLReader.read(bytes, file: file) { root in
      var rubric = RubricReader(plugin: plugin, file: file, digest: digest).rubric(root)
      rubric?.text = bytes
      if let rubric { found(rubric) }
      return rubric
    }
  }
}
