import KitModel
import KitStore

/// 待办: what is to be done on a day: recurring work, and rows of the workspace whose time is running out.
public struct DueList: Sendable {
  /// One line of it.
  public struct Entry: Sendable {
    public var label: Label
    public var period: Period?
    /// The earliest day.
    public var due: CalendarDate
    public var overdue: Int
    public var soon: Int
    public var what: What

    public init(label: Label, period: Period?, due: CalendarDate, overdue: Int, soon: Int, what: What) {
      self.label = label
      self.period = period
      self.due = due
      self.overdue = overdue
      self.soon = soon
      self.what = what
    }
  }

  public enum What: Sendable {
    case task(TaskSchedule.Occurrence)
    /// A pipeline that shows the rows.
    case rows(String)
  }

  public var entries: [Entry]
  /// What could not be asked, and why.
  public var remarks: [Diagnostic] = []

  public var overdue: Int { entries.map(\.overdue).reduce(0, +) }
  public var soon: Int { entries.map(\.soon).reduce(0, +) }

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// Asks for all of it.
  ///
  /// - Parameter query: Gives the rows of a pipeline.
  public init(
    of workspace: SessionWorkspace, sources: [DueSource], on today: CalendarDate,
    query: (String, [String: Value]) throws -> Table
  ) throws {
    entries = []
    if let configuration = workspace.opened?.configuration, !configuration.recurring.isEmpty {
      let schedule = TaskSchedule(
        calendar: workspace.calendar, schoolYear: configuration.schoolYear,
        runs: try workspace.store.finishedRuns())
      entries = schedule.pending(configuration.recurring, on: today).map { occurrence in
        let isOverdue = occurrence.isOverdue(today)
        return Entry(
          label: occurrence.task.label, period: occurrence.period, due: occurrence.due,
          overdue: isOverdue ? 1 : 0,
          soon: isOverdue ? 0 : 1, what: .task(occurrence))
      }
    }
    let hasForms = workspace.entities.contains { $0.fullName == FormRelations.delivery }
    for source in (hasForms ? [.forms] : []) + sources {
      do {
        if let entry = try Self.entry(source, today, query) { entries.append(entry) }
      } catch let wish as CancellationError {
        throw wish
      } catch {
        remarks += SessionMessages.diagnostics(of: error).map { fault in
          Diagnostic(
            DueMessages.sourceFaulty,
            [
              "label": source.label.zh, "labelEn": source.label.en, "plugin": source.plugin,
              "reason": fault.message.text(.zh, fault.arguments),
              "reasonEn": fault.message.text(.en, fault.arguments),
            ], severity: .warning)
        }
      }
    }
    entries.sort { ($0.due, $0.label.zh) < ($1.due, $1.label.zh) }
  }

  private static func entry(
    _ source: DueSource, _ today: CalendarDate, _ query: (String, [String: Value]) throws -> Table
  ) throws -> Entry? {
    let days = try query(source.rows, [:]).rows.compactMap { row -> CalendarDate? in
      if case .date(let day)? = row.values.first { day } else { nil }
    }
    let listed = days.filter { $0.ordinal - today.ordinal <= source.ahead }
    guard let first = listed.min() else { return nil }
    let overdue = listed.count { $0 < today }
    return Entry(
      label: source.label, period: nil, due: first, overdue: overdue, soon: listed.count - overdue,
      what: .rows(source.rows.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }
}
