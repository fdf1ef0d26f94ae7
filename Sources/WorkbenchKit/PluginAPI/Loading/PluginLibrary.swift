import Glibc
import KitModel
import KitWorkspace

/// The library of a plugin: checked without loading it, tried in a child process, then loaded.
struct PluginLibrary: Sendable {
  let path: String
  /// `TownshipDuty`: the ending of the entry point's name.
  let name: String

  var file: String { path.split(separator: "/").last.map(String.init) ?? path }
  var entryPoint: String { "workbench_plugin_" + name }

  /// Whether the library is there and was made for this workbench; nothing of it runs.
  func check() throws(Diagnostic) {
    do {
      let section = try ELFFile.section("dudao_stamp", of: path)
      guard let stamp = BuildStamp(section: section) else {
        throw Diagnostic(PluginMessages.stampMissing, ["file": file])
      }
      guard stamp == .current else {
        throw Diagnostic(
          PluginMessages.stampOther,
          ["file": file, "found": stamp.description, "current": BuildStamp.current.description])
      }
    } catch let fault as Diagnostic {
      throw fault
    } catch ELFFile.Fault.noSection {
      throw Diagnostic(PluginMessages.stampMissing, ["file": file])
    } catch ELFFile.Fault.notELF {
      throw Diagnostic(PluginMessages.notALibrary, ["file": file])
    } catch {
      throw Diagnostic(PluginMessages.libraryMissing, ["file": path])
    }
  }

  /// Loads the library into this process and takes the plugin from its entry point. Never unloaded: Swift keeps
  /// the types of a library once it has seen them.
  func load() throws(Diagnostic) -> any WorkbenchPlugin {
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? ""
      throw Diagnostic(PluginMessages.loadFailed, ["file": file, "reason": reason])
    }
    guard let symbol = dlsym(handle, entryPoint) else {
      throw Diagnostic(PluginMessages.entryMissing, ["file": file, "entry": entryPoint])
    }
    typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
    return PluginHandle.take(unsafeBitCast(symbol, to: Entry.self)())
  }

  /// Loads the library and gives the names of its commands: what the child process does.
  func commandNames() throws(Diagnostic) -> [String] { try load().commands.keys.sorted() }
}
