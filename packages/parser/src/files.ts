const skippedNames = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|icon\r?$|#.*#$)|~$|\.(?:ya?ml|bak|tmp|swp|part|crdownload)$/i

/**
 * Whether a file of the sources folder is taken as a source. Metadata beside a source (`.yaml`), hidden files, what
 * editors and systems leave behind, and the pictures and scripts that a browser saves beside a page are not.
 *
 * @param path  With forward slashes, from wherever.
 */
export function isSourceFile(path: string): boolean {
  const parts = path.split('/')
  const folders = parts.slice(0, -1)
  const name = parts.at(-1) ?? ''
  if (name === '' || skippedNames.test(name)) return false
  return !folders.some(folder => (/^\./.test(folder) && !/^\.\.?$/.test(folder)) || /(?:_files|\.fld)$/i.test(folder))
}
