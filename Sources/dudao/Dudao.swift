import ArgumentParser
import Glibc
import PluginAPI

@main
enum Dudao {
  static func main() {
    // A child process in which a plugin's library is tried: nothing else of the workbench is started.
    if let status = PluginTrial.runIfAsked(CommandLine.arguments) { exit(status) }
    do {
      let a = try CommandLineArguments.parse(Array(CommandLine.arguments.dropFirst()))
      print(a.words, a.format ?? "-", a.text ?? "-", a.answersYes)
    } catch {
      print(CommandLineArguments.message(for: error))
    }
  }
}
