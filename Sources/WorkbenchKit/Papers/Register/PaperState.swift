/// How far a paper is, as its register says.
public enum PaperState: String, CaseIterable, Sendable {
  case drafted = "草拟"
  case reviewed = "已审核"
  case signed = "已签发"
  case delivered = "已送达"
  case void = "作废"

  /// It has a number and holds.
  public var isInForce: Bool { self == .signed || self == .delivered }
  public var isDraft: Bool { self == .drafted || self == .reviewed }

  public var english: String {
    switch self {
    case .drafted: "drafted"
    case .reviewed: "reviewed"
    case .signed: "signed"
    case .delivered: "delivered"
    case .void: "void"
    }
  }
}
