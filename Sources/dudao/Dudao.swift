import Glibc
import PluginAPI

@main
enum Dudao {
  static func main() {
    // This process may have been started as the child in which a plugin is tried.
    if let status = PluginTrial.runIfAsked(CommandLine.arguments) { exit(status) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    let environment = HostEnvironment.current(isPlain: arguments.contains("--no-color"))
    exit(Host.run(arguments, in: environment).rawValue)
  }
}
