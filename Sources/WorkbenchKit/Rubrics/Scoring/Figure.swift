/// What was measured of one subject for one leaf.
public enum Figure: Hashable, Sendable {
  case number(Fraction)
  /// Numerator and denominator, which is not zero; the rubric divides.
  case ratio(Fraction, Fraction)
  /// Events, each listed once.
  case events([Event])
  case missing(Remark)
  case notApplicable(Remark)
  case refused(Remark)

  /// Something that happened; `marks` where each event says how much it counts.
  public struct Event: Hashable, Sendable {
    public var id: String
    public var marks: Fraction?
    /// How often it is listed.
    public var times: Int

    public init(id: String, marks: Fraction?, times: Int = 1) {
      self.id = id
      self.marks = marks
      self.times = times
    }
  }

  /// The number that a rule looks at; of events how many there are.
  public var value: Fraction? {
    switch self {
    case .number(let value): value
    case .ratio(let upper, let lower): upper.divided(by: lower)
    case .events(let events): Fraction(events.count)
    case .missing, .notApplicable, .refused: nil
    }
  }
}
