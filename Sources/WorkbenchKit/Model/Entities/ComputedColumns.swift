/// Columns of an entity that are read from other relations: a pipeline whose first column is the entity's key.
///
/// In an expression over the entity they are joined once (left), and only when one of them is used.
public struct ComputedColumns: Hashable, Sendable {
  /// The pipeline, in the language.
  public var pipeline: String
  /// The columns it yields behind the key, with their names and types.
  public var columns: [FieldDeclaration]
  /// The plugin that adds them.
  public var plugin: String

  public init(pipeline: String, columns: [FieldDeclaration], plugin: String) {
    self.pipeline = pipeline
    self.columns = columns
    self.plugin = plugin
  }
}
