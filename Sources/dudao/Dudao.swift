import ArgumentParser
import PluginAPI

@main
struct Dudao: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "督导工作台 · the supervision office's workbench")
}
