import PluginAPI

/// The commands of the shared model: draws, inspections, teams and recusals.
public struct District: WorkbenchPlugin {
  public init() {}

  public var commands: [String: any WorkbenchCommand] { [:] }
}

/// Where the workbench gets the plugin from its library.
@c(workbench_plugin_District)
public func makeDistrict() -> UnsafeMutableRawPointer { PluginHandle.make(District()) }
