import KitModel
import KitWorkspace

/// Makes the package of a new plugin.
struct PluginNewCommand: WorkbenchCommand {
  let executable: String

  static let declaration = CommandDeclaration(
    name: Label(zh: "插件 新建", en: "plugin new"),
    meaning: Label(
      zh: "新建一个插件的程序包：可以直接构建、装载，带一个实体、一个命令和一个测试。",
      en: "Makes the package of a new plugin, which builds and loads: an entity, a command, a test."),
    parameters: [
      .positional(
        "name", Label(zh: "名称", en: "NAME"),
        help: Label(
          zh: "英文单词首字母大写连写，如 TownshipDuty。", en: "English words in capitals joined, such as TownshipDuty.")),
      .option(
        "label", Label(zh: "中文名", en: "LABEL"),
        help: Label(zh: "插件的中文名称。", en: "What the plugin is called in Chinese.")),
      .option(
        "in", Label(zh: "文件夹", en: "FOLDER"), .folder, default: .text("."),
        help: Label(zh: "建在哪个文件夹里；不写则在当前文件夹。", en: "Where to put it; the current folder when left out.")),
      .option(
        "kit", Label(zh: "源码", en: "FOLDER"), .folder,
        help: Label(
          zh: "工作台源码里的 WorkbenchKit 文件夹；一般能自己找到。",
          en: "The folder WorkbenchKit of the workbench's sources; found by itself as a rule.")),
    ],
    effects: [.files], worksWithoutWorkspace: true,
    examples: [.init("plugin new TownshipDuty --label 履职", Label(zh: "新建插件“履职”", en: "a plugin “履职”"))])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard let kit = arguments.text("kit") ?? PluginScaffold.kit(near: executable),
      SmallFile.exists(kit + "/Package.swift")
    else { throw Diagnostic(PluginMessages.scaffoldKitMissing, at: arguments.span("kit")) }
    let scaffold = try PluginScaffold(
      name: arguments.text("name") ?? "", label: arguments.text("label"), kit: SmallFile.realPath(kit))
    let folder = try scaffold.write(into: arguments.text("in") ?? ".")
    return .notice(
      Diagnostic(
        PluginMessages.scaffolded, ["name": scaffold.name, "folder": folder, "id": scaffold.id],
        severity: .note))
  }
}
