export { exampleStrings, exampleTokens } from './book.js'
export { type OpenedDocx, openDocx, validateDocx, wordsOf } from './docx.js'
export { convertWithLibreOffice, findProgram } from './office.js'
export { type OpenedPdf, type OutlineEntry, openPdf } from './pdf.js'
