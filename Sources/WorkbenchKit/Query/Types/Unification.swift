import KitModel

extension Compiler {
  /// One type for values that stand side by side: arms of `case`, parts of `coalesce`, both sides of union.
  /// Nil where the types do not go together.
  func unified(_ values: [Typed]) -> (values: [Typed], type: DataType)? {
    guard var type = values.first(where: { $0.type != .null })?.type else {
      return (values, .null)
    }
    for value in values where value.type != .null {
      guard let next = common(type, value.type) else { return nil }
      type = next
    }
    var result: [Typed] = []
    for value in values {
      guard let converted = value.converted(to: type) else { return nil }
      result.append(converted.sealed())
    }
    return (result, type)
  }

  func common(_ left: DataType, _ right: DataType) -> DataType? {
    if left == right { return left }
    if left == .null { return right }
    if right == .null { return left }
    if left.isNumeric && right.isNumeric {
      guard let one = left.scale, let two = right.scale else {
        let percents = [left, right].filter { if case .percent = $0 { true } else { $0 == .realPercent } }
        return percents.count == 2 ? .realPercent : .real
      }
      if case .percent = left, case .percent = right { return .percent(scale: max(one, two)) }
      return .decimal(precision: 18, scale: max(one, two))
    }
    if left.isTextual && right.isTextual {
      if case .choice(let one) = left, case .choice(let two) = right {
        return .choice(one + two.filter { !one.contains($0) })
      }
      return .text
    }
    switch (left, right) {
    case (.reference(let one), .reference(let two)):
      guard let first = entity(one), let second = entity(two), first.root == second.root else { return nil }
      if first.chain.contains(where: { $0.fullName == two }) { return right }
      if second.chain.contains(where: { $0.fullName == one }) { return left }
      return .reference(first.root)
    case (.reference, _) where right.isTextual: return left
    case (_, .reference) where left.isTextual: return right
    case (.period(let one), .period(let two)): return one == two ? left : .period(nil)
    default: return nil
    }
  }
}
