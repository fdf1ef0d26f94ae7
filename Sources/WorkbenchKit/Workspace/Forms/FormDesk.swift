import KitLanguage
import KitModel
import KitQuery
import KitStore

/// What the work with forms needs of the workspace at hand.
struct FormDesk {
  let context: any CommandContext
  let workspace: Workspace
  let book: FormBook

  init(_ context: any CommandContext, _ book: FormBook) throws {
    guard let workspace = context.workspace?.opened else { throw Diagnostic(SessionMessages.noWorkspace) }
    self.context = context
    self.workspace = workspace
    self.book = book
  }

  var store: any Store { workspace.store }
  var folder: WorkspaceFolder { workspace.folder }

  func queries(_ period: Period) -> FormQueries {
    FormQueries(period: period) { try context.query($0, variables: $1) }
  }

  /// Recipients with the names that their entity knows.
  func recipients(of form: Form, _ period: Period) throws -> [FormRecipient] {
    let units = try units(of: form)
    return try form.recipients(queries(period)).map { recipient in
      var named = recipient
      if recipient.name == recipient.key { named.name = units.name(recipient.key) }
      return named
    }
  }

  func entity(_ name: String) throws -> EntityDeclaration {
    if let entity = workspace.declarations[name] { return entity }
    return try workspace.importer().entity(named: name)
  }

  /// The units that fill a form, by all their names.
  func units(of form: Form) throws -> FormUnits {
    let entity = try entity(form.declaration.unit)
    return FormUnits(
      index: try StoreLookups(store: store, declarations: workspace.declarations).references(to: entity))
  }

  func deliveries(of form: String? = nil, _ period: Period? = nil) throws -> [FormDelivery] {
    var text = "`form`.`delivery`"
    var variables: [String: Value] = [:]
    if let form {
      text += " | where `form` == $f"
      variables["f"] = .text(form)
    }
    if let period {
      text += " | where `period` == $p"
      variables["p"] = .period(period)
    }
    return try context.query(text, variables: variables).rows.compactMap { FormDelivery($0.values) }
  }

  /// The rows of an expression over a table that lies in memory: the one evaluator, over a table of the session.
  func query(
    _ text: String, over table: Table, named name: String, variables: [NameKey: QueryScope.Variable] = [:]
  ) throws -> Table {
    var declaration = try ScratchTables(store: store).table(table, label: Label(zh: name, en: name))
    defer { try? store.dropScratch(declaration) }
    declaration.name = name
    var catalog = try context.catalog()
    catalog.tables.append(declaration)
    let compiler = QueryCompiler(
      catalog: catalog,
      environment: QueryEnvironment(
        today: context.asOf, calendar: workspace.configuration.calendar, isStrict: true,
        language: context.language), scope: QueryScope(variables: variables)
    ) { try store.table(of: $0).rows }
    guard case .value(let value)? = try Parser.parse(text).get().statements.first?.kind else {
      throw Diagnostic(SessionMessages.oneQueryWanted)
    }
    guard case .rows(let query) = try compiler.compile(value).result else {
      throw Diagnostic(SessionMessages.oneQueryWanted)
    }
    return try store.table(of: query)
  }
}

/// Names of units.
struct FormUnits {
  let index: ReferenceIndex

  /// The name of a unit, else its key.
  func name(_ key: String) -> String {
    let described = index.described(key)
    return described == key ? key : String(described.dropFirst(key.count + 1))
  }

  /// The unit among these whose name stands in the name of a file: the longest that does.
  func guess(_ file: String, among recipients: [FormRecipient]) -> FormRecipient? {
    let text = MatchKey(file).text
    let found = recipients.filter { text.contains(MatchKey($0.name).text) || text.contains($0.key) }
    return found.max { $0.name.count < $1.name.count }
  }
}
