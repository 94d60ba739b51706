import { noteSign } from '@briefbook/ast'
import { TextRun, type XmlComponent } from 'docx'
import { element } from './element.js'
import { says } from './said.js'

const mark = (type: 'begin' | 'separate' | 'end') =>
  new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': type })] })

const instruct = (instruction: string) =>
  new TextRun({ children: [element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])] })

/** What stands before the result of a field whose result runs over several paragraphs. */
export function fieldBegin(instruction: string): XmlComponent[] {
  return [mark('begin'), instruct(instruction), mark('separate')]
}

export function fieldEnd(): XmlComponent[] {
  return [mark('end')]
}

/** A field that stands for a place of the book, as one sign among the words of its paragraph. */
export function reference(instruction: string, ...result: XmlComponent[]): XmlComponent[] {
  const [...parts] = field(instruction, ...result)
  return [...parts.slice(0, -1), says(parts.at(-1) as XmlComponent, noteSign)]
}

/**
 * A field with its result filled in (ISO/IEC 29500-1, 17.16.2). It is not marked dirty, so that Word does not ask
 * whether to update it; an editor updates it with F9.
 *
 * @param instruction  For instance `PAGEREF swp_12 \h`.
 */
export function field(instruction: string, ...result: XmlComponent[]): XmlComponent[] {
  // What a field shows is the program's to say: no words of the document.
  return [...fieldBegin(instruction), ...result.map(run => says(run, '')), ...fieldEnd()]
}
