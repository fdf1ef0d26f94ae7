import PluginAPI

/// Why a person must not judge a unit: a row of `recusal`, or that the person works there.
struct Recusal: Hashable {
  /// Nil: nobody wrote it down, the person works at the unit.
  var number: String?
  var person: String
  var unit: String
  var ground: String
  var from: CalendarDate?
  var until: CalendarDate?
  /// The unit it was noted for, which was merged into this one or split.
  var formerUnit: String?

  /// Whether it is in force on a day, both ends included.
  func holds(on day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// As it is named to people: `HB2024-02（近亲属任职）`.
  func shown(_ language: UILanguage) -> String {
    let former = formerUnit.map { language == .zh ? "，原\($0)" : ", formerly \($0)" } ?? ""
    guard let number else { return DistrictWords.worksThere.text(language) + former }
    return language == .zh ? "\(number)（\(ground)\(former)）" : "\(number) (\(ground)\(former))"
  }
}
