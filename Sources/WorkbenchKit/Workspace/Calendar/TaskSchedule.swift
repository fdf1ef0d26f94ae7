import KitModel
import KitStore

/// When recurring work is due, and whether it was done: worked out of the calendar and the runs of scripts alone.
public struct TaskSchedule {
  /// One time at which a task is to be done.
  public struct Occurrence: Hashable, Sendable {
    public var task: RecurringTask
    public var period: Period?
    /// The day by which it is to be done.
    public var due: CalendarDate

    public func isOverdue(_ today: CalendarDate) -> Bool { due < today }
  }

  let calendar: SchoolCalendar
  let schoolYear: Period?
  let runs: [FinishedRun]

  /// - Parameter schoolYear: The current one of the workspace: what was due before it is not asked for.
  public init(calendar: SchoolCalendar, schoolYear: Period?, runs: [FinishedRun]) {
    self.calendar = calendar
    self.schoolYear = schoolYear
    self.runs = runs
  }

  /// What is to be done on a day and was not yet, the earliest first.
  public func pending(_ tasks: [RecurringTask], on today: CalendarDate) -> [Occurrence] {
    tasks.flatMap { occurrences(of: $0, on: today) }.sorted {
      ($0.due, $0.task.label.zh) < ($1.due, $1.task.label.zh)
    }
  }

  private func occurrences(of task: RecurringTask, on today: CalendarDate) -> [Occurrence] {
    let since = task.since ?? start(today)
    switch task.cycle {
    case .each(let kind):
      return periods(kind, from: since, to: today, ahead: task.ahead).compactMap { period in
        guard let days = calendar.days(of: period), let wished = days.first.adding(days: task.due - 1) else {
          return nil
        }
        // The 31st of a shorter month is its last day.
        let due = min(wished, days.last)
        guard isListed(task, due, today), due >= since, !isDone(task, in: period, days, due) else {
          return nil
        }
        return Occurrence(task: task, period: period, due: due)
      }
    case .days(let count):
      let last = runs.filter { isOf(task, $0, in: nil) && $0.day <= today }.map(\.day).max() ?? since
      guard let due = last.adding(days: count), isListed(task, due, today) else { return [] }
      return [Occurrence(task: task, period: nil, due: due)]
    case .before(let day):
      if let from = task.since, day < from { return [] }
      let isDone = runs.contains { isOf(task, $0, in: nil) && $0.day >= since && $0.day <= today }
      return isListed(task, day, today) && !isDone ? [Occurrence(task: task, period: nil, due: day)] : []
    }
  }

  /// The first day of the current school year.
  private func start(_ today: CalendarDate) -> CalendarDate {
    let year = schoolYear ?? calendar.schoolYear(of: today)
    return year.flatMap { calendar.days(of: $0)?.first } ?? today
  }

  private func isListed(_ task: RecurringTask, _ due: CalendarDate, _ today: CalendarDate) -> Bool {
    due.ordinal - today.ordinal <= task.ahead
  }

  /// Whether the run was one of the task: of its script, with the values that the task gives to it. The same script may
  /// stand in several tasks.
  private func isOf(_ task: RecurringTask, _ run: FinishedRun, in period: Period?) -> Bool {
    guard let script = task.script,
      NameKey(SourceText(name: script, "").shortName) == NameKey(SourceText(name: run.script, "").shortName)
    else { return false }
    // Where the period is a value by itself, values that only hold it say where something lies, which may be elsewhere.
    let hasPeriod = task.parameters.contains { $0.value == RecurringTask.Parameter.period }
    return task.parameters.allSatisfy { parameter in
      if hasPeriod, parameter.value != RecurringTask.Parameter.period,
        parameter.value.contains(RecurringTask.Parameter.period)
      {
        return true
      }
      let wanted = NameKey(parameter.text(for: period))
      return run.parameters.contains {
        NameKey($0.name) == NameKey(parameter.name)
          && (NameKey($0.value) == wanted || $0.typed.map(NameKey.init) == wanted)
      }
    }
  }

  /// A run for the period, where the script takes one, else any since the period began: a late one makes up for what
  /// was left out before. One before the day from which the task is listed came too early: there was nothing to count yet.
  private func isDone(
    _ task: RecurringTask, in period: Period, _ days: (first: CalendarDate, last: CalendarDate),
    _ due: CalendarDate
  ) -> Bool {
    let isFixed = task.parameters.contains { $0.value.contains(RecurringTask.Parameter.period) }
    let listed = due.adding(days: -task.ahead) ?? due
    return runs.contains { run in
      isOf(task, run, in: period) && run.day >= listed && (isFixed || days.first <= run.day)
    }
  }

  /// The periods from the one of `since` to the one that may be listed today; at most two hundred of them.
  private func periods(_ kind: Period.Kind, from since: CalendarDate, to today: CalendarDate, ahead: Int)
    -> [Period]
  {
    guard let last = today.adding(days: max(0, ahead)), var period = calendar.period(of: kind, on: since)
    else { return [] }
    var periods: [Period] = []
    while periods.count < 200, let days = calendar.days(of: period), days.first <= last {
      periods.append(period)
      guard let next = period.offset(by: 1) else { break }
      period = next
    }
    return periods
  }
}
