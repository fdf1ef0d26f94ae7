import KitModel

/// All messages of the module.
public enum RubricMessages {
  public static let all =
    ScoringMessages.all + DeclarationFaults.all + AssessmentFaults.all + LifeFaults.all + QuestionFaults.all
    + SheetFaults.all + ReportMessages.all
}
