export { isSourceFile } from './files.js'
export { defaultLimits, type Limits } from './limits.js'
export { type SourceMetadata, sourceMetadataSchema } from './metadata/schema.js'
export { parseSource, type SourceFile } from './parse.js'
