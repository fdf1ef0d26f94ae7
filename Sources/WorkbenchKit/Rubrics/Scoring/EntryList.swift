/// What was entered for one leaf of one subject by one kind of evaluator: mostly one entry, which needs no memory of its own.
public struct EntryList: Sendable {
  /// The first entry; stands for nothing while the list is empty.
  private var entry = Entry(by: "", value: .zero)
  private var others: [Entry] = []
  public private(set) var count = 0

  public init() {}

  public init(_ entries: some Sequence<Entry>) { for entry in entries { append(entry) } }

  public mutating func append(_ new: Entry) {
    if count == 0 { entry = new } else { others.append(new) }
    count += 1
  }

  /// The value of the first entry, which is not copied for it; nil: nothing was entered.
  var firstValue: Fraction? { count == 0 ? nil : entry.value }
}

extension EntryList: RandomAccessCollection, ExpressibleByArrayLiteral {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(_ index: Int) -> Entry { index == 0 && count > 0 ? entry : others[index - 1] }
  public init(arrayLiteral entries: Entry...) { self.init(entries) }
}
