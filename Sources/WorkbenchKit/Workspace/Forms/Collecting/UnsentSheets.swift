import KitModel

/// Sheets that came back and were never sent out, told once for a form and period: somebody who forgot to send a form
/// out, or collects in the wrong workspace, has a folder full of them.
struct UnsentSheets {
  private struct Kind: Hashable {
    var form: String
    var period: String
  }

  private var groups: [Kind: [FormReturn]] = [:]
  private var told: Set<Kind> = []

  init(_ items: [FormReturn]) {
    let unsent = items.filter { $0.refusal?.message == FormReturnMessages.neverSent }
    groups = Dictionary(grouping: unsent) { Self.kind(of: $0) }.filter { $1.count > 1 }
  }

  private static func kind(of item: FormReturn) -> Kind {
    Kind(form: item.identity?.form ?? "", period: item.identity?.period ?? "")
  }

  /// What is to be said of a file that is refused: for one of several of a kind, of all of them with the first.
  mutating func refusal(of item: FormReturn, label: (FormReturn) -> String) -> Diagnostic? {
    let kind = Self.kind(of: item)
    guard item.refusal?.message == FormReturnMessages.neverSent, let group = groups[kind] else {
      return item.refusal
    }
    guard told.insert(kind).inserted else { return nil }
    return Diagnostic(
      FormReturnMessages.neverSentAny,
      [
        "form": label(item), "period": Period(stored: kind.period)?.label ?? kind.period,
        "count": String(group.count), "file": item.name,
      ])
  }
}
