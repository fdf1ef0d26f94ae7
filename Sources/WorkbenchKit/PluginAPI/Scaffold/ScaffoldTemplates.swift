/// The files of a new plugin, with `__NAME__`, `__ID__`, `__LABEL__` and `__KIT__` to be filled in.
enum ScaffoldTemplates {
  static let manifest = """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "__NAME__",
      products: [.library(name: "__NAME__", type: .dynamic, targets: ["__NAME__"])],
      dependencies: [.package(path: "__KIT__")],
      targets: [
        .target(
          name: "__NAME__",
          dependencies: [.product(name: "WorkbenchKit", package: "WorkbenchKit")],
          resources: [.copy("plugin.yaml"), .copy("entities.yaml")],
          // Says of which workbench the library was made; without it, it is not loaded.
          plugins: [.plugin(name: "BuildStamp", package: "WorkbenchKit")]),
        .testTarget(
          name: "__NAME__Tests",
          dependencies: ["__NAME__", .product(name: "WorkbenchKit", package: "WorkbenchKit")]),
      ]
    )

    """

  static let plugin = """
    import PluginAPI

    /// The commands of the plugin, by the English names that plugin.yaml gives them.
    struct __NAME__: WorkbenchPlugin {
      var commands: [String: any WorkbenchCommand] { ["__ID__ summary": SummaryCommand()] }
    }

    /// Where the workbench gets the plugin from its library.
    @c(workbench_plugin___NAME__)
    public func make__NAME__() -> UnsafeMutableRawPointer { PluginHandle.make(__NAME__()) }

    """

  static let command = """
    import PluginAPI

    /// Notes counted by state.
    struct SummaryCommand: WorkbenchCommand {
      func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
        guard let state = arguments.text("state") else {
          return .table(try context.query("__ID__.note | group state { number = count() }"))
        }
        // What was typed is never pasted into a query: it goes in as a variable.
        let table = try context.query(
          "__ID__.note | where state == $wanted | group state { number = count() }",
          variables: ["wanted": .text(state)])
        return .table(table)
      }
    }

    """

  static let declaration = """
    id: __ID__
    label: __LABEL__
    english: __NAME__
    version: 0.1.0
    api: 1
    requires: []
    entities: entities.yaml
    library: __NAME__
    meaning:
      zh: 这个插件做什么，一句话。
      en: What this plugin is for, in one sentence.
    commands:
      - name: __ID__ summary
        label: __LABEL__ 小结
        meaning: {zh: 各状态的记录有多少条。, en: How many notes there are in each state.}
        effects: [reads]
        parameters:
          - id: state
            label: 状态
            english: state
            type: choice
            choices: [未办, 已办]
            help: {zh: 只数这种状态的。, en: Counts only notes in this state.}
        examples:
          - text: __ID__ summary
            meaning: {zh: 全部状态, en: all states}
          - text: __ID__ summary --state 未办
            meaning: {zh: 只看未办的, en: open ones only}

    """

  static let entities = """
    entities:
      - id: note
        label: __LABEL__记录
        english: __NAME__ note
        meaning: {zh: 一件要办的事。, en: Something to be done.}
        key: [number]
        order: [number]
        name: text
        fields:
          - id: number
            label: 编号
            english: Number
            type: text
            required: true
            meaning: {zh: 记录的编号。, en: The number of the note.}
          - id: text
            label: 内容
            english: Text
            type: text
            required: true
            meaning: {zh: 要办什么。, en: What is to be done.}
          - id: state
            label: 状态
            english: State
            type: choice
            choices: [未办, 已办]
            meaning: {zh: 办到哪一步。, en: How far it is.}

    """

  static let test = """
    import PluginAPI
    import Testing

    @testable import __NAME__

    @Suite struct __NAME__Tests {
      /// What every plugin must keep to: see PluginConformance.
      @Test func keepsToTheRules() {
        let manifest = PluginConformance.manifest(beside: #filePath, named: "__NAME__")
        #expect(PluginConformance.faults(of: __NAME__(), manifest: manifest) == [])
      }
    }

    """
}
