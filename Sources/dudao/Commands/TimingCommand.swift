import KitModel
import PluginAPI

/// `timing [开|关|on|off]` 计时: says after each input how long it took.
struct TimingCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: TimingWords.name, meaning: TimingWords.meaning,
    parameters: [
      .positional(
        "state", TimingWords.stateParameter, .value(.choice(["开", "关", "on", "off", "yes", "no"])),
        required: false,
        help: TimingWords.stateHelp)
    ], worksWithoutWorkspace: true, examples: [.init("timing 开", TimingWords.firstExample)])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let isOn = arguments.text("state").map { ["开", "on", "yes"].contains($0) } ?? !state.showsTiming
    state.showsTiming = isOn
    return .notice(Diagnostic(isOn ? TimingMessages.on : TimingMessages.off, severity: .note))
  }
}

enum TimingMessages {
  static let all = [on, off, took]

  static let on = Message("host.timing-on", zh: "计时已打开", en: "timing is on")
  static let off = Message("host.timing-off", zh: "计时已关闭", en: "timing is off")
  static let took = Message("host.timing-took", zh: "用时 {seconds} 秒", en: "took {seconds} s")
}
