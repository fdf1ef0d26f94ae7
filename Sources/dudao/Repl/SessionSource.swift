import FoundationEssentials
import KitLanguage
import KitModel
import KitQuery
import PluginAPI

/// What completion may offer, asked of the open session when Tab is pressed.
struct SessionSource: CompletionSource {
  let session: Session
  let catalog: Catalog
  private let cache: CompletionCache

  init(_ session: Session, _ cache: CompletionCache) {
    self.session = session
    self.cache = cache
    catalog = (try? session.catalog()) ?? Catalog()
  }

  var commands: [CommandDeclaration] { session.registry.entries.map(\.declaration) }
  var variables: [String] { session.variables.keys.map(\.description).sorted() }

  var scripts: [String] {
    ScriptFinder(
      currentFolder: "/", scripts: session.workspace.map { WorkspaceFolder($0.folder).scripts }
    ).names
  }

  func parameters(ofScript name: String) -> [CommandParameter] {
    let shelf = ScriptFinder(
      currentFolder: FileManager.default.currentDirectoryPath,
      scripts: session.workspace.map { WorkspaceFolder($0.folder).scripts })
    guard let path = try? shelf.file(name), let text = try? ScriptFinder.text(path, shown: name) else {
      return []
    }
    return session.parameters(ofScript: text)
  }

  func columns(_ source: Source?, _ stages: [Stage]) -> [Column] { session.columns(of: source, stages) }

  /// At most so many values of a column are looked at for a key press.
  private static let valueLimit = 50_000

  func values(of column: String, _ source: Source?, _ stages: [Stage]) -> [String] {
    let span = SourceSpan(0, 0)
    let path = Path([Name(column, isQuoted: true, span: span)], span: span)
    let key = CompletionCache.Key(source: source, stages: stages, column: column)
    return cache.texts(key) {
      let chosen = Stage(.select([.path(path)]), keyword: span, span: span)
      let texts = session.quietTexts(of: source, stages + [chosen], limit: Self.valueLimit)
      var seen: Set<ByteKey> = []
      seen.reserveCapacity(texts.count)
      return texts.filter { seen.insert(ByteKey(text: $0)).inserted }
    }
  }

  /// A text as its bytes: the composed form, which a `String` is compared by, costs more for ten thousand names than
  /// to read them.
  private struct ByteKey: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
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
    let plain = (try? PastedPath.ofThisMachine().path(folder)) ?? folder
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
