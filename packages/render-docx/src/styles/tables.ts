import { AlignmentType, type XmlComponent } from 'docx'
import { twips } from '../units.js'
import { element } from '../xml/element.js'
import type { Look, StyleTable } from './look.js'

/** White space to the left and right of a cell's text; the planner of tables counts with both together, 2.4 mm. */
export const cellPaddingMm = 1.2
const cellPaddingTopMm = 0.7

/** The kinds of lines that stand in tables. */
const roles = [
  'TableHead',
  'TableRowHead',
  'TableText',
  'TableCount',
  'TableCountHead',
  'TableStance',
  'TableFinding',
  'TableEvidence',
] as const
export type TableRole = (typeof roles)[number]
/** A role at another size than the usual: `TableText7_5`. */
export type TableStyle = TableRole | `${TableRole}${number}_${number}`

/** The style of a role at a size. */
export function tableStyle(role: TableRole, sizePt: number, usualPt: number): TableStyle {
  if (sizePt === usualPt) return role
  const tenths = Math.round(sizePt * 10)
  return `${role}${Math.floor(tenths / 10)}_${tenths % 10}`
}

/** The lines of tables at the usual size, captions and keys. */
export function tableTextStyles({ tokens, display, lines, colour }: Look) {
  const { tablePt, smallPt, textPt, notePt } = tokens.sizes
  const spacing = lines(tablePt, tokens.lineHeight.table)
  const base = { basedOn: 'Normal', paragraph: { spacing }, run: { ...display(tablePt), color: colour('ink') } }
  return {
    TableText: { name: 'Table Text', ...base, quickFormat: true },
    TableHead: {
      name: 'Table Head',
      ...base,
      basedOn: 'TableText',
      paragraph: { spacing, keepNext: true },
      run: { ...base.run, bold: true },
    },
    TableCountHead: {
      name: 'Table Count Head',
      ...base,
      basedOn: 'TableHead',
      paragraph: { spacing, keepNext: true, alignment: AlignmentType.CENTER },
      run: { ...base.run, bold: true },
    },
    TableRowHead: { name: 'Table Row Head', ...base, basedOn: 'TableText', run: { ...base.run, bold: true } },
    TableStance: { name: 'Table Stance', ...base, basedOn: 'TableText' },
    TableCount: {
      name: 'Table Count',
      ...base,
      basedOn: 'TableText',
      paragraph: { spacing, alignment: AlignmentType.CENTER },
    },
    TableFinding: {
      name: 'Table Finding',
      ...base,
      basedOn: 'TableText',
      paragraph: { spacing, shading: { fill: colour('written') } },
      run: { ...base.run, italics: true },
    },
    TableEvidence: { name: 'Table Evidence', ...base, basedOn: 'TableText' },
    Caption: {
      name: 'caption',
      basedOn: 'Normal',
      next: 'BodyText',
      uiPriority: 35,
      quickFormat: true,
      paragraph: {
        spacing: lines(smallPt, tokens.lineHeight.text, textPt, textPt * 0.4),
        keepNext: true,
        keepLines: true,
      },
      run: { ...display(smallPt), bold: true, color: colour('ink') },
    },
    TableLegend: {
      name: 'Table Legend',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { spacing: lines(notePt, tokens.lineHeight.text, notePt * 0.4, textPt * 1.2) },
      run: { ...display(notePt), color: colour('muted') },
    },
    // Keeps two tables apart, and the text after a table off it. No higher than a hair, so that it does not begin a page.
    Spacer: {
      name: 'Spacer',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { spacing: { line: 20, lineRule: 'exact', before: 0, after: lines(textPt, 1).line } },
      run: { size: 2 },
    },
  } satisfies StyleTable
}

/** The lines of tables at further sizes, each based on the usual one, so that a change to that changes all. */
export function sizedTableStyles({ tokens, lines }: Look, sizesPt: Iterable<number>): StyleTable {
  const { tablePt } = tokens.sizes
  const sized: { [id: string]: StyleTable[string] } = {}
  for (const sizePt of [...new Set(sizesPt)].filter(size => size !== tablePt).sort((a, b) => a - b)) {
    for (const role of roles) {
      sized[tableStyle(role, sizePt, tablePt)] = {
        name: `${role.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')} ${sizePt} pt`,
        basedOn: role,
        paragraph: { spacing: lines(sizePt, tokens.lineHeight.table) },
        run: { size: Math.round(sizePt * 2) },
      }
    }
  }
  return sized
}

type Border = [side: string, eighthsPt: number, colour: string]

const borders = (name: string, sides: readonly Border[]) =>
  element(
    name,
    {},
    sides.map(([side, size, fill]) =>
      element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': fill }),
    ),
  )

function ofTable(
  id: string,
  name: string,
  sides: readonly Border[],
  conditional: readonly XmlComponent[] = [],
): XmlComponent {
  const width = (side: string, mm: number) => element(`w:${side}`, { 'w:w': twips(mm), 'w:type': 'dxa' })
  return element('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'TableNormal' }),
    element('w:uiPriority', { 'w:val': 99 }),
    element('w:tblPr', {}, [
      ...(sides.length > 0 ? [borders('w:tblBorders', sides)] : []),
      element('w:tblCellMar', {}, [
        width('top', cellPaddingTopMm),
        width('left', cellPaddingMm),
        width('bottom', cellPaddingTopMm),
        width('right', cellPaddingMm),
      ]),
    ]),
    ...conditional,
  ])
}

/** The styles of whole tables: the book's own, with and without upright lines, those of sources, and two columns without lines for definitions. */
export function wholeTableStyles({ colour }: Look): XmlComponent[] {
  // Not bold: a bold table style would undo the bold of the heads' own styles (ISO/IEC 29500-1, 17.7.3).
  const head = element('w:tblStylePr', { 'w:type': 'firstRow' }, [
    element('w:tcPr', {}, [
      borders('w:tcBorders', [
        ['top', 8, colour('accent')],
        ['bottom', 8, colour('accent')],
      ]),
      element('w:vAlign', { 'w:val': 'bottom' }),
    ]),
  ])
  const rule = colour('rule')
  const hairlines: Border[] = [
    ['top', 4, rule],
    ['left', 4, rule],
    ['bottom', 4, rule],
    ['right', 4, rule],
    ['insideH', 4, rule],
    ['insideV', 4, rule],
  ]
  return [
    ofTable('BookTable', 'Book Table', hairlines, [head]),
    ofTable(
      'BookTableRows',
      'Book Table Rows',
      hairlines.filter(([side]) => !/left|right|insideV/.test(side)),
      [head],
    ),
    ofTable('SourceTable', 'Source Table', hairlines),
    ofTable('DefinitionTable', 'Definition Table', []),
  ]
}
