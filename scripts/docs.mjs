// Writes docs/commands.md from what the built program's --help says; with --check it only tells whether it is up to date.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const page = fileURLToPath(new URL('../docs/commands.md', import.meta.url))

const help = (...words) => {
  // The width commander wraps at must not be that of whoever's terminal this is.
  const { stdout, status, stderr } = spawnSync(process.execPath, [main, ...words, '--help'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, COLUMNS: '100' },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

const overview = help()
/** Commands a page of help names, but for help itself. */
const commandsIn = (page) =>
  [...(page.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+) /gm)]
    .map(([, name]) => name)
    .filter((name) => name !== 'help')
const names = commandsIn(overview.split('\nStart here:')[0])
const chapter = (title, page) => `${title}\n\n\`\`\`\n${page}\n\`\`\`\n`
const chapters = names.flatMap((name) => {
  const page = help(name)
  const parts = commandsIn(page.split('\n\n').slice(0, 4).join('\n\n'))
  return [
    chapter(`## ringtrace ${name}`, page),
    ...parts.map((part) => chapter(`### ringtrace ${name} ${part}`, help(name, part))),
  ]
})
const text = `# Commands

Generated from \`--help\` by \`node scripts/docs.mjs\`. Answers go to stdout, everything else to stderr. Exit codes: 0 done,
1 nothing found (look-ups only), 2 the caller's mistake, 3 something outside failed, 70 a bug.

\`\`\`
${overview}
\`\`\`

${chapters.join('\n')}`

// Tables of other pages, from the program's own.
const { PART_KINDS } = await import('../dist/model/message.js')
const { DISGUISES } = await import('../dist/model/mention.js')
const { UNKNOWN_REASONS } = await import('../dist/model/number-facts.js')
const { REGISTERS } = await import('../dist/enrich/registers/registers.js')
const listed = (codes) => codes.map((code) => `\`${code}\``).join(', ')
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const TABLES = {
  'reading-mail.md': { parts: listed(PART_KINDS), disguises: listed(DISGUISES) },
  'numbering.md': {
    unknown: table(
      ['code', 'why'],
      Object.entries(UNKNOWN_REASONS).map(([code, why]) => [`\`${code}\``, why]),
    ),
    registers: table(
      ['name', 'register', 'files', 'where', ''],
      Object.entries(REGISTERS).map(([name, { title, files, where, isTested }]) => [
        `\`${name}\``,
        title,
        files,
        where,
        isTested ? '' : '*not tried*',
      ]),
    ),
  },
}
const filled = Object.entries(TABLES).map(([name, tables]) => {
  const file = fileURLToPath(new URL(`../docs/${name}`, import.meta.url))
  const before = readFileSync(file, 'utf8')
  const after = Object.entries(tables).reduce(
    (page, [mark, rows]) =>
      page.replace(
        new RegExp(`(<!-- ${mark} -->)[^]*(<!-- /${mark} -->)`),
        (_, begin, end) => `${begin}\n${rows}\n${end}`,
      ),
    before,
  )
  return { file, name, before, after }
})

if (process.argv.includes('--check')) {
  if (existsSync(page) && readFileSync(page, 'utf8') === text && filled.every(({ before, after }) => before === after))
    process.exit(0)
  console.error('a page of docs/ is not what the program says: run node scripts/docs.mjs')
  process.exit(1)
}
writeFileSync(page, text)
for (const { file, after } of filled) writeFileSync(file, after)
console.error(`docs/commands.md: ${names.length} commands; ${filled.map(({ name }) => name).join(', ')}: their tables`)
