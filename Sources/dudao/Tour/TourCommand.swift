import KitModel
import PluginAPI

/// `tour [STEP]` 导览: shows the next stop; Tab then puts its line into the empty input.
struct TourCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: TourWords.name, meaning: TourWords.meaning,
    parameters: [
      .positional(
        "step", TourWords.stepParameter, .value(.integer), required: false,
        help: TourWords.stepHelp)
    ], worksWithoutWorkspace: true, examples: [.init("tour 1", TourWords.firstExample)])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let number = arguments.integer("step") ?? state.tourStep + 1
    let count = String(Tour.steps.count)
    guard arguments.integer("step") != nil || number <= Tour.steps.count else {
      state.tourStep = 0
      return .notice(Diagnostic(TourMessages.end, severity: .note))
    }
    guard (1...Tour.steps.count).contains(number) else {
      throw Diagnostic(
        TourMessages.noStep, ["step": String(number), "count": count], at: arguments.span("step"))
    }
    let step = Tour.steps[number - 1]
    let language = context.language
    state.tourStep = number
    state.proposal = step.line.text(language)
    let places = ["step": String(number), "count": count]
    return .document(
      Document([
        .heading(TourMessages.title.text(language, places) + step.title.text(language), level: 1),
        .paragraph(step.text.text(language)), .code(step.line.text(language)),
        .paragraph((number == Tour.steps.count ? TourMessages.last : TourMessages.next).text(language)),
      ]))
  }
}

enum TourMessages {
  static let all = [title, next, last, end, noStep]

  static let title = Message("host.tour-title", zh: "导览 {step}/{count}：", en: "Tour {step}/{count}: ")
  static let next = Message(
    "host.tour-next", zh: "在空行上按 Tab 填入这一行，回车运行；再输入 tour 看下一步。",
    en: "Tab on the empty line fills it in, Enter runs it; then type tour for the next step.")
  static let last = Message(
    "host.tour-last", zh: "这是最后一步。help 列出全部词和命令，help 筛选 这样可以看一个词的说明。",
    en: "This is the last step. help lists all words and commands; help where explains one.")
  static let end = Message(
    "host.tour-end", zh: "导览到此结束。再输入 tour 从头开始。", en: "The tour ends here. tour begins again.")
  static let noStep = Message(
    "host.tour-no-step", zh: "导览没有第 {step} 步，共 {count} 步",
    en: "the tour has no step {step}; there are {count}")
}
