import PluginAPI

/// Who was at each unit in the inspection of the same kind before this one: they do not go there twice running.
struct LastTeams {
  private var byUnit: [String: (inspection: Inspection, persons: Set<String>)] = [:]

  /// Nobody was anywhere.
  init() {}

  init(_ context: any CommandContext, before inspection: Inspection, on day: CalendarDate) throws {
    let all = try Inspection.all(context)
    let persons = try Roll.persons(context)
    let earlier = Dictionary(
      all.filter { $0.kind == inspection.kind && $0.code != inspection.code && ($0.start ?? day) <= day }
        .map { ($0.code, $0) }
    ) { first, _ in first }
    for task in try TaskBook(context, all, persons: persons).tasks {
      guard let found = task.inspection.flatMap({ earlier[$0] }), task.day <= day else { continue }
      let kept = byUnit[task.unit]
      if let kept, kept.inspection.code != found.code {
        // The later of two inspections counts, alone.
        guard (kept.inspection.start ?? day, kept.inspection.code) < (found.start ?? day, found.code) else {
          continue
        }
        byUnit[task.unit] = (found, [task.person])
      } else {
        byUnit[task.unit] = (found, (kept?.persons ?? []).union([task.person]))
      }
    }
  }

  /// The title of the inspection in which a person was at a unit; nil: not the last time.
  func title(_ person: String, _ unit: String) -> String? {
    byUnit[unit].flatMap { $0.persons.contains(person) ? $0.inspection.title : nil }
  }
}
