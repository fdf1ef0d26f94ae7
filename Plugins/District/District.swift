import PluginAPI

/// The commands of the shared model: draws, inspections, teams and recusals.
public struct District: WorkbenchPlugin {
  public init() {}

  public var commands: [String: any WorkbenchCommand] {
    [
      "draw prepare": DrawPrepareCommand(),
      "draw run": DrawRunCommand(),
      "draw void": DrawVoidCommand(),
      "draw record": DrawRecordCommand(),
      "inspection step": StepCommand(),
      "inspection status": StatusCommand(),
      "inspection assign": AssignCommand(),
      "inspection recuse": RecuseCommand(),
      "inspection conflicts": ConflictsCommand(),
    ]
  }
}

/// Where the workbench gets the plugin from its library.
@c(workbench_plugin_District)
public func makeDistrict() -> UnsafeMutableRawPointer { PluginHandle.make(District()) }
