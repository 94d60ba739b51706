export { examplePrint, exampleStrings, exampleTokens } from './book.js'
export { acceptedText, type OpenedDocx, openDocx, rejectedText, validateDocx, wordsOf } from './docx.js'
export {
  editWithLibreOffice,
  findOfficePython,
  type OfficeEdit,
  type OfficeResult,
  type OfficeSession,
} from './editor.js'
export { type HtmlElement, openHtml } from './html.js'
export { convertWithLibreOffice, findProgram } from './office.js'
export { type OpenedPdf, type OutlineEntry, openPdf, type PdfLink } from './pdf.js'
export { drawPages, pictureDifference } from './pictures.js'
export { browsersBelow, descendants, isAlive, residentMB } from './processes.js'
export { readWithMammoth, readWithPandoc } from './readers.js'
export { schemaFaults } from './schemas.js'
