/// The forms in which values are written to the standard output.
enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case table, csv, json, jsonl, md, html
}
