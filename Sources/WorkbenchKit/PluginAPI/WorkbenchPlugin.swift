@_exported import KitDocuments
@_exported import KitModel
@_exported import KitPapers
@_exported import KitWorkspace

/// The code of a plugin: one work area's commands. What can be said as data stands in `plugin.yaml` and
/// `entities.yaml`; a plugin that is only data has no code at all.
///
/// A plugin's library exports one C function, `workbench_plugin_<Library>`, from which the workbench gets it:
///
///     @c(workbench_plugin_TownshipDuty)
///     public func makeTownshipDuty() -> UnsafeMutableRawPointer { PluginHandle.make(TownshipDuty()) }
public protocol WorkbenchPlugin: Sendable {
  /// The commands by the English name that `plugin.yaml` gives them.
  var commands: [String: any WorkbenchCommand] { get }
}

/// How a plugin passes through the C entry point.
public final class PluginHandle: Sendable {
  let plugin: any WorkbenchPlugin

  private init(_ plugin: any WorkbenchPlugin) { self.plugin = plugin }

  /// The plugin as a pointer that the workbench takes over.
  public static func make(_ plugin: some WorkbenchPlugin) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(PluginHandle(plugin)).toOpaque()
  }

  /// The plugin behind a pointer that an entry point returned, once.
  static func take(_ pointer: UnsafeMutableRawPointer) -> any WorkbenchPlugin {
    Unmanaged<PluginHandle>.fromOpaque(pointer).takeRetainedValue().plugin
  }
}
