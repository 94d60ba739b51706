/**
 * Verbs that give somebody's words or view. Group by group from handbooks of journalism and from VerbNet's classes
 * `say-37.7`, `advise-37.9`, `conjecture-29.5`, `admire-31.2`; dictionary forms.
 */

/** Give the words and nothing more: who speaks, not what he or she wants. */
export const plainReporting: readonly string[] = [
  'add', 'announce', 'answer', 'ask', 'assert', 'call', 'claim', 'comment', 'conclude', 'confirm', 'continue', 'declare',
  'describe', 'disclose', 'emphasise', 'emphasize', 'estimate', 'explain', 'explained', 'express', 'highlight', 'indicate',
  'inform', 'insist', 'joke', 'maintain', 'mention', 'note', 'observe', 'point', 'quip', 'quote', 'recall', 'recount',
  'reiterate', 'remark', 'repeat', 'reply', 'report', 'respond', 'reveal', 'say', 'signal', 'speak', 'state', 'stress',
  'suggest', 'tell', 'testify', 'tweet', 'underline', 'underscore', 'voice', 'wonder', 'write',
]

/** Give a view: what the subject thinks is so. */
export const viewing: readonly string[] = [
  'argue', 'assess', 'assume', 'believe', 'calculate', 'concede', 'consider', 'contend', 'deem', 'doubt', 'expect',
  'feel', 'find', 'hold', 'judge', 'perceive', 'predict', 'reckon', 'regard', 'see', 'suspect', 'think', 'understand',
  'view', 'admit', 'acknowledge', 'agree', 'caution', 'complain', 'criticise', 'criticize', 'demand', 'deny', 'fear',
  'hope', 'lament', 'plead', 'pledge', 'promise', 'propose', 'recommend', 'threaten', 'urge', 'vow', 'warn', 'fulminate',
  'invoke',
]

export const reporting: ReadonlySet<string> = new Set([...plainReporting, ...viewing])
