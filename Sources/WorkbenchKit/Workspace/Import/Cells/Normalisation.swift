import KitModel

/// A change made to the text of a cell before it was read, counted and said.
enum Normalisation: Int, CaseIterable {
  case fullWidth, blanks, nameBlanks, separators, unit, unitConverted, tenThousand, percent, rounded, date,
    serialDate
  case timeDropped, yesNo, choiceAlias, referenceName, dashEmpty, period

  var message: Message {
    switch self {
    case .fullWidth: ImportRemarks.fullWidth
    case .blanks: ImportRemarks.blanks
    case .nameBlanks: ImportRemarks.nameBlanks
    case .separators: ImportRemarks.separators
    case .unit: ImportRemarks.unit
    case .unitConverted: ImportRemarks.unitConverted
    case .tenThousand: ImportRemarks.tenThousand
    case .percent: ImportRemarks.percent
    case .rounded: ImportRemarks.rounded
    case .date: ImportRemarks.date
    case .serialDate: ImportRemarks.serialDate
    case .timeDropped: ImportRemarks.timeDropped
    case .yesNo: ImportRemarks.yesNo
    case .choiceAlias: ImportRemarks.choiceAlias
    case .referenceName: ImportRemarks.referenceName
    case .dashEmpty: ImportRemarks.dashEmpty
    case .period: ImportRemarks.period
    }
  }
}

/// How often each normalisation was made.
final class NormalisationTally {
  private(set) var counts = [Int](repeating: 0, count: Normalisation.allCases.count)

  func add(_ normalisation: Normalisation) { counts[normalisation.rawValue] &+= 1 }

  /// Those that were made, with their numbers.
  var made: [(normalisation: Normalisation, count: Int)] {
    Normalisation.allCases.compactMap { counts[$0.rawValue] > 0 ? ($0, counts[$0.rawValue]) : nil }
  }
}
