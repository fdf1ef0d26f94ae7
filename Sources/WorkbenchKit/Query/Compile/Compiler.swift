import KitLanguage
import KitModel

/// The state of compiling one statement: what was found wrong, the parts of the SQL made so far, names given.
///
/// Lives for one statement and never leaves it.
final class Compiler {
  /// SELECTs that may lie one in the other: the engine's time grows with the cube of it.
  static let maximumDepth = 100
  /// Tables and parts that a statement reads once every part is put in where it is read, as the engine does: it takes
  /// 65,535 of one table.
  static let maximumReads = 50_000
  /// Columns of rows, as many as a file may have; and those that the engine takes in a SELECT, which also carries what
  /// rows are known and sorted by.
  static let maximumColumns = 1_996
  static let maximumOutputs = 2_000

  let catalog: Catalog
  let environment: QueryEnvironment
  var scope: QueryScope
  let runner: QueryRunner?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var remarks: [Diagnostic] = []
  private(set) var parts: [SQLCTE] = []
  private var takenNames: Set<String> = []
  private var counters: [String: Int] = [:]
  private var columnCount = 0
  private var slotCount = 0
  private var entities: [String: EntityView] = [:]
  var computedParts: [Lookup.Target: (name: String, keys: [String])] = [:]
  /// Names of pipelines that are made a part of the statement, and those that were.
  var sharedNames: Set<NameKey> = []
  var sharedRows: [NameKey: SharedRows] = [:]
  /// Rows of names that were found right before, with nothing of them closed.
  var checkedRows: [NameKey: Rows] = [:]
  /// `let` names and computed columns being put in: one that leads back to itself is refused.
  var opened: Set<String> = []
  /// Names of all entities as they are compared, made once.
  private(set) lazy var entityNames = catalog.namedEntities
  private var reportedDepth = false
  private var reportedWidth = false
  var span = SourceSpan(0, 0)
  /// Names of the rows around a sub-pipeline, which it does not see.
  var outerNames: Set<NameKey> = []
  /// Rows passed over are counted on the way of the statement's own rows, not inside expressions and joins.
  var countsPassed = true

  init(
    catalog: Catalog, environment: QueryEnvironment, scope: QueryScope, runner: QueryRunner?
  ) {
    self.catalog = catalog
    self.environment = environment
    self.scope = scope
    self.runner = runner
  }

  // MARK: What is to be said

  func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if readsOtherText {
      (diagnostic.span, diagnostic.fixes) = (nil, [])
      for place in diagnostic.notes.indices { diagnostic.notes[place].span = nil }
    }
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  func report(
    _ message: Message, _ arguments: [String: String] = [:], at span: SourceSpan?,
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) {
    report(Diagnostic(message, arguments, at: span, notes: notes, fixes: fixes))
  }

