/// What becomes of a finding, as `district.finding` keeps it.
enum Disposition: String, CaseIterable {
  case onTheSpot = "现场反馈"
  case opinion = "整改建议"
  case notice = "督导整改通知书"
  case letter = "协商函"
}
