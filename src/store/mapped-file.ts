import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { IntelError } from '../model/failures.ts'

/** Places in a meta page. Source: lmdb, mdb.c, MDB_page_header and MDB_meta, data version 2 on 64 bits. */
const AT = { magic: 24, version: 28, pageSize: 48, lastPage: 144, transaction: 152, end: 160 } as const
const MAGIC = 0xbeefc0de
const VERSION = 2

/**
 * Looks whether a file is whole before lmdb maps it: one that is cut short would end the process with a bus error at
 * the first read past its end.
 *
 * Throws: IntelError `store_unavailable`, saying what is wrong with the file.
 */
export function checkMappedFile(path: string): void {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const first = readMeta(file, 0)
    const second = readMeta(file, first.pageSize)
    const newer = second.transaction > first.transaction ? second : first
    if (size < (newer.lastPage + 1) * first.pageSize) throw unusable('it is cut short')
  } finally {
    closeSync(file)
  }
}

function readMeta(file: number, offset: number): { pageSize: number; lastPage: number; transaction: bigint } {
  const page = Buffer.alloc(AT.end)
  if (readSync(file, page, 0, AT.end, offset) < AT.end) throw unusable('it is cut short')
  if (page.readUInt32LE(AT.magic) !== MAGIC || page.readUInt32LE(AT.version) !== VERSION) {
    throw unusable('it is not an index file')
  }
  return {
    pageSize: page.readUInt32LE(AT.pageSize),
    lastPage: Number(page.readBigUInt64LE(AT.lastPage)),
    transaction: page.readBigUInt64LE(AT.transaction),
  }
}

function unusable(why: string): IntelError {
  return new IntelError('store_unavailable', why)
}
