import { expect, test } from 'vitest'
import type { Layout } from './layout.ts'
import { MIGRATIONS, rememberVersion } from './schema.ts'

const LAYOUT: Layout = { database: 'ringtrace', cluster: 'ringtrace', replicated: true }

test('docs/cluster.sql holds the statements that a cluster gets', async () => {
  const statements = MIGRATIONS.flatMap(({ version, statements: of }) => [
    ...of(LAYOUT),
    rememberVersion(LAYOUT, version),
  ])
  const head = '-- Written by src/store/cluster-docs.test.ts. Database and cluster are called `ringtrace` here.\n\n'
  await expect(`${head}${statements.join(';\n\n')};\n`).toMatchFileSnapshot('../../docs/cluster.sql')
})
