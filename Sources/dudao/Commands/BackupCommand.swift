import KitModel
import KitStore
import PluginAPI

/// `backup [DIR]` 备份: copies the store and the workspace's files, verified.
struct BackupCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: BackupWords.name, meaning: BackupWords.meaning,
    parameters: [
      .positional(
        "folder", BackupWords.folderParameter, .folder, required: false,
        help: BackupWords.folderHelp)
    ], effects: [.files], examples: [.init("backup", BackupWords.firstExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let workspace = try context.openWorkspace()
    let folder =
      try arguments.text("folder").map { try context.absolute($0) } ?? workspace.folder + "/backups"
    if context.isDryRun {
      return .notice(Diagnostic(BackupMessages.dryRun, ["folder": folder], severity: .note))
    }
    let record = try workspace.store.backup(to: folder, context: context.changeContext)
    return .notice(
      Diagnostic(BackupMessages.done, BackupMessages.arguments(record), severity: .note),
      remarks: record.faults)
  }
}

/// `restore DIR` 恢复: puts a backup in the place of the present state, which is kept aside.
struct RestoreCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RestoreWords.name, meaning: RestoreWords.meaning,
    parameters: [
      .positional(
        "folder", RestoreWords.folderParameter, .folder, help: RestoreWords.folderHelp)
    ], effects: [.writes, .destructive],
    examples: [
      .init(
        "restore backups/backup-20241123-000000",
        RestoreWords.firstExample)
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let folder = try context.absolute(try context.inputPath(arguments.text("folder") ?? ""))
    let store = try context.openWorkspace().store
    if context.isDryRun {
      let record = try store.checkBackup(in: folder)
      return .notice(
        Diagnostic(BackupMessages.dryRunRestore, BackupMessages.arguments(record), severity: .note))
    }
    let outcome = try store.restore(from: folder, context: context.changeContext)
    var arguments = BackupMessages.arguments(outcome.restored)
    arguments["aside"] = outcome.aside.folder
    return .notice(
      Diagnostic(BackupMessages.restored, arguments, severity: .note), remarks: outcome.aside.faults)
  }
}

enum BackupMessages {
  static let all = [done, dryRun, restored, dryRunRestore]

  static func arguments(_ record: BackupRecord) -> [String: String] {
    [
      "folder": record.folder, "files": String(record.files), "size": size(record.bytes),
      "time": record.time.text,
      "code": record.head?.code ?? "-",
    ]
  }

  private static func size(_ bytes: Int64) -> String {
    if bytes < 1 << 20 { return "\((bytes + 1023) >> 10) KB" }
    let tenths = (bytes * 10) >> 20
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  static let done = Message(
    "host.backup-done", zh: "已备份并核对：{folder}（{files} 个文件，{size}，校验码 {code}）",
    en: "backed up and verified: {folder} ({files} {files:file|files}, {size}, code {code})")
  static let dryRun = Message(
    "host.backup-dry-run", zh: "试运行：会备份到 {folder}", en: "dry run: a backup would be made below {folder}")
  static let restored = Message(
    "host.restore-done", zh: "已恢复 {time} 的备份 {folder}；恢复前的数据存为 {aside}",
    en: "the backup {folder} of {time} is back; what was there before is {aside}",
    helpZh: "备份里的 workspace.yaml、脚本等也已恢复，重新打开工作区后生效；备份之后新加的文件没有动",
    helpEn:
      "its workspace.yaml, scripts and so on are back too: open the workspace again to use them. Files added since stay"
  )
  static let dryRunRestore = Message(
    "host.restore-dry-run", zh: "试运行：备份 {folder} 完好（{files} 个文件，校验码 {code}），会恢复它",
    en:
      "dry run: the backup {folder} is sound ({files} {files:file|files}, code {code}) and would be brought back"
  )
}
