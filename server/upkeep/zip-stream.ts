import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A file on its way into an archive. Its content is asked for when its turn comes, piece by piece. */
export interface ZipEntry {
  readonly path: string
  readonly content: () => AsyncIterable<string | Uint8Array>
}

/** What the list at the end says of a file. */
interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/**
 * An archive as a stream: no more than a piece of one file is held at a time, and of every file its line in the list at the
 * end. Any number of files; each may have up to 4 GB.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, madeAt: number): AsyncGenerator<Buffer> {
  const stamp = dosStamp(madeAt)
  const written: Written[] = []
  let at = 0
  const counted = (bytes: Buffer): Buffer => {
    at += bytes.byteLength
    return bytes
  }
  for await (const { path, content } of entries) {
    const name = Buffer.from(path)
    const start = at
    yield counted(localHeader(name, stamp))
    const tally = { crc: 0, size: 0 }
    const from = at
    for await (const piece of packed(tallied(content(), tally))) yield counted(piece)
    const packedSize = at - from
    if (Math.max(packedSize, tally.size) > most32)
      throw new Error(`${path} is larger than an archive can hold`)
    yield counted(descriptor(tally.crc, packedSize, tally.size))
    written.push({ name, ...tally, packed: packedSize, at: start })
  }
  const listAt = at
  for (const file of written) yield counted(listed(file, stamp))
  yield ending(written.length, listAt, at - listAt)
}

const most16 = 0xffff
const most32 = 0xffffffff
/** The name is UTF-8; length and checksum follow the content. */
const flags = 0x0808
const deflated = 8

/** So much is packed at once, in this turn: a note is mostly shorter, and a stream for each would take most of the time. */
const atOnce = 65_536

async function* packed(content: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first: Buffer[] = []
  let size = 0
  for (let next = await content.next(); next.done !== true; next = await content.next()) {
    first.push(next.value)
    size += next.value.byteLength
    if (size > atOnce) return yield* packedAsItComes(first, content)
  }
  yield deflateRawSync(Buffer.concat(first))
}

async function* packedAsItComes(
  first: readonly Buffer[],
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  async function* all(): AsyncGenerator<Buffer> {
    yield* first
    yield* rest
  }
  // A fault of the source ends the packing, and is thrown there.
  for await (const piece of pipeline(Readable.from(all()), createDeflateRaw(), () => undefined))
    yield piece as Buffer
}

async function* tallied(
  content: AsyncIterable<string | Uint8Array>,
  tally: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = Buffer.from(piece as string)
    tally.crc = crc32(bytes, tally.crc)
    tally.size += bytes.byteLength
    if (bytes.byteLength > 0) yield bytes
  }
}

/** Numbers of 2, 4 or 8 bytes, the lowest byte first. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of numbers) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return buffer
}

function localHeader(name: Buffer, stamp: number): Buffer {
  const head = fields([4, 0x04034b50], [2, 20], [2, flags], [2, deflated], [4, stamp])
  const lengths = fields([4, 0], [4, 0], [4, 0], [2, name.byteLength], [2, 0])
  return Buffer.concat([head, lengths, name])
}

const descriptor = (crc: number, packed: number, size: number): Buffer =>
  fields([4, 0x08074b50], [4, crc], [4, packed], [4, size])

function listed({ name, crc, packed, size, at }: Written, stamp: number): Buffer {
  const far = at >= most32 ? fields([2, 1], [2, 8], [8, at]) : Buffer.alloc(0)
  const needs = far.byteLength > 0 ? 45 : 20
  const head = fields([4, 0x02014b50], [2, 0x0300 + needs], [2, needs], [2, flags], [2, deflated], [4, stamp])
  const lengths = fields([4, crc], [4, packed], [4, size], [2, name.byteLength], [2, far.byteLength], [2, 0])
  // An ordinary file that its owner may write and everybody read.
  const place = fields([2, 0], [2, 0], [4, 0o100644 * 65_536], [4, Math.min(at, most32)])
  return Buffer.concat([head, lengths, place, name, far])
}

function ending(count: number, listAt: number, listSize: number): Buffer {
  const end = fields(
    [4, 0x06054b50],
    [4, 0],
    [2, Math.min(count, most16)],
    [2, Math.min(count, most16)],
    [4, Math.min(listSize, most32)],
    [4, Math.min(listAt, most32)],
    [2, 0],
  )
  if (count < most16 && listAt < most32) return end
  const counts = fields([8, count], [8, count], [8, listSize], [8, listAt])
  const large = Buffer.concat([fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0]), counts])
  const finder = fields([4, 0x07064b50], [4, 0], [8, listAt + listSize], [4, 1])
  return Buffer.concat([large, finder, end])
}

/** The moment as archives write it: in steps of two seconds, since 1980; here UTC. */
function dosStamp(at: number): number {
  const date = new Date(at)
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  return day * 65_536 + time
}
