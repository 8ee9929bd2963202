import { machine } from './figures.ts'
import { libraryReport } from './numbering/library.ts'
import { registersReport } from './numbering/registers.ts'
import { speedReport } from './numbering/speed.ts'

/** Where the real registers lie that the README of the data names; without them only speed is measured. */
export const DATA = '../shared/data/reference'

console.log(`# Numbering plan\n\n${machine()}\n`)
console.log(await speedReport())
console.log(await registersReport(DATA))
console.log(await libraryReport(DATA))
