/** How bad it is that a rule does not hold: an error stops the build, a warning does not, a note only tells. */
export type Severity = 'error' | 'warning' | 'note'

export interface Rule {
  severity: Severity
  /** What holds where the rule is kept, in one sentence. */
  promise: string
  /** What to do where it does not hold; a message may carry a better one. */
  hint: string
}

/** The one table of rules. Ids say what should hold and never change their meaning. */
export const rules = {
  'yaml-is-well-formed': {
    severity: 'error',
    promise: 'Every YAML file can be read.',
    hint: 'Check the indentation, the colons and the quotation marks around the place named.',
  },
  'key-is-known': {
    severity: 'error',
    promise: 'Every key of a YAML file is one that Briefbook knows.',
    hint: 'Correct the key or take it out.',
  },
  'value-is-valid': {
    severity: 'error',
    promise: 'Every value has the form that its key asks for.',
    hint: 'Correct the value.',
  },
  'file-is-there': {
    severity: 'error',
    promise: 'Every file that the book names is in its folder.',
    hint: 'Put the file where it is named, or correct the name.',
  },
  'text-is-utf-8': {
    severity: 'error',
    promise: 'Every chapter, YAML file and file of a template is in UTF-8.',
    hint: 'Save the file as UTF-8: editors have that under “Save as” or “Encoding”.',
  },
  'versions-are-merged': {
    severity: 'error',
    promise: 'No chapter, YAML file or file of a template holds two versions of a passage, as git leaves them.',
    hint: 'Keep what is right of the lines above and below `=======`, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`.',
  },
  'file-stays-inside': {
    severity: 'error',
    promise: 'Nothing outside the folder of the book and its template is read.',
    hint: 'Copy the file into the folder of the book and name it there.',
  },
  'sources-are-there': {
    severity: 'error',
    promise: 'A book has at least one source.',
    hint: 'Put the texts to compare into the folder of the sources.',
  },
  'source-is-not-empty': {
    severity: 'error',
    promise: 'Every source has text.',
    hint: 'Put the text into the file, or take the file out of the folder of the sources.',
  },
  'source-is-text': {
    severity: 'error',
    promise: 'Every source is a text in a format that Briefbook reads.',
    hint: 'Save the document as PDF, DOCX, HTML, Markdown or plain text.',
  },
  'source-encoding-is-known': {
    severity: 'error',
    promise: 'The characters of every source can be told.',
    hint: 'Save the file as UTF-8.',
  },
  'source-encoding-is-utf-8': {
    severity: 'warning',
    promise: 'Every source is in UTF-8.',
    hint: 'Check the accented letters and quotation marks; save the file as UTF-8 to be sure.',
  },
  'source-characters-are-text': {
    severity: 'warning',
    promise: 'A source holds nothing but characters that can be printed.',
    hint: 'Nothing needs to be done: the characters are left out of the book, and no quotation is compared by them.',
  },
  'source-pages-have-text': {
    severity: 'warning',
    promise: 'Every page of a PDF has text, and not only a picture of it.',
    hint: 'Make the text readable with a program for scanning (OCR), and put what it saves in its place.',
  },
  'source-is-whole': {
    severity: 'error',
    promise: 'Every source file can be opened.',
    hint: 'Open the file in the program that made it and save it again.',
  },
  'source-is-not-too-large': {
    severity: 'error',
    promise: 'Every source stays within the limits of size.',
    hint: 'Split the document, or raise the limit under `limits` in book.yaml.',
  },
  'source-markup-can-be-followed': {
    severity: 'warning',
    promise: 'The markup of a source is no deeper and no denser than people write it.',
    hint: 'Look at the place named: the file may be damaged, or hold something else than a text.',
  },
  'source-has-words': {
    severity: 'warning',
    promise: 'What a source has between two spaces is a word.',
    hint: 'Look at the place named: the file may be damaged, or hold data that is no text.',
  },
  'source-is-read-in-time': {
    severity: 'error',
    promise: 'Every source is read within its budget of time.',
    hint: 'Split the document, or raise `seconds` under `limits` in book.yaml.',
  },
  'source-fits-memory': {
    severity: 'error',
    promise: 'Every source is read within its budget of memory.',
    hint: 'Split the document, or raise `memoryMb` under `limits` in book.yaml.',
  },
  'source-reader-holds': {
    severity: 'error',
    promise: 'No source makes the reader fail.',
    hint: 'Save the document in another format or take it out, and tell the makers of Briefbook: the fault is theirs.',
  },
  'source-metadata-is-known': {
    severity: 'note',
    promise: 'Title, authors, publisher, date and language of every source are known.',
    hint: 'Add what is missing at the head of the file, or in a file beside it with `.yaml` behind the name.',
  },
  'source-parts-are-read': {
    severity: 'warning',
    promise: 'Every part of a Word file is whole and can be read.',
    hint: 'Open the file in Word, look whether its text is complete, and save it again.',
  },
  'source-is-read-as-accepted': {
    severity: 'note',
    promise: 'A Word file has no tracked changes left.',
    hint: 'Accept or reject the changes in Word to be sure of the text.',
  },
  'source-language-is-coded': {
    severity: 'warning',
    promise: 'Every source is in a language that the rules of the coder read: English.',
    hint: 'Code its statements by hand in codings.yaml; where names and terms meet is told as a mention all the same.',
  },
  'relative-dates-have-a-base': {
    severity: 'note',
    promise: 'Every source that says `last month` or `in August` says when it was written.',
    hint: 'Give the source its `date`.',
  },
  'source-id-is-unique': {
    severity: 'error',
    promise: 'No two sources have one id.',
    hint: 'Give one of them another `id`, at its head or in the file beside it, or rename the file.',
  },
  'codebook-is-there': {
    severity: 'error',
    promise: 'A book has a codebook: the actors and the issues to compare.',
    hint: 'Write a codebook.yaml; `briefbook init --from` proposes one.',
  },
  'codebook-id-is-unique': {
    severity: 'error',
    promise: 'No two actors and no two issues have one id.',
    hint: 'Rename one of them.',
  },
  'codebook-name-is-unambiguous': {
    severity: 'warning',
    promise: 'No name stands for two actors.',
    hint: 'Take the name from one of them; the first in the codebook wins.',
  },
  'codebook-office-has-one-holder': {
    severity: 'warning',
    promise: 'No two people hold one office of an actor at once.',
    hint: 'Give the dates in office, `from` and `until`; the first in the codebook wins.',
  },
  'codebook-name-is-no-term': {
    severity: 'warning',
    promise: 'No name of an actor is a term of an issue by itself.',
    hint: 'Take it from one of them, or let the term meet another in one sentence: `[name, word]`.',
  },
  'codebook-term-has-one-direction': {
    severity: 'note',
    promise: 'No term speaks for an issue and against it.',
    hint: 'Take it out of `terms`: what is `against` brings a sentence under the issue by itself.',
  },
  'codebook-term-is-specific': {
    severity: 'warning',
    promise: 'A term tells the sentences of its issue from the others.',
    hint: 'Take a longer phrase, or let the term meet another in one sentence: `[word, word]`.',
  },
  'codebook-term-has-one-issue': {
    severity: 'note',
    promise: 'A term brings a sentence under one issue.',
    hint: 'Leave it where both issues are meant; otherwise take it from one of them.',
  },
  'codebook-term-is-used': {
    severity: 'note',
    promise: 'Every term of the codebook stands in a source.',
    hint: 'Look for slips of the pen; a term that no source has does no harm.',
  },
  'codebook-against-turns-a-term': {
    severity: 'note',
    promise: 'A term that speaks against an issue holds one of its terms.',
    hint: 'Leave it where support of it is always opposition to the issue; otherwise take it out.',
  },
  'codebook-actor-is-named': {
    severity: 'note',
    promise: 'Every actor of the codebook is named in a source.',
    hint: 'Add the names that the sources use, or take the actor out: its row is empty.',
  },
  'codebook-issue-is-addressed': {
    severity: 'note',
    promise: 'Every issue of the codebook is addressed in a source.',
    hint: 'Add the words that the sources use, or take the issue out: its column is empty.',
  },
  'codebook-name-stands-alone': {
    severity: 'note',
    promise: "No name of an actor stands inside another actor's.",
    hint: 'Nothing needs to be done where the longer name is another actor; otherwise take it out.',
  },
  'codebook-discard-is-used': {
    severity: 'note',
    promise: 'Every phrase to discard stands in a source and holds the name of an actor.',
    hint: 'Correct the phrase or take it out.',
  },
  'qdc-is-well-formed': {
    severity: 'error',
    promise: 'A codebook to import is well-formed XML without a document type.',
    hint: 'Export it again from the program that made it, as REFI-QDA codebook (.qdc).',
  },
  'qdc-is-a-codebook': {
    severity: 'error',
    promise: 'A codebook to import is a REFI-QDA codebook (.qdc).',
    hint: 'Export the codes from the program that made them, as REFI-QDA codebook (.qdc).',
  },
  'qdc-group-is-there': {
    severity: 'error',
    promise: 'The groups of codes that are named as actors and issues are in the codebook to import.',
    hint: 'Name a code or a set of the file, as it is written there.',
  },
  'qdc-codes-are-told-apart': {
    severity: 'note',
    promise: 'It shows which codes of an imported codebook are actors and which are issues.',
    hint: 'Look it over; `--actors` and `--issues` name the groups of codes.',
  },
  'qdc-code-has-a-name': {
    severity: 'warning',
    promise: 'Every code of an imported codebook has a name.',
    hint: 'The code is left out; give it a name in the program that made it.',
  },
  'qdc-description-is-read': {
    severity: 'warning',
    promise: 'What Briefbook wrote into the description of a code can be read back.',
    hint: 'Correct the lines of the description, which are those of codebook.yaml; as it is, it becomes a comment.',
  },
  'qdc-is-read-in-full': {
    severity: 'note',
    promise: 'Everything in an imported codebook finds a place in codebook.yaml.',
    hint: 'Nothing needs to be done: codes, their order, descriptions and sets are read.',
  },
  'coding-actor-is-known': {
    severity: 'error',
    promise: 'Every actor in a coding is in the codebook.',
    hint: 'Correct the id, or add the actor to the codebook.',
  },
  'coding-issue-is-known': {
    severity: 'error',
    promise: 'Every issue in a coding is in the codebook.',
    hint: 'Correct the id, or add the issue to the codebook.',
  },
  'coding-source-is-known': {
    severity: 'error',
    promise: 'Every source in a coding is one of the book.',
    hint: 'Correct the id of the source.',
  },
  'coding-statement-is-there': {
    severity: 'warning',
    promise: 'The statement that a coding speaks of is still found.',
    hint: 'Look at the passage again and code it anew, or take the coding out.',
  },
  'edition-is-whole': {
    severity: 'error',
    promise: 'Every file of `editions/` is an edition as `briefbook release` wrote it.',
    hint: 'Take the file back from version control, or remove it; conflicts of a merge must be resolved.',
  },
  'edition-is-known': {
    severity: 'error',
    promise: 'Every edition that is asked for has been released.',
    hint: 'Correct the name; `briefbook release` freezes an edition.',
  },
  'chapter-has-a-title': {
    severity: 'warning',
    promise: 'Every chapter begins with a heading.',
    hint: 'Begin the file with a line `# Title`.',
  },
  'heading-levels-follow': {
    severity: 'note',
    promise: 'Every heading of a chapter is at most one level below the one before it.',
    hint: 'The book sets it one level below; write it so.',
  },
  'chapter-is-in-a-part': {
    severity: 'note',
    promise: 'Every file of the chapters is in the book.',
    hint: 'Name it under `parts` in book.yaml; what is not ready yet may wait where it is.',
  },
  'citation-is-closed': {
    severity: 'warning',
    promise: 'Every citation that begins with a bracket ends with one.',
    hint: 'Write `[@swp ¶12]`, all of it in one paragraph.',
  },
  'directive-is-whole': {
    severity: 'warning',
    promise: 'Every line that begins with `:::` begins or ends a block.',
    hint: 'Write `:::key-judgement{likelihood="likely" confidence="low"}`, with its braces closed, and `:::` on a line of its own at the end.',
  },
  'chapter-is-known': {
    severity: 'error',
    promise: 'Every chapter that a part names is a file of the chapters or one that Briefbook makes.',
    hint: 'Correct the name.',
  },
  'directive-is-known': {
    severity: 'error',
    promise: 'Every directive of a chapter is one that Briefbook knows.',
    hint: 'Correct the name; `\\:` in front of the word gives a plain colon.',
  },
  'directive-is-well-formed': {
    severity: 'error',
    promise: 'Every directive has the attributes it needs.',
    hint: 'Correct the attributes.',
  },
  'matrix-actor-is-known': {
    severity: 'error',
    promise: 'Every actor that a matrix asks for is in the codebook.',
    hint: 'Correct the id, or add the actor to the codebook.',
  },
  'matrix-issue-is-known': {
    severity: 'error',
    promise: 'Every issue that a matrix asks for is in the codebook.',
    hint: 'Correct the id, or add the issue to the codebook.',
  },
  'matrix-source-is-known': {
    severity: 'error',
    promise: 'Every source that a matrix asks for is one of the book.',
    hint: 'Correct the id of the source.',
  },
  'matrix-id-is-unique': {
    severity: 'error',
    promise: 'No two matrices have one id; `actor-issue`, `source-issue` and `source-actor` are in every book.',
    hint: 'Give the matrix another id.',
  },
  'matrix-is-not-empty': {
    severity: 'warning',
    promise: 'Every matrix that a book asks for has statements.',
    hint: 'Widen what the matrix asks for under `only`.',
  },
  'matrix-is-known': {
    severity: 'error',
    promise: 'Every matrix that a chapter shows is one of the book.',
    hint: 'Correct the id.',
  },
  'actor-is-known': {
    severity: 'error',
    promise: 'Every actor that a chapter shows a picture of is in the codebook.',
    hint: 'Correct the id.',
  },
  'citation-target-resolves': {
    severity: 'error',
    promise: 'Every citation leads to a source and a paragraph that are there.',
    hint: 'Look the paragraph up in the dossier of the source.',
  },
  'cross-reference-resolves': {
    severity: 'error',
    promise: 'Every link inside the book leads to something that is there.',
    hint: 'Correct what stands behind the #.',
  },
  'link-is-safe': {
    severity: 'warning',
    promise: 'Every link outside the book is http, https or mailto.',
    hint: 'The words are kept and the link is left out.',
  },
  'markup-is-supported': {
    severity: 'warning',
    promise: 'Chapters use Markdown and directives, no HTML.',
    hint: 'The passage is shown as it is written; say it in Markdown.',
  },
  'quotation-is-verbatim': {
    severity: 'error',
    promise: 'Every quotation stands word for word in its source.',
    hint: 'Quote the source as it is; `[…]` joins two passages of it in their order.',
  },
  'quotation-has-a-source': {
    severity: 'warning',
    promise: 'Every block quotation of a chapter ends in the citation of its source.',
    hint: 'End it in a citation such as [@swp ¶12], so that it can be looked up.',
  },
  'judgement-words-are-on-the-yardstick': {
    severity: 'warning',
    promise: 'Likelihood and confidence use the words of one yardstick.',
    hint: 'Take one of the words named.',
  },
  'likelihood-and-confidence-stand-apart': {
    severity: 'warning',
    promise: 'No sentence of a judgement states a likelihood and a confidence at once.',
    hint: 'Say them in two sentences.',
  },
  'reference-opens': {
    severity: 'error',
    promise: 'The DOCX that a book takes its styles from is there and can be read.',
    hint: 'Open it in Word, save it as a Word document (.docx), and name it in `reference:` of book.yaml.',
  },
  'template-is-there': {
    severity: 'error',
    promise: 'The template that a book names is there.',
    hint: 'Correct `template:` in book.yaml.',
  },
  'template-is-complete': {
    severity: 'error',
    promise: 'A template has every part that a book needs.',
    hint: 'Add the part; the template `briefing` has all of them.',
  },
  'template-renders': {
    severity: 'error',
    promise: 'Every part of a template can be rendered.',
    hint: 'Correct the part at the place named.',
  },
  'pages-settle': {
    severity: 'warning',
    promise: 'Printing again changes no page number.',
    hint: 'Some numbers may be off by a page; tell the makers of the template.',
  },
  'pdf-is-accessible': {
    severity: 'note',
    promise: 'The PDF keeps to what of PDF/UA a program can check.',
    hint: 'The manifest lists what was checked. Mend the template or the content; until then the file does not say that it is PDF/UA.',
  },
  'browser-is-there': {
    severity: 'error',
    promise: 'A Chromium is there to print with.',
    hint: 'Run `briefbook doctor --install`, or set BRIEFBOOK_BROWSER to the path of a Chrome, Chromium or Edge.',
  },
  'pictures-have-pixels': {
    severity: 'warning',
    promise: 'The pictures of a DOCX have pixels behind them, for programs that show no SVG.',
    hint: '`briefbook doctor` says how to get a browser. Word 2016 and later show the pictures as they are.',
  },
  'browser-prints': {
    severity: 'error',
    promise: 'The browser prints the book to its end.',
    hint: 'Try again; if it happens again, `briefbook doctor` tells what is wrong with the browser.',
  },
  'font-is-there': {
    severity: 'error',
    promise: 'Every font file that a template names is there.',
    hint: 'Install the packages of the template, or correct the path in tokens.yaml.',
  },
  'script-has-a-font': {
    severity: 'note',
    promise: 'Every letter of a source is set in a font that the template brings.',
    hint: 'Name a font for the script under `fonts.scripts` in the tokens of a template of your own (docs/templates.md); till then a font of this machine stands in.',
  },
  'writing-stands-out': {
    severity: 'warning',
    promise: 'All writing stands out from its ground.',
    hint: 'Make the darker of the two colours darker, or the lighter one lighter.',
  },
  'output-can-be-written': {
    severity: 'error',
    promise: 'The output folder can be written to.',
    hint: 'Check the permissions and the space that is left; the last good book is untouched.',
  },
  'output-is-not-there-yet': {
    severity: 'error',
    promise: 'Nothing that an analyst may have written is written over.',
    hint: 'Name another place.',
  },
  'edited-docx-is-whole': {
    severity: 'error',
    promise: 'An edited DOCX can be opened.',
    hint: 'Open the file in Word or LibreOffice, save it again as DOCX, and merge that. Nothing was changed.',
  },
  'edited-docx-is-this-books': {
    severity: 'error',
    promise: 'An edited DOCX was made of the book that it is merged into.',
    hint: 'Name the folder of its book, or the right document. Nothing was changed.',
  },
  'edited-docx-knows-its-blocks': {
    severity: 'warning',
    promise: 'An edited DOCX still says which paragraph of the book each of its paragraphs is.',
    hint: 'Look through what was taken over before it is printed; ask the editor to save in Word or LibreOffice.',
  },
  'edited-docx-is-latest': {
    severity: 'note',
    promise: 'The content has not changed since the DOCX was made.',
    hint: 'Nothing needs to be done: what changed on both sides is told as a conflict.',
  },
  'edit-leaves-quotations': {
    severity: 'warning',
    promise: 'The words of a source are changed by nobody.',
    hint: 'Tell the editor; to quote something else, change the quotation in the chapter or code another passage.',
  },
  'edit-leaves-generated-text': {
    severity: 'warning',
    promise: 'What Briefbook makes is changed where it comes from, not in the DOCX.',
    hint: 'Change it where it comes from.',
  },
  'edit-can-be-written': {
    severity: 'warning',
    promise: 'Every edit can be written into the content.',
    hint: 'Make the change in the file by hand.',
  },
  'edits-agree': {
    severity: 'error',
    promise: 'No two people change the same words differently.',
    hint: 'Edit the passage in the file named, or merge again with `--ours` to keep the content or `--theirs` to take the editor’s words; conflicts.yaml has both.',
  },
  'program-holds': {
    severity: 'error',
    promise: 'Briefbook itself does not fail.',
    hint: 'Run the command again with `--verbose` and tell the makers of Briefbook what it prints: the fault is theirs.',
  },
} as const satisfies { [id: string]: Rule }

export type RuleId = keyof typeof rules
