import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { Caching } from './cache/open.js'
import { exitCodeOf } from './commands/exit-code.js'
import { type Effects, type ExitCode, exitCodes } from './effects.js'
import { type Format, formats, type InspectStage, inspectStages } from './names.js'
import { messagesOf } from './output/failure.js'
import { printReport, type Telling } from './output/report.js'
import { toolVersion } from './version.js'

/** The commands, loaded when they are called: `--help` need not wait for a parser and a browser. */
const commands = {
  init: () => import('./commands/init.js'),
  build: () => import('./commands/build.js'),
  watch: () => import('./commands/watch.js'),
  check: () => import('./commands/check.js'),
  inspect: () => import('./commands/inspect.js'),
  release: () => import('./commands/release.js'),
  diff: () => import('./commands/diff.js'),
  merge: () => import('./commands/merge.js'),
  codebook: () => import('./commands/codebook.js'),
  doctor: () => import('./commands/doctor.js'),
}

function parseFormats(value: string): Format[] {
  const names = value.split(',').map(name => name.trim())
  const unknown = names.find(name => !(formats as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no format ${JSON.stringify(unknown)}; there are ${formats.join(', ')}.`)
  return names as Format[]
}

const usual: Format[] = ['pdf', 'docx', 'json']
const outOption = () =>
  new Option('--out <dir>', 'the folder to write to (default: output/ in the book’s folder, or beside content/)')
const formatOption = () =>
  new Option('--format <list>', `what to make: ${formats.join(',')}`)
    .argParser(parseFormats)
    .default(usual, usual.join(','))
const jsonOption = () => new Option('--json', 'all that is told as one JSON record a line').default(false)
const cacheOption = () => new Option('--no-cache', 'read and analyse everything anew')
const verboseOption = () =>
  new Option('--verbose', 'how long each stage takes, and the stack where Briefbook itself fails').default(false)

/** Commands that read sources: what reads starts while the rest of the command is loaded. */
const reading: ReadonlySet<string> = new Set(['init', 'build', 'check', 'inspect', 'release', 'merge'])

/** The command line. Each command's action sets the exit code. */
function createProgram(effects: Effects, setExit: (code: ExitCode) => void): Command {
  const program = new Command('briefbook')
    .description(
      'Turns a folder of source texts into a briefing book: a printable PDF, and a DOCX that editors work in.',
    )
    .version(toolVersion)
    .exitOverride()
    .configureOutput({ writeOut: effects.stdout, writeErr: effects.stderr })
    .showHelpAfterError('(briefbook --help tells what there is)')
    .hook('preAction', (_, command) => {
      if (reading.has(command.name())) effects.readers.start()
    })
  program
    .command('init <dir>')
    .description('begin a book, from a folder of texts, with a proposed codebook')
    .option('--from <files...>', 'the texts to compare')
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string, options: { from?: string[] } & Telling) =>
      setExit(await (await commands.init()).init(dir, options.from ?? [], options, effects)),
    )
  program
    .command('build [dir]')
    .description('make the book')
    .addOption(outOption())
    .addOption(formatOption())
    .option('--redline [edition]', 'tracked changes in the DOCX since an edition (default: the last one)')
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string | undefined, options) =>
      setExit(await (await commands.build()).build(dir ?? '.', options, effects)),
    )
  program
    .command('watch [dir]')
    .description('make the book again on every change')
    .addOption(outOption())
    .addOption(formatOption())
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string | undefined, options) =>
      setExit(await (await commands.watch()).watch(dir ?? '.', options, effects)),
    )
  program
    .command('check [dir]')
    .description('tell everything that a build would refuse or doubt, and write nothing')
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string | undefined, options: Telling & Caching) =>
      setExit(await (await commands.check()).check(dir ?? '.', options, effects)),
    )
  program
    .command('inspect')
    .description(`print a stage as JSON: ${inspectStages.join(', ')}`)
    .argument('<stage>', inspectStages.join(', '), (value: string) => {
      if (!inspectStages.includes(value as InspectStage))
        throw new InvalidArgumentError(`There are ${inspectStages.join(', ')}.`)
      return value
    })
    .argument('[dir]')
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (stage: InspectStage, dir: string | undefined, options: Telling & Caching) =>
      setExit(await (await commands.inspect()).inspect(stage, dir ?? '.', options, effects)),
    )
  program
    .command('release [dir]')
    .description('freeze what the book says, for later builds to tell what has changed since')
    .option('--name <name>', 'of the edition (default: `edition` in book.yaml)')
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string | undefined, options) =>
      setExit(await (await commands.release()).release(dir ?? '.', options, effects)),
    )
  program
    .command('diff <before> [after]')
    .description('tell what is different between two editions, or between one and the book as it is now')
    .option('--dir <dir>', 'the book’s folder', '.')
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (before: string, after: string | undefined, options) =>
      setExit(await (await commands.diff()).diff(before, after, options, effects)),
    )
  program
    .command('merge <edited> [dir]')
    .description('bring home what editors changed in a DOCX of the book')
    .option('--dry-run', 'tell what would be done, and write nothing', false)
    .option('--ours', 'where both changed the same words, keep the content’s', false)
    .option('--theirs', 'where both changed the same words, take the editor’s', false)
    .option('--findings', 'take what an editor wrote into a cell of a matrix as its finding', false)
    .addOption(cacheOption())
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (edited: string, dir: string | undefined, options) =>
      setExit(await (await commands.merge()).merge(edited, dir ?? '.', options, effects)),
    )
  const codebook = program
    .command('codebook')
    .description('exchange the codebook with NVivo, MAXQDA, ATLAS.ti, QualCoder (REFI-QDA, .qdc)')
  codebook
    .command('export [dir]')
    .description('write the codebook as .qdc')
    .option('--out <file>', 'the file to write (default: codebook.qdc beside codebook.yaml)')
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (dir: string | undefined, options) =>
      setExit(await (await commands.codebook()).exportTo(dir ?? '.', options, effects)),
    )
  codebook
    .command('import <file> [dir]')
    .description('make codebook.yaml of a .qdc')
    .option('--actors <name>', 'the code or set that holds the actors')
    .option('--issues <name>', 'the code or set that holds the issues')
    .option('--force', 'write over a codebook.yaml that is there', false)
    .addOption(jsonOption())
    .addOption(verboseOption())
    .action(async (file: string, dir: string | undefined, options) =>
      setExit(await (await commands.codebook()).importFrom(file, dir ?? '.', options, effects)),
    )
  program
    .command('doctor')
    .description('tell what is there, what is missing and what to do')
    .option('--install', 'get a browser where there is none', false)
    .action(async (options: { install: boolean }) => setExit(await (await commands.doctor()).doctor(options, effects)))
  return program
}

/** Runs a command line; gives the exit code. Nothing is thrown: a fault of Briefbook's own is told like any other. */
export async function run(argv: readonly string[], effects: Effects): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.done
  const program = createProgram(effects, code => {
    exit = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    if (effects.signal.aborted) return exitCodes.interrupted
    const messages = messagesOf(error)
    effects.stderr(printReport(messages, { json: argv.includes('--json') }, effects))
    if (argv.includes('--verbose') && error instanceof Error) effects.stderr(`${error.stack}\n`)
    return exitCodeOf(messages)
  } finally {
    effects.readers.close()
  }
}
