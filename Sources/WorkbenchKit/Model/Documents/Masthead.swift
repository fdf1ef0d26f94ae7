/// 版头: what stands above the red line on the first page of an official paper.
public struct Masthead: Hashable, Sendable {
  /// 发文机关标志, as it is printed: `某区人民政府教育督导室文件`; a line for each office that issues it jointly.
  public var organ: [String]
  /// 发文字号, whole: `某教督〔2024〕5号`. Nil for a draft, which has no number yet.
  public var number: String?
  /// 签发人: only papers to a higher office name them.
  public var signers: [String]
  /// 份号: the number of this copy, six digits.
  public var copy: String?
  /// 密级和保密期限.
  public var secrecy: String?
  /// 紧急程度.
  public var urgency: String?

  public init(
    organ: [String], number: String? = nil, signers: [String] = [], copy: String? = nil,
    secrecy: String? = nil, urgency: String? = nil
  ) {
    self.organ = organ
    self.number = number
    self.signers = signers
    self.copy = copy
    self.secrecy = secrecy
    self.urgency = urgency
  }

  /// What stands at the top left, from the top down.
  public var marks: [String] { [copy, secrecy, urgency].compactMap { $0 } }
}
