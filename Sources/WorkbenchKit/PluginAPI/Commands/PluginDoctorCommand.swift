import KitModel
import KitWorkspace

/// What is wrong with plugins, and what to do about it: their libraries are tried in child processes.
struct PluginDoctorCommand: WorkbenchCommand {
  let plugins: PluginSet

  static let declaration = CommandDeclaration(
    name: Label(zh: "插件 诊断", en: "plugin doctor"),
    meaning: Label(
      zh: "检查插件：声明、程序文件、构建标记，并在子进程里试装。",
      en: "Examines plugins: declarations, library, build stamp, and a trial load in a child process."),
    parameters: [
      .positional(
        "name", Label(zh: "插件", en: "PLUGIN"), required: false,
        help: Label(zh: "只检查这一个；不写则全部。", en: "Only this one; all when left out."))
    ],
    worksWithoutWorkspace: true,
    examples: [.init("plugin doctor", Label(zh: "检查全部插件", en: "examine all plugins"))])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let language = context.language
    var examined = plugins.plugins
    if let name = arguments.text("name") {
      guard let plugin = plugins.named(name) else {
        let near = Nearness.suggestions(
          for: name, among: plugins.plugins.flatMap { $0.manifest?.names ?? [$0.name] })
        let span = arguments.span("name")
        throw Diagnostic(
          PluginMessages.pluginUnknown, ["name": name], at: span,
          fixes: span.map { span in near.map { Diagnostic.Fix(span, $0) } } ?? [])
      }
      examined = [plugin]
    }
    var blocks: [Document.Block] = []
    for (index, plugin) in examined.enumerated() {
      try context.checkCancellation()
      context.progress(index, of: examined.count, Label(zh: "检查插件", en: "examining plugins"))
      let faults = plugins.examine(plugin)
      guard !faults.isEmpty else { continue }
      let title = plugin.manifest.map { "\($0.label.text(language))（\($0.id)）" } ?? plugin.name
      blocks.append(.heading(title, level: 2))
      let renderer = DiagnosticRenderer(language: language)
      blocks += faults.map { .code(renderer.text($0)) }
    }
    guard blocks.isEmpty else {
      context.markFailed()
      return .document(Document(blocks))
    }
    return .notice(Diagnostic(PluginMessages.allWell, ["count": String(examined.count)], severity: .note))
  }
}
