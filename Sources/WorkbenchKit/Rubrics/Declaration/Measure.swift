/// Where the figure of a leaf comes from.
public enum Measure: Hashable, Sendable {
  /// Marks that evaluators enter on sheets; nil: of the kinds that the rule names.
  case marks(evaluator: String?)
  /// A figure that one kind of evaluator enters on a sheet.
  case figure(evaluator: String, isRatio: Bool, unit: String?)
  /// A pipeline with one row for each subject; its first column is the subject.
  case pipeline(PipelineMeasure)
  /// A pipeline with one row for each event; its first column is the subject.
  case events(EventMeasure)
  /// Vetoes that were decided, out of the plugin's relation `veto`.
  case decisions

  public var pipelineText: String? {
    switch self {
    case .pipeline(let measure): measure.pipeline
    case .events(let measure): measure.pipeline
    case .marks, .figure, .decisions: nil
    }
  }
}

/// A figure, or numerator and denominator, for each subject.
public struct PipelineMeasure: Hashable, Sendable {
  public var pipeline: String
  /// The column of the figure, or of the numerator.
  public var value: String
  /// The column of the denominator; nil: the value stands alone.
  public var base: String?
  /// What a subject without a row has.
  public var absent: Absent
  /// A denominator of 0 means that the indicator does not apply; otherwise it is refused.
  public var zeroBaseIsNotApplicable: Bool

  /// A subject of which the pipeline gives no row.
  public enum Absent: String, Hashable, Sendable, CaseIterable {
    case missing, zero
    case notApplicable = "not_applicable"
  }
}

/// Events that each add or take marks, such as one complaint each.
public struct EventMeasure: Hashable, Sendable {
  public var pipeline: String
  /// The column that tells events apart: one event counts once, however often it is listed.
  public var event: String
  /// The column with the marks of an event; nil: each counts what the rule says.
  public var marks: String?
}
