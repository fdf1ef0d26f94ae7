import KitModel

/// One stop of the tour: what it shows and the line to type.
struct TourStep: Hashable, Sendable {
  var title: Label
  var text: Label
  var line: Label
}
