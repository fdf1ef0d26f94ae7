/// What the prompt needs of whoever runs what is typed.
protocol PromptSession: AnyObject {
  /// `sample-2024> `, with marks for colour.
  var prompt: String { get }
  /// Shown where more lines must come; as wide as `prompt`.
  var continuationPrompt: String { get }
  /// Whether more must come before the text can run.
  func isUnfinished(_ text: String) -> Bool
  func run(_ text: String) -> PromptStep
  /// What fits at a byte offset of the text.
  func candidates(_ text: String, cursor: Int) -> [Candidate]
}

/// What comes after an input has run.
enum PromptStep: Hashable {
  /// The next prompt; Tab on the empty line proposes the text.
  case next(proposal: String?)
  case exit
}
