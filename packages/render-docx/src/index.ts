export type { EmbeddedFont } from './package/fonts.js'
export { type Reference, readReference, UnreadableReference } from './reference/read.js'
export { composeLedger, type DocxOptions, renderDocx } from './render.js'
