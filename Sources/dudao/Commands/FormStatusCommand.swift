import KitModel
import PluginAPI

/// `form status NAME PERIOD` 报表 状态: one row for each unit.
struct FormStatusCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.status, meaning: FormCommandWords.statusMeaning,
    parameters: FormCommandParameters.form,
    examples: [
      .init("报表 状态 开学自查 2024秋 | 筛选 状态 == \"未交\"", FormCommandWords.statusExample)
    ])

  let book: FormBook

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (form, period) = try FormCommandParameters.form(arguments, book, context)
    return .table(try FormStatus(form, period, book: book, context: context).table())
  }
}

/// `form chase NAME PERIOD` 报表 催报: plain text for a chat group.
struct FormChaseCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.chase, meaning: FormCommandWords.chaseMeaning,
    parameters: FormCommandParameters.form,
    examples: [.init("form chase opening_check 2024秋", FormCommandWords.chaseExample)])

  let book: FormBook

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (form, period) = try FormCommandParameters.form(arguments, book, context)
    return .document(try FormStatus(form, period, book: book, context: context).chase())
  }
}
