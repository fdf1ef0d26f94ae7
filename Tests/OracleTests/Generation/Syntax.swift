import KitLanguage
import KitModel

/// Short ways to make syntax trees. What is generated has no place in a text.
enum Syntax {
  static let nowhere = SourceSpan(0, 0)

  static func name(_ text: String) -> Name { Name(text, span: nowhere) }

  static func path(_ names: String..., isVariable: Bool = false) -> Path {
    Path(names.map { name($0) }, isVariable: isVariable, span: nowhere)
  }

  static func path(_ names: [String]) -> Path { Path(names.map { name($0) }, span: nowhere) }

  static func expression(_ kind: Expression.Kind) -> Expression { Expression(kind, span: nowhere) }

  static func literal(_ literal: Expression.Literal) -> Expression { expression(.literal(literal)) }

  static func column(_ names: String...) -> Expression { expression(.path(path(names))) }

  static func call(_ function: String, _ arguments: [Expression], where condition: Expression? = nil)
    -> Expression
  {
    expression(.call(Call(name: name(function), arguments: arguments, condition: condition, span: nowhere)))
  }

  static func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression) -> Expression {
    expression(.binary(operation, left, right))
  }

  static func bind(_ text: String, _ expression: Expression) -> Stage.Bind {
    Stage.Bind(name: name(text), expression: expression)
  }

  static func stage(_ kind: Stage.Kind) -> Stage { Stage(kind, keyword: nowhere, span: nowhere) }

  static func relation(_ kind: Relation.Kind) -> Relation { Relation(kind, span: nowhere) }

  static func pipeline(_ source: Relation, _ stages: [Stage]) -> Pipeline {
    Pipeline(source: .relation(source), stages: stages, span: nowhere)
  }
}
