/// What a leaf gave one subject: one of four values, and why.
public struct LeafOutcome: Hashable, Sendable {
  public var state: State
  /// The mark as calculated; nil unless the state is `mark`.
  public var mark: Fraction?
  /// What was measured, where a number was.
  public var figure: Fraction?
  /// Its denominator, where it is a ratio.
  public var base: Fraction?
  public var remarks: [Remark]

  /// Puts a figure as people check it at the end of other bytes: `186/188 ≈ 0.9894`. Static, and given no more than it
  /// needs: for hundreds of thousands of outcomes, a copy of each would count all that it holds.
  static func append(_ figure: Fraction?, base: Fraction?, to bytes: inout [UInt8]) {
    guard let figure else { return }
    guard let base, let value = figure.decimal(places: 4) else { return figure.append(to: &bytes) }
    let shown = Fraction(value)
    (figure * base).append(to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    base.append(to: &bytes)
    bytes.append(text: shown == figure ? " = " : " ≈ ")
    shown.append(to: &bytes)
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case mark, missing, notApplicable = "not_applicable", refused
  }

  static func mark(_ mark: Fraction, of figure: Fraction? = nil, _ remarks: [Remark] = []) -> LeafOutcome {
    LeafOutcome(state: .mark, mark: mark, figure: figure, base: nil, remarks: remarks)
  }

  static func missing(_ remark: Remark) -> LeafOutcome {
    LeafOutcome(state: .missing, mark: nil, figure: nil, base: nil, remarks: [remark])
  }

  static func notApplicable(_ remark: Remark) -> LeafOutcome {
    LeafOutcome(state: .notApplicable, mark: nil, figure: nil, base: nil, remarks: [remark])
  }

  static func refused(_ remark: Remark, figure: Fraction? = nil) -> LeafOutcome {
    LeafOutcome(state: .refused, mark: nil, figure: figure, base: nil, remarks: [remark])
  }
}
