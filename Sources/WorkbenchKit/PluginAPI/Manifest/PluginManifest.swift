import KitModel
import KitRubrics
import KitWorkspace

/// What `plugin.yaml` says of a plugin: enough for listing, help and completion without running any of its code.
public struct PluginManifest: Hashable, Sendable {
  /// English, singular, snake_case: the prefix of its relations.
  public var id: String
  public var label: Label
  public var version: String
  /// The version of the plugin interface that it was written for.
  public var api: Int
  /// Ids of plugins that must be enabled with it.
  public var requires: [String]
  /// File of its declarations, beside the manifest.
  public var entities: String?
  /// Name of its library, `TownshipDuty` for `libTownshipDuty.so`; nil: a plugin of data alone.
  public var library: String?
  public var commands: [CommandDeclaration]
  public var meaning: Label
  /// That it assesses; its relations and commands then follow from its rubrics.
  public var assessment: AssessmentDeclaration?
  /// Rows of its relations that become due.
  public var due: [DueSource]

  /// The version of the plugin interface that this workbench speaks.
  public static let currentAPI = 1

  public init(
    id: String, label: Label, version: String, api: Int, requires: [String] = [], entities: String? = nil,
    library: String? = nil, commands: [CommandDeclaration] = [], meaning: Label,
    assessment: AssessmentDeclaration? = nil, due: [DueSource] = []
  ) {
    self.id = id
    self.label = label
    self.version = version
    self.api = api
    self.requires = requires
    self.entities = entities
    self.library = library
    self.commands = commands
    self.meaning = meaning
    self.assessment = assessment
    self.due = due
  }

  /// Names by which people mean the plugin.
  public var names: [String] { [id, label.zh, label.en] }

  /// The library's file name.
  public var libraryFile: String? { library.map { "lib\($0).so" } }
}
