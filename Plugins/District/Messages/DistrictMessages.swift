import PluginAPI

/// All sentences of this plugin.
enum DistrictMessages {
  static let all: [Message] = [
    SharedFaults.all, RecusalFaults.all, ProcedureFaults.all, DrawFaults.all, DrawFaults.ofLists,
    InspectionFaults.all,
  ].flatMap { $0 }
}
