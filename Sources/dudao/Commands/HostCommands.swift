import KitArchive
import KitModel
import KitPapers
import KitRubrics
import PluginAPI

/// The commands of the host, each in a file of its own.
enum HostCommands {
  static func register(
    in registry: inout CommandRegistry, state: HostState, assessments: [Assessment] = [],
    forms: FormBook = FormBook(), due: [DueSource] = []
  ) throws {
    try registry.add(OpenCommand.declaration, OpenCommand())
    try registry.add(ImportCommand.declaration, ImportCommand(state: state))
    try registry.add(CatalogCommand.declaration, CatalogCommand())
    try registry.add(CardCommand.declaration, CardCommand())
    registry.loneNameCommand = CardCommand.declaration.name.en
    registry.loneNameUnknown = [CardMessages.unknown, CardMessages.unknownNear, CardMessages.unknownPart]
    try registry.add(FindCommand.declaration, FindCommand())
    try registry.add(NewCommand.declaration, NewCommand())
    try registry.add(EditCommand.declaration, EditCommand())
    try registry.add(EditBackCommand.declaration, EditBackCommand())
    try registry.add(DescribeCommand.declaration, DescribeCommand())
    try registry.add(ExplainCommand.declaration, ExplainCommand(assessments: assessments))
    try registry.add(RevealCommand.declaration, RevealCommand())
    try registry.add(FormNewCommand.declaration, FormNewCommand(book: forms))
    try registry.add(FormOutCommand.declaration, FormOutCommand(book: forms))
    try registry.add(FormCollectCommand.declaration, FormCollectCommand(book: forms))
    try registry.add(FormCheckCommand.declaration, FormCheckCommand(book: forms, state: state))
    try registry.add(FormStatusCommand.declaration, FormStatusCommand(book: forms))
    try registry.add(FormChaseCommand.declaration, FormChaseCommand(book: forms))
    try registry.add(RunCommand.declaration, RunCommand())
    try registry.add(DueCommand.declaration, DueCommand(sources: due))
    try registry.add(RunsCommand.declaration, RunsCommand())
    try registry.add(RerunCommand.declaration, RerunCommand())
    try registry.add(SealCommand.declaration, SealCommand(assessments: assessments))
    try registry.add(DiffCommand.declaration, DiffCommand(assessments: assessments))
    for (declaration, command) in PaperCommands.all { try registry.add(declaration, command) }
    try registry.add(ArchiveCommand.declaration, ArchiveCommand(assessments: assessments))
    try registry.add(LogCommand.declaration, LogCommand())
    try registry.add(UndoCommand.declaration, UndoCommand())
    try registry.add(VerifyCommand.declaration, VerifyCommand())
    try registry.add(BackupCommand.declaration, BackupCommand())
    try registry.add(RestoreCommand.declaration, RestoreCommand())
    try registry.add(HelpCommand.declaration, HelpCommand())
    try registry.add(TourCommand.declaration, TourCommand(state: state))
    try registry.add(TimingCommand.declaration, TimingCommand(state: state))
    try registry.add(ExitCommand.declaration, ExitCommand(state: state))
  }
}
