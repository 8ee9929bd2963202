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
const names = [...overview.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name)
const chapters = names.map((name) => `## ringtrace ${name}\n\n\`\`\`\n${help(name)}\n\`\`\`\n`)
const text = `# Commands

Generated from \`--help\` by \`node scripts/docs.mjs\`. Answers go to stdout, everything else to stderr. Exit codes: 0 done,
1 nothing found (look-ups only), 2 the caller's mistake, 3 something outside failed, 70 a bug.

\`\`\`
${overview}
\`\`\`

${chapters.join('\n')}`

if (process.argv.includes('--check')) {
  if (existsSync(page) && readFileSync(page, 'utf8') === text) process.exit(0)
  console.error('docs/commands.md is not what --help says: run node scripts/docs.mjs')
  process.exit(1)
}
writeFileSync(page, text)
console.error(`docs/commands.md: ${names.length} commands`)
