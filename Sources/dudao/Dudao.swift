import ArgumentParser
import PluginAPI

@main
enum Dudao {
  static func main() {
    do {
      let a = try CommandLineArguments.parse(Array(CommandLine.arguments.dropFirst()))
      print(a.words, a.format ?? "-", a.text ?? "-", a.answersYes)
    } catch {
      print(CommandLineArguments.message(for: error))
    }
  }
}
