export {
  type Diagnostic,
  type DiagnosticDetails,
  DiagnosticError,
  diagnostic,
  hasErrors,
  type Place,
  type Result,
  sortDiagnostics,
} from './diagnostic.js'
export { createLocator } from './place.js'
export { formatDiagnostic, formatReport, printPlace, type ReportOptions } from './report.js'
export { type Rule, type RuleId, rules, type Severity } from './rules.js'
export { didYouMean, suggest } from './suggest.js'
export { type LocatedYaml, readYaml, type YamlPath } from './yaml.js'
