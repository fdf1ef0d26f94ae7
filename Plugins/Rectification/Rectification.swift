import PluginAPI

/// The commands of what follows an inspection: dispositions, notices, feedback, closing, the ledger.
public struct Rectification: WorkbenchPlugin {
  public init() {}

  public var commands: [String: any WorkbenchCommand] { [:] }
}

/// Where the workbench gets the plugin from its library.
@c(workbench_plugin_Rectification)
public func makeRectification() -> UnsafeMutableRawPointer { PluginHandle.make(Rectification()) }
