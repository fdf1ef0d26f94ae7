import KitModel

/// What one `entities.yaml` declares: entities of its plugin, and columns added to entities of others.
public struct EntityFile: Hashable, Sendable {
  public var entities: [EntityDeclaration]
  public var additions: [Addition]

  public init(entities: [EntityDeclaration] = [], additions: [Addition] = []) {
    self.entities = entities
    self.additions = additions
  }

  /// Computed columns for another plugin's entity (`adds:`).
  public struct Addition: Hashable, Sendable {
    /// The entity as written: `district.school`, or `school`.
    public var to: String
    public var columns: ComputedColumns

    public init(to: String, columns: ComputedColumns) {
      self.to = to
      self.columns = columns
    }
  }

  /// Reads and checks the file of one plugin.
  ///
  /// Names of entities of the same plugin are completed (`ref(unit)` becomes `district.unit`); names of other
  /// plugins stay as written until `DeclarationSet` joins the files.
  ///
  /// - Throws: `Diagnostics` with all faults, each with file, line and column.
  public static func read(_ bytes: [UInt8], plugin: String, file: String) throws -> EntityFile {
    try YAMLReader.read(bytes, file: file) { root in
      guard let map = root.mapping(keys: ["entities", "adds"]) else { return nil }
      let nodes = map.list("entities")
      let reader = EntityReader(plugin: plugin, nodes: nodes)
      let entities = nodes.compactMap { reader.entity($0) }
      reader.check(entities)
      return EntityFile(entities: entities, additions: map.list("adds").compactMap { reader.addition($0) })
    }
  }
}
