import PluginAPI

/// Every task by which somebody judges a unit, however it came into the store.
struct TaskBook {
  let tasks: [InspectionTask]
  let inspections: [Inspection]

  init(_ context: any CommandContext, _ inspections: [Inspection], persons: Roll) throws {
    self.inspections = inspections
    let byCode = Dictionary(inspections.map { ($0.code, $0) }) { first, _ in first }
    let visits = try context.query("visit | select number, inspection, unit, day, inspector, companions")
      .records
    let visited = Set(visits.map { [$0.text("inspection"), $0.text("unit")] })
    var tasks: [InspectionTask] = []
    for row in try context.query("assignment | select inspection, unit, person, origin, draw, day").records {
      guard let unit = row.text("unit"), let person = row.text("person") else { continue }
      let inspection = row.text("inspection").flatMap { byCode[$0] }
      var day = row.date("day") ?? inspection?.start ?? context.asOf
      // Whoever has not been there yet is still to go, whatever day was planned.
      if inspection?.isOpen ?? true, !visited.contains([row.text("inspection"), unit]) {
        day = max(day, context.asOf)
      }
      let kind: InspectionTask.Kind = row.text("origin") == "抽取" ? .drawn : .assignment
      tasks.append(
        InspectionTask(
          kind: kind, inspection: inspection?.code, unit: unit, person: person, day: day,
          number: row.text("draw")))
    }
    for row in visits {
      guard let unit = row.text("unit"), let day = row.date("day") else { continue }
      func task(_ kind: InspectionTask.Kind, _ person: String) -> InspectionTask {
        InspectionTask(
          kind: kind, inspection: row.text("inspection"), unit: unit, person: person, day: day,
          number: row.text("number"))
      }
      if let person = row.text("inspector") { tasks.append(task(.visit, person)) }
      // Companions stand there by name; whoever shares a name with somebody cannot be told.
      for name in row.texts("companions") {
        if let person = persons.only(named: name) { tasks.append(task(.companion, person.code)) }
      }
    }
    for row in try context.query("unit | where inspector is not null | select code, inspector").records {
      guard let unit = row.text("code"), let person = row.text("inspector") else { continue }
      tasks.append(
        InspectionTask(
          kind: .responsible, inspection: nil, unit: unit, person: person, day: context.asOf, number: nil))
    }
    self.tasks = tasks
  }

  /// Tasks under a recusal in force on their day, with it.
  func conflicts(_ book: RecusalBook) -> [(task: InspectionTask, recusal: Recusal)] {
    tasks.flatMap { task in
      book.bars(task.person, from: task.unit, on: task.day).prefix(1).map { (task, $0) }
    }
  }

  /// Whether a task is still ahead or under way, so that a new recusal breaks it.
  func isOpen(_ task: InspectionTask, on day: CalendarDate) -> Bool {
    switch task.kind {
    case .responsible: true
    case .visit, .companion: task.day >= day
    case .assignment, .drawn: inspections.first { $0.code == task.inspection }?.isOpen ?? true
    }
  }
}
