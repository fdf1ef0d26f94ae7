/// Names in a row, as arguments of a message: set apart by `、` in Chinese and by commas in English.
func listed(_ place: String, _ words: [String]) -> [String: String] {
  [place: words.joined(separator: "、"), place + "En": words.joined(separator: ", ")]
}
