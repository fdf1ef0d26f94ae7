import PluginAPI

/// The commands of what follows an inspection: dispositions, notices, feedback, closing, the ledger.
public struct Rectification: WorkbenchPlugin {
  public init() {}

  public var commands: [String: any WorkbenchCommand] {
    [
      "rectify dispose": DisposeCommand(), "rectify draft": DraftCommand(),
      "rectify sign": SignCommand(), "rectify void": VoidCommand(), "rectify deliver": DeliverCommand(),
      "rectify report": ReportCommand(),
      "rectify check": CheckCommand(), "rectify close": CloseCommand(), "rectify reopen": ReopenCommand(),
      "rectify extend": ExtendCommand(), "rectify history": HistoryCommand(),
      "rectify ledger": LedgerCommand(), "rectify month": MonthCommand(), "rectify remind": RemindCommand(),
      "rectify propose": ProposeCommand(), "rectify decide": DecideCommand(),
      "rectify follow": FollowCommand(),
    ]
  }
}

/// Where the workbench gets the plugin from its library.
@c(workbench_plugin_Rectification)
public func makeRectification() -> UnsafeMutableRawPointer { PluginHandle.make(Rectification()) }
