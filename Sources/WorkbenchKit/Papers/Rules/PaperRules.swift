import KitModel
import KitWorkspace

/// What the workspace and its plugins say of papers: `papers.yaml` of each plugin, then that of the workspace, whose
/// kinds go before theirs.
public struct PaperRules: Sendable {
  /// The entity in which papers are registered, by its full name.
  public var register: String?
  /// 发文机关.
  public var organ: String?
  public var copyTo: String?
  public var series: [PaperSeries] = []
  public var kinds: [PaperKind] = []

  /// - Throws: `Diagnostics` with all faults of a file, each with its place.
  public init(of context: any CommandContext) throws {
    let workspace = try context.neededWorkspace()
    organ = (workspace.opened?.configuration.region).map { $0 + "人民政府教育督导室" }
    for plugin in workspace.pluginFolders {
      guard let bytes = TextFiles.bytes(of: plugin.path + "/papers.yaml") else { continue }
      add(try PaperRulesReader.read(bytes, file: plugin.id + "/papers.yaml", folder: plugin.path))
    }
    if let bytes = TextFiles.bytes(of: workspace.folder + "/papers.yaml") {
      add(try PaperRulesReader.read(bytes, file: "papers.yaml", folder: nil))
    }
  }

  init() {}

  private mutating func add(_ other: PaperRules) {
    register = other.register ?? register
    organ = other.organ ?? organ
    copyTo = other.copyTo ?? copyTo
    series = other.series + series.filter { old in !other.series.contains { $0.id == old.id } }
    kinds = other.kinds + kinds.filter { old in !other.kinds.contains { $0.id == old.id } }
  }

  /// The kind of that name.
  public func kind(_ name: String, at span: SourceSpan? = nil) throws -> PaperKind {
    if let kind = kinds.first(where: { $0.names.contains { NameKey($0) == NameKey(name) } }) { return kind }
    throw Diagnostic(
      PaperFaults.noSuchKind,
      [
        "kind": name, "kinds": kinds.map(\.label.zh).joined(separator: "、"),
        "kindsEn": kinds.map(\.label.en).joined(separator: ", "),
      ], at: span)
  }

  /// The series that numbers a kind.
  public func series(of kind: PaperKind, at span: SourceSpan? = nil) throws -> PaperSeries {
    let found = kind.series.map { id in series.first { $0.id == id } } ?? series.first
    guard let found else {
      throw Diagnostic(
        PaperFaults.noSeries, ["kind": kind.label.zh, "kindEn": kind.label.en, "series": kind.series ?? "—"],
        at: span)
    }
    return found
  }
}
