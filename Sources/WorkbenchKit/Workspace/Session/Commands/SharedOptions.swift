import KitLanguage
import KitModel

/// What every command takes beside its own options: `--as-of DATE` and `--person NAME`.
///
/// A script that takes a matter from its beginning to its end spans weeks and several people; each of its commands
/// says on which day and for whom it runs. A command that has an option of that name, or takes any (`new`), keeps it.
public struct SharedOptions {
  public static let asOf = CommandParameter.option(
    "as-of", Label(zh: "按日期", en: "As of"), .value(.date),
    help: Label(zh: "这一条命令把哪一天当作今天", en: "the day that counts as today for this command"))
  public static let person = CommandParameter.option(
    "person", Label(zh: "经手人", en: "Person"), .value(.text),
    help: Label(zh: "这一条命令由谁经手", en: "who is responsible for this command"))

  /// Nil: as the session has it.
  public private(set) var asOf: CalendarDate?
  public private(set) var person: String?

  /// Those of both that a command leaves to the session.
  public static func parameters(of declaration: CommandDeclaration) -> [CommandParameter] {
    guard !declaration.takesFreeOptions || declaration.keepsSharedOptions else { return [] }
    let own = Set(declaration.parameters.flatMap { $0.names.map { NameKey($0) } })
    return [asOf, person].filter { parameter in !parameter.names.contains { own.contains(NameKey($0)) } }
  }

  /// Takes the two out of `arguments`. Throws when a day is none.
  static func take(
    from arguments: inout [Argument], for declaration: CommandDeclaration, language: UILanguage,
    evaluate: @escaping ArgumentBinder.Evaluate
  ) throws -> SharedOptions {
    var taken = SharedOptions()
    let parameters = parameters(of: declaration)
    var place = 0
    while place < arguments.count {
      guard let (name, value) = named(arguments[place]),
        let parameter = parameters.first(where: { $0.names.contains { NameKey($0) == name.key } })
      else {
        place += 1
        continue
      }
      var words = [arguments.remove(at: place)]
      if value == nil, place < arguments.count, case .word = arguments[place].kind {
        words.append(arguments.remove(at: place))
      }
      // Read like every other argument, as the only one of a command that has just this option.
      let alone = CommandDeclaration(
        name: declaration.name, meaning: declaration.meaning, parameters: [parameter])
      let bound = try ArgumentBinder.bind(
        words, to: alone, nameSpan: name.span, language: language, evaluate: evaluate)
      if parameter.id == asOf.id {
        taken.asOf = bound.date(asOf.id)
      } else {
        taken.person = bound.text(person.id)
      }
    }
    return taken
  }

  private static func named(_ argument: Argument) -> (name: Name, value: ArgumentValue?)? {
    switch argument.kind {
    case .option(let name, let value): (name, value)
    case .named(let name, let value): (name, value)
    case .word: nil
    }
  }
}
