import KitModel
import KitWorkspace

/// What belongs into a year's archive, and how long it is kept: `archive.yaml` of each plugin and of the workspace.
struct ArchiveRules {
  /// A part of the archive: a folder with what it holds.
  struct Part: Hashable, Sendable {
    var label: Label
    var holds: Content
    /// 保管期限.
    var retention: Retention
    /// Id of the plugin that asks for it; nil: the workspace.
    var plugin: String?
    /// Only where the plugin's area is archived by itself: the whole year's archive has it among the parts of others.
    var isOfAreaAlone = false
  }

  enum Content: Hashable, Sendable {
    /// Papers that were signed in the year, printed: all, or those whose numbers as drafts the rows give first.
    case papers(rows: String?)
    /// Files as they were received in the year.
    case received
    /// Files of evidence, by the rows that register them.
    case evidence(rows: String)
    /// What a command answers for each of some rows, printed: the rows' first column is its argument.
    case documents(rows: String, command: String)
    /// The journal of the year; of one area what changed its own relations.
    case journal
    /// Rows of a pipeline, as a workbook.
    case rows(String)
  }

  enum Retention: String, CaseIterable, Sendable {
    case forever = "永久"
    case thirtyYears = "30年"
    case tenYears = "10年"
  }

  /// What must not be there when a year is closed: rows of a pipeline.
  struct Gap: Hashable, Sendable {
    var label: Label
    var rows: String
    var plugin: String?
    /// As with `Part`.
    var isOfAreaAlone = false
  }

  var parts: [Part] = []
  var gaps: [Gap] = []

  init() {}

  /// - Throws: `Diagnostics` with all faults of a file.
  init(of workspace: SessionWorkspace) throws {
    var files = workspace.pluginFolders.map { (path: $0.path, plugin: Optional($0.id)) }
    files.append((workspace.folder, nil))
    for (path, plugin) in files {
      guard let bytes = TextFiles.bytes(of: path + "/archive.yaml") else { continue }
      let shown = (plugin.map { $0 + "/" } ?? "") + "archive.yaml"
      let read = try ArchiveRulesReader.read(bytes, file: shown, plugin: plugin)
      parts += read.parts
      gaps += read.gaps
    }
  }
}
