import KitModel
import KitWorkspace

/// All plugins that were found, in use or not.
struct PluginListCommand: WorkbenchCommand {
  let plugins: PluginSet

  static let declaration = CommandDeclaration(
    name: Label(zh: "插件 列表", en: "plugin list"),
    meaning: Label(zh: "列出找到的插件和它们的状态。", en: "Lists the plugins that were found and their state."),
    worksWithoutWorkspace: true,
    examples: [.init("plugin list", Label(zh: "全部插件", en: "all plugins"))])

  func run(_ arguments: CommandArguments, in context: any CommandContext) -> CommandResult {
    let language = context.language
    let columns = [
      Column(id: "id", label: Label(zh: "标识", en: "Id"), type: .text),
      Column(id: "label", label: Label(zh: "名称", en: "Name"), type: .text),
      Column(id: "version", label: Label(zh: "版本", en: "Version"), type: .text),
      Column(id: "state", label: Label(zh: "状态", en: "State"), type: .text),
      Column(id: "commands", label: Label(zh: "命令数", en: "Commands"), type: .integer),
      Column(id: "reason", label: Label(zh: "原因", en: "Reason"), type: .text),
      Column(id: "folder", label: Label(zh: "文件夹", en: "Folder"), type: .text),
    ]
    let found =
      plugins.plugins.map { ($0, $0.state.message) } + plugins.idle.map { ($0, PluginMessages.stateIdle) }
    let rows = found.map { plugin, state in
      let manifest = plugin.manifest
      let reason = plugin.faults.first.map { $0.message.text(language, $0.arguments) }
      return Table.Row([
        .text(plugin.name), manifest.map { .text($0.label.text(language)) } ?? .null,
        manifest.map { .text($0.version) } ?? .null,
        .text(state.text(language)), .integer(Int64(manifest?.commands.count ?? 0)),
        reason.map(Value.text) ?? .null, .text(plugin.folder),
      ])
    }
    return .table(Table(columns: columns, rows: rows))
  }
}

extension Plugin.State {
  var message: Message {
    switch self {
    case .ready: PluginMessages.stateReady
    case .dataOnly: PluginMessages.stateDataOnly
    case .codeDisabled: PluginMessages.stateCodeDisabled
    case .disabled: PluginMessages.stateDisabled
    }
  }
}