  func remark(_ message: Message, _ arguments: [String: String] = [:], at span: SourceSpan?) {
    let remark = Diagnostic(message, arguments, severity: .note, at: readsOtherText ? nil : span)
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  /// What is read now was not typed in this text but before it, at the prompt, or stands in a declaration: places
  /// in it mean nothing here, and its fixes would mend the wrong words.
  var readsOtherText = false

  /// Remarks made since are dropped: they tell of the inside of something.
  func dropRemarks(from count: Int) { remarks.removeSubrange(count...) }

  var remarkCount: Int { remarks.count }

  /// Forgets what was reported since; told in other words instead.
  func dropDiagnostics(from count: Int) { diagnostics.removeSubrange(count...) }

  var hasFailed: Bool { !diagnostics.isEmpty || interruption != nil }

  /// What broke off a question to the data and is no fault of the text: a wish to stop, or that nothing may be
  /// asked yet.
  private(set) var interruption: (any Error)?

  /// A question to the data was not answered.
  func unanswered(_ error: any Error) {
    switch error {
    case let one as Diagnostic: report(one)
    case let several as Diagnostics: several.all.forEach { report($0) }
    default: interruption = interruption ?? error
    }
  }

  func reportDepth() {
    guard !reportedDepth else { return }
    reportedDepth = true
    report(QueryMessages.tooDeep, ["limit": String(Self.maximumDepth)], at: span)
  }

  /// Rows may not have more columns than the engine takes; said once, where there came to be too many.
  @discardableResult func refuseWidth(_ rows: Rows, at span: SourceSpan) -> Bool {
    let count = rows.columns.count
    guard count > Self.maximumColumns else { return false }
    if !reportedWidth {
      report(QueryMessages.tooWide, ["count": String(count), "limit": String(Self.maximumColumns)], at: span)
    }
    reportedWidth = true
    return true
  }

  func reportWidth(_ count: Int) {
    report(
      QueryMessages.tooWideInside, ["count": String(count), "limit": String(Self.maximumOutputs)], at: nil)
  }

  func reportReads() {
    report(QueryMessages.tooManyReads, ["limit": String(Self.maximumReads)], at: nil)
  }

  // MARK: Going on from what was compiled

  /// What has been made so far, from which another compiler can go on.
  struct Progress {
    fileprivate let parts: [SQLCTE]
    fileprivate let takenNames: Set<String>
    fileprivate let counters: [String: Int]
    fileprivate let columnCount: Int
    fileprivate let slotCount: Int
    fileprivate let computedParts: [Lookup.Target: (name: String, keys: [String])]
    fileprivate let sharedRows: [NameKey: SharedRows]
  }

  var progress: Progress {
    Progress(
      parts: parts, takenNames: takenNames, counters: counters, columnCount: columnCount,
      slotCount: slotCount,
      computedParts: computedParts, sharedRows: sharedRows)
  }

  /// Nothing may have been made before.
  func goOn(from progress: Progress) {
    parts = progress.parts
    takenNames = progress.takenNames
    counters = progress.counters
    columnCount = progress.columnCount
    slotCount = progress.slotCount
    computedParts = progress.computedParts
    sharedRows = progress.sharedRows
  }

  // MARK: Names of the SQL

  func add(_ part: SQLCTE) { parts.append(part) }

  /// `s1`, `s2` …
  func freshName(_ prefix: String) -> String {
    while true {
      let count = (counters[prefix] ?? 0) + 1
      counters[prefix] = count
      let name = prefix + String(count)
      if takenNames.insert(name).inserted { return name }
    }
  }

  /// `school`, then `school2` …
  func freshAlias(_ wish: String) -> String {
    let wish = wish.lowercased()
    if takenNames.insert(wish).inserted { return wish }
    counters[wish] = counters[wish] ?? 1
    return freshName(wish)
  }

  func nextColumn() -> Int {
    columnCount += 1
    return columnCount
  }

  /// A table of one row, for expressions that need one to stand on.
  func oneRow() -> SQLSelect.Source {
    let name = freshName("one")
    add(
      SQLCTE(
        name: name, body: .select(SQLSelect(columns: [SQLSelect.Output(expression: .truth, name: "_one")]))))
    return SQLSelect.Source(table: name, isCTE: true, alias: name)
  }

  func nextSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  // MARK: Entities

  func entity(_ fullName: String) -> EntityView? {
    if let known = entities[fullName] { return known }
    guard let declaration = catalog.entities.first(where: { $0.fullName == fullName }) else { return nil }
    var chain = [declaration]
    while let parent = chain.last?.extends, chain.count < 16,
      let next = catalog.entities.first(where: { $0.fullName == parent })
    {
      chain.append(next)
    }
    let view = EntityView(declaration, chain: chain)
    entities[fullName] = view
    return view
  }

  /// What people call an entity.
  func label(_ entity: String) -> String {
    self.entity(entity)?.declaration.label.text(environment.language) ?? entity
  }

  /// The word of a stage in the user's language.
  func word(_ stage: String) -> String { Words.find(stage, .stage)?.spelling(environment.language) ?? stage }

  func name(_ type: DataType) -> String { type.name(environment.language) }
}
