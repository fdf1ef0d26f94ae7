import KitModel
import KitWorkspace

/// `plugin list`, `plugin doctor`, `plugin new`: the commands about plugins themselves.
public enum PluginCommands {
  /// Adds them to the registry.
  ///
  /// - Parameter executable: The real path of the workbench, near which the kit's sources are looked for.
  public static func register(in registry: inout CommandRegistry, plugins: PluginSet, executable: String)
    throws
  {
    try registry.add(PluginListCommand.declaration, PluginListCommand(plugins: plugins))
    try registry.add(PluginDoctorCommand.declaration, PluginDoctorCommand(plugins: plugins))
    try registry.add(PluginNewCommand.declaration, PluginNewCommand(executable: executable))
  }

  public static let declarations = [
    PluginListCommand.declaration, PluginDoctorCommand.declaration, PluginNewCommand.declaration,
  ]
}
