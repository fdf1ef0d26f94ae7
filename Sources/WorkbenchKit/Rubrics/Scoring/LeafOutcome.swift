/// What a leaf gave one subject: one of four values, and why.
public struct LeafOutcome: Hashable, Sendable {
  public var state: State
  /// The mark as calculated; nil unless the state is `mark`.
  public var mark: Fraction?
  /// What was measured, where a number was.
  public var figure: Fraction?
  public var remarks: [Remark]

  public enum State: String, Hashable, Sendable, CaseIterable {
    case mark, missing, notApplicable = "not_applicable", refused
  }

  static func mark(_ mark: Fraction, of figure: Fraction? = nil, _ remarks: [Remark] = []) -> LeafOutcome {
    LeafOutcome(state: .mark, mark: mark, figure: figure, remarks: remarks)
  }

  static func missing(_ remark: Remark) -> LeafOutcome {
    LeafOutcome(state: .missing, mark: nil, figure: nil, remarks: [remark])
  }

  static func notApplicable(_ remark: Remark) -> LeafOutcome {
    LeafOutcome(state: .notApplicable, mark: nil, figure: nil, remarks: [remark])
  }

  static func refused(_ remark: Remark, figure: Fraction? = nil) -> LeafOutcome {
    LeafOutcome(state: .refused, mark: nil, figure: figure, remarks: [remark])
  }
}
