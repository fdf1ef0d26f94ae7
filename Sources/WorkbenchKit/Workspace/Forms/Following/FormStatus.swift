import KitModel

/// `form status` and `form chase`: who has returned a form and who has not.
public struct FormStatus {
  private let desk: FormDesk
  private let form: Form
  private let period: Period

  public init(_ form: Form, _ period: Period, book: FormBook, context: any CommandContext) throws {
    desk = try FormDesk(context, book)
    self.form = form
    self.period = period
  }

  private struct Line {
    var delivery: FormDelivery
    var recipient: FormRecipient
  }

  private func lines() throws -> [Line] {
    let deliveries = try desk.deliveries(of: form.declaration.fullName, period)
    guard !deliveries.isEmpty else {
      throw Diagnostic(
        FormMessages.notSent, ["form": form.declaration.label.zh, "period": period.label])
    }
    let recipients = try desk.recipients(of: form, period)
    let order = Dictionary(
      recipients.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let units = try desk.units(of: form)
    return deliveries.map { delivery in
      let known = order[delivery.unit].map { recipients[$0] }
      return Line(
        delivery: delivery,
        recipient: known ?? FormRecipient(key: delivery.unit, name: units.name(delivery.unit)))
    }.sorted { left, right in
      (order[left.delivery.unit] ?? .max, left.delivery.unit) < (
        order[right.delivery.unit] ?? .max, right.delivery.unit
      )
    }
  }

  /// One row for each unit that was sent a sheet.
  public func table() throws -> Table {
    let unit = try desk.entity(form.declaration.unit)
    func column(_ id: String, _ zh: String, _ en: String, _ type: DataType) -> Column {
      Column(id: id, label: Label(zh: zh, en: en), type: type)
    }
    var table = Table(columns: [
      column("unit", "单位", "Unit", .reference(unit.fullName)),
      Column(
        id: "state", label: Label(zh: "状态", en: "State"), type: .choice(FormRelations.State.all),
        words: FormWords.states),
      column("contact", "联系人", "Contact", .text), column("phone", "电话", "Telephone", .text),
      column("sent", "下发日期", "Sent on", .date), column("deadline", "截止日期", "Deadline", .date),
      column("received", "收到日期", "Received on", .date), column("file", "文件", "File", .text),
      column("problems", "问题数", "Problems", .integer),
    ])
    table.remarks = try form.standing()
    for line in try lines() {
      let values = line.delivery.values
      table.rows.append(
        Table.Row([
          .reference(Reference(key: line.recipient.key, name: line.recipient.name)), values[7],
          line.recipient.contact.map { .text($0) } ?? .null, line.recipient.phone.map { .text($0) } ?? .null,
          values[5], values[6], values[8], values[9], values[11],
        ]))
    }
    return table
  }

  /// Plain text for a chat group.
  public func chase() throws -> Document {
    let language = desk.context.language
    let lines = try lines()
    let open = lines.filter { $0.delivery.state == FormRelations.State.open }
    let returned = lines.filter { $0.delivery.state == FormRelations.State.returned }
    let facts = ["form": form.declaration.label.text(language), "period": period.label]
    func text(_ line: Line) -> String {
      let contact = [line.recipient.contact, line.recipient.phone].compactMap { $0 }.joined(separator: " ")
      return contact.isEmpty ? line.recipient.name : "\(line.recipient.name)（\(contact)）"
    }
    var blocks: [String] = []
    if open.isEmpty && returned.isEmpty { blocks.append(FormWords.chaseNone.text(language, facts)) }
    if !open.isEmpty {
      let due = open.compactMap(\.delivery.deadline).max().map {
        FormWords.chaseDue.text(language, ["date": $0.iso])
      }
      blocks.append(
        FormWords.chaseTitle.text(
          language, facts.merging(["count": String(open.count), "due": due ?? ""]) { $1 }))
      blocks += open.map(text)
    }
    if !returned.isEmpty {
      blocks.append(FormWords.chaseReturned.text(language, ["count": String(returned.count)]))
      blocks += returned.map(text)
    }
    return Document([.code(blocks.joined(separator: "\n"))])
  }
}
