export { type ChapterFile, parseMarkdown } from './chapters/parse.js'
export { type BookInput, type ComposedBook, composeBook } from './compose/book.js'
export type { Remark } from './compose/remarks.js'
export { type BookConfig, bookConfigSchema, defaultLimits, readBookConfig } from './config/book-config.js'
export {
  defaultMakeup,
  type Makeup,
  readTemplateConfig,
  type TemplateConfig,
  templateConfigSchema,
} from './config/template-config.js'
export { houseTokensSchema, readTokens, type TokensSource, tokensSchema } from './config/tokens.js'
export { compareEditions } from './editions/compare.js'
export { formatEdition, readEdition } from './editions/file.js'
export { formatChanges, namesOf } from './editions/text.js'
export { printDate } from './strings/en.js'
