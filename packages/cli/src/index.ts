export { type BuildOptions, type BuildResult, buildBook, type Format } from './build.js'
export type { Effects } from './effects.js'
export { run } from './program.js'
