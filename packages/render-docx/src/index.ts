export type { EmbeddedFont } from './package/fonts.js'
export { type DocxOptions, renderDocx } from './render.js'
