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

// The tables of docs/reading-mail.md, from the program's own.
const readingPage = fileURLToPath(new URL('../docs/reading-mail.md', import.meta.url))
const { PART_KINDS } = await import('../dist/model/message.js')
const { DISGUISES } = await import('../dist/model/mention.js')
const listed = (codes) => codes.map((code) => `\`${code}\``).join(', ')
const tables = {
  parts: listed(PART_KINDS),
  disguises: listed(DISGUISES),
}
const readingBefore = readFileSync(readingPage, 'utf8')
const reading = Object.entries(tables).reduce(
  (filled, [name, table]) =>
    filled.replace(
      new RegExp(`(<!-- ${name} -->)[^]*(<!-- /${name} -->)`),
      (_, begin, end) => `${begin}\n${table}\n${end}`,
    ),
  readingBefore,
)

if (process.argv.includes('--check')) {
  if (existsSync(page) && readFileSync(page, 'utf8') === text && readingBefore === reading) process.exit(0)
  console.error('docs/commands.md or docs/reading-mail.md is not what the program says: run node scripts/docs.mjs')
  process.exit(1)
}
writeFileSync(page, text)
writeFileSync(readingPage, reading)
console.error(`docs/commands.md: ${names.length} commands; docs/reading-mail.md: ${Object.keys(tables).length} tables`)
