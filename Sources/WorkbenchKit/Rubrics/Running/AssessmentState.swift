import KitModel
import KitWorkspace

/// How far the assessment of a year has come: the row of its last version.
struct AssessmentState {
  var version: Int64
  var stage: AssessmentStage
  var code: String
  var rubric: String
  var scoredBy: String
  var scoredOn: CalendarDate?
  var feedbackOn: CalendarDate?
  var decidedOn: CalendarDate?
  var announcedOn: CalendarDate?
  var reviewUntil: CalendarDate?
  var noticeUntil: CalendarDate?
  var sealedOn: CalendarDate?

  /// The days of the stations that it has come to.
  var days: [CalendarDate] {
    [scoredOn, feedbackOn, decidedOn, announcedOn, sealedOn].compactMap { $0 }
  }

  /// Nil: it was never scored.
  init?(of year: Period, _ assessment: Assessment, _ context: any CommandContext) throws {
    let table = try context.query(
      """
      \(assessment.quoted("assessment")) | where year == $the_year | sort -version | take 1 \
      | select version, state, code, scored_by, scored_on, review_until, notice_until, sealed_on, rubric, \
      feedback_on, decided_on, announced_on
      """, variables: ["the_year": .period(year)])
    guard let row = table.rows.first, case .integer(let version) = row.values[0] else { return nil }
    self.version = version
    stage = AssessmentStage(rawValue: InputGatherer.text(row.values[1])) ?? .preliminary
    code = InputGatherer.text(row.values[2])
    scoredBy = InputGatherer.text(row.values[3])
    rubric = InputGatherer.text(row.values[8])
    func day(_ place: Int) -> CalendarDate? {
      if case .date(let day) = row.values[place] { day } else { nil }
    }
    (scoredOn, reviewUntil, noticeUntil, sealedOn) = (day(4), day(5), day(6), day(7))
    (feedbackOn, decidedOn, announcedOn) = (day(9), day(10), day(11))
  }
}
