export type { WordOutline } from './css/sheet.js'
export { createMemo, type HtmlMemo } from './memo.js'
export { type HtmlOptions, paginateHtml, renderHtml, standalone } from './render.js'
export {
  type CompiledTemplate,
  compileTemplate,
  type PartName,
  requiredParts,
  type TemplateFile,
  type TemplateFiles,
} from './template.js'
export { TemplateError } from './template-error.js'
