import KitLanguage
import KitModel
import KitQuery
import PluginAPI

/// What completion asks of the session: names and values that are there at this moment.
protocol CompletionSource {
  var catalog: Catalog { get }
  var commands: [CommandDeclaration] { get }
  /// Names that `let` gave.
  var variables: [String] { get }
  /// Scripts of the workspace.
  var scripts: [String] { get }
  /// What a script takes, as options of the command that runs it.
  func parameters(ofScript name: String) -> [CommandParameter]
  /// The columns that are alive behind these stages; empty when that cannot be known.
  func columns(_ source: Source?, _ stages: [Stage]) -> [Column]
  /// The values that a text column has behind these stages.
  func values(of column: String, _ source: Source?, _ stages: [Stage]) -> [String]
  /// The names of the rows of an entity.
  func names(of entity: EntityDeclaration) -> [String]
  /// Files and folders (with a slash at the end) in a folder as typed; empty: the current one.
  func files(in folder: String) -> [String]
}
