import type { Extract } from '../../extract.js'
import type { Changes } from './changes.js'
import type { Fields } from './fields.js'
import type { Notes } from './notes.js'
import type { Numbering } from './numbering.js'
import type { Pages } from './pages.js'
import type { Styles } from './styles.js'

/** What the reading of all parts shares. */
export interface ReadContext {
  extract: Extract
  styles: Styles
  numbering: Numbering
  notes: Notes
  changes: Changes
  fields: Fields
  pages: Pages
  /** What a part holds that cannot be read. */
  unread: Set<string>
}
