import KitModel

/// Where 署名 and 成文日期 stand: the room on their right, in halves of a character.
struct SignaturePlace {
  let organs: [Int]
  let date: Int

  init(_ signature: Signature) {
    let dateWidth = DisplayWidth.of(signature.date.officialText)
    let widths = signature.organs.map { DisplayWidth.of($0) }
    let longest = widths.max() ?? 0
    if signature.hasSeal {
      // Four characters, and more where the names, which stand over the middle of the date, would reach the edge.
      let date = max(8, (longest - dateWidth) / 2)
      self.date = date
      organs = widths.map { max(0, date + (dateWidth - $0) / 2) }
    } else {
      // The name two characters from the edge, the date beginning two characters further in than the name; where the
      // date is the longer one, it is two characters from the edge and the name goes left with it.
      let date = longest >= dateWidth ? longest - dateWidth : 4
      self.date = date
      organs = widths.map { max(0, date + dateWidth + 4 - $0) }
    }
  }
}
