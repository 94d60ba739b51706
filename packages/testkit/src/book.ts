import type { BookStrings, PrintOptions, Tokens } from '@briefbook/ast'

/** Tokens as a template may have them; no font files. */
export const exampleTokens: Tokens = {
  page: { topMm: 24, bottomMm: 24, innerMm: 24, outerMm: 18, notesMm: 36, notesGapMm: 6, edgeMm: 5 },
  tabs: { widthMm: 8, heightMm: 18 },
  fonts: {
    text: { family: 'Source Serif 4', fallback: ['Cambria', 'Georgia', 'serif'], files: [] },
    display: { family: 'Source Sans 3', fallback: ['Calibri', 'Arial', 'sans-serif'], files: [] },
    scripts: {},
  },
  sizes: {
    textPt: 10,
    smallPt: 8.5,
    notePt: 7.5,
    tablePt: 8,
    tableLeastPt: 7.5,
    titlePt: 34,
    partPt: 28,
    chapterPt: 20,
    sectionPt: 13,
    subsectionPt: 10.5,
  },
  lineHeight: { text: 1.42, display: 1.2, table: 1.3 },
  colours: {
    ink: '#1b1d20',
    muted: '#565c64',
    rule: '#c4c8ce',
    accent: '#14375e',
    onAccent: '#ffffff',
    watermark: '#e6e9ed',
    extracted: '#f3f5f8',
    written: '#fbf6ea',
    stances: { favours: '#d4e8d4', opposes: '#eec9c1', concerned: '#fbe9c2', mixed: '#ddd3ea', none: '#eceef1' },
    states: { mentioned: '#f4f5f7', absent: '#ffffff' },
    levels: ['#ffffff', '#e3edf6', '#c2d8ec', '#9bc1e1', '#74a8d4'],
  },
}

/** Both sides of the paper, and nothing that a book must ask for. */
export const examplePrint: PrintOptions = {
  sides: 'double',
  draft: false,
  halfTitle: false,
  frontMatter: 'roman',
  thumbTabs: true,
  bleedMm: 0,
  marks: 'none',
  hyphenation: true,
  cover: 'page',
  contents: true,
  partPages: true,
  chapterPages: true,
}

/** The fixed words of a book in English. */
export const exampleStrings: BookStrings = {
  contents: 'Contents',
  listOfTables: 'Tables',
  listOfFigures: 'Illustrations',
  table: 'Table',
  figure: 'Figure',
  part: 'Part',
  continuedFrom: 'continued from p.',
  continuedOn: 'continued on p.',
  keyJudgement: 'Key judgement',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  notes: 'Notes',
  page: 'p.',
  draft: 'Draft',
  contentHash: 'Content, SHA-256',
  sourceHashes: 'Sources, SHA-256',
  madeBy: 'Made by',
  reviewed: 'reviewed by an analyst',
  normalised: 'marks and spaces made alike',
  stances: {
    favours: 'favours',
    opposes: 'opposes',
    concerned: 'concerned',
    mixed: 'mixed',
    none: 'no attitude shown',
  },
  states: { position: 'position', mentioned: 'mentioned, no position', absent: 'no source addresses this' },
}
