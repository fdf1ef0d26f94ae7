import FoundationEssentials
import KitLanguage
import KitModel
import KitQuery
import PluginAPI

/// What completion may offer, asked of the open session when Tab is pressed.
struct SessionSource: CompletionSource {
  let session: Session
  let catalog: Catalog

  init(_ session: Session) {
    self.session = session
    catalog = (try? session.catalog()) ?? Catalog()
  }

  var commands: [CommandDeclaration] { session.registry.entries.map(\.declaration) }
  var variables: [String] { session.variables.keys.map(\.description).sorted() }

  var scripts: [String] {
    ScriptFinder(
      currentFolder: "/", scripts: session.workspace.map { WorkspaceFolder($0.folder).scripts }
    ).names
  }

  func columns(_ source: Source?, _ stages: [Stage]) -> [Column] { session.columns(of: source, stages) }

  /// At most so many different values of a column are looked at for a key press.
  private static let valueLimit: Int64 = 20_000

  func values(of column: String, _ source: Source?, _ stages: [Stage]) -> [String] {
    let span = SourceSpan(0, 0)
    let path = Path([Name(column, isQuoted: true, span: span)], span: span)
    let further: [Stage.Kind] = [
      .select([.path(path)]), .distinct([]), .take(from: nil, to: .literal(Self.valueLimit, span)),
    ]
    let rows = session.quietRows(of: source, stages + further.map { Stage($0, keyword: span, span: span) })
    return rows.compactMap { if case .text(let text) = $0.values.first { text } else { nil } }
  }

  func names(of entity: EntityDeclaration) -> [String] {
    guard let field = EntityBook(catalog).nameField(entity) else { return [] }
    return values(of: field, Self.relation(entity), [])
  }

  private static func relation(_ entity: EntityDeclaration) -> Source {
    let span = SourceSpan(0, 0)
    let names = [entity.plugin, entity.id].map { Name($0, isQuoted: true, span: span) }
    return .relation(Relation(.path(Path(names, span: span)), span: span))
  }

  func files(in folder: String) -> [String] {
    let manager = FileManager.default
    let plain =
      (try? PastedPath.ofThisMachine(home: ProcessInfo.processInfo.environment["HOME"]).path(folder))
      ?? folder
    var places = [WorkspaceFinder(currentFolder: manager.currentDirectoryPath).absolute(plain)]
    if !plain.hasPrefix("/"), let workspace = session.workspace {
      places.append(workspace.folder + "/" + plain)
    }
    var seen: Set<String> = []
    return places.flatMap { place in
      ((try? manager.contentsOfDirectory(atPath: place)) ?? []).sorted().compactMap { name -> String? in
        guard !name.hasPrefix("."), seen.insert(name).inserted else { return nil }
        var isFolder = false
        _ = manager.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
        return isFolder ? name + "/" : name
      }
    }
  }
}
