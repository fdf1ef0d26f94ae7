import PluginAPI

/// `inspection conflicts` 督导 冲突: every task under a recusal in force on its day, however it came into the store.
struct ConflictsCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let inspections = try Inspection.all(context)
    let wanted =
      try arguments.text("inspection").map { _ in try Inspection.named(by: arguments, among: inspections).code
      }
    let (units, persons) = (try Roll.units(context), try Roll.persons(context))
    let tasks = try TaskBook(context, inspections, persons: persons)
    let conflicts = tasks.conflicts(try RecusalBook(context)).filter {
      wanted == nil || $0.task.inspection == wanted
    }
    return .table(ConflictTable.table(conflicts, units: units, persons: persons, inspections))
  }
}
