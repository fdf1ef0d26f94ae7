import KitModel
import PluginAPI

/// `form out NAME PERIOD` 报表 下发: a workbook for each unit.
struct FormOutCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.out, meaning: FormCommandWords.outMeaning,
    parameters: FormCommandParameters.form + [
      .option(
        "deadline", FormCommandWords.deadlineParameter, .value(.date), help: FormCommandWords.deadlineHelp),
      .option("to", FormCommandWords.toParameter, .folder, help: FormCommandWords.toHelp),
      .option("only", FormCommandWords.onlyParameter, repeated: true, help: FormCommandWords.onlyHelp),
    ], effects: [.writes, .files],
    examples: [
      .init("报表 下发 开学自查 2024秋", FormCommandWords.outExample),
      .init(
        "form out opening_check 2024秋 --only 青石镇中心小学 --deadline 2024-12-20", FormCommandWords.outOneExample),
    ])

  let book: FormBook

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (form, period) = try FormCommandParameters.form(arguments, book, context)
    return try FormSender(form, period, book: book, context: context).send(
      deadline: arguments.date("deadline"), to: try arguments.text("to").map { try context.absolute($0) },
      only: arguments.texts("only"))
  }
}

/// The parameters that the commands for forms share.
enum FormCommandParameters {
  static let form: [CommandParameter] = [
    .positional("form", FormCommandWords.nameParameter, help: FormCommandWords.nameHelp),
    .positional(
      "period", FormCommandWords.periodParameter, .value(.period(nil)), help: FormCommandWords.periodHelp),
  ]

  static func form(
    _ arguments: CommandArguments, _ book: FormBook, _ context: any CommandContext
  ) throws -> (Form, Period) {
    guard let period = arguments.period("period"), let name = arguments.text("form") else {
      throw Diagnostic(HostMessages.noWorkspace)
    }
    _ = try context.openWorkspace()
    return (try book.form(named: name, for: period, in: context), period)
  }
}
