/** One file in a tape archive. */
export interface TarFile {
  readonly name: Uint8Array
  readonly bytes: Uint8Array
}

const block = 512

/** The files of a .tar in their order. Throws where it is damaged; links, devices and folders are left out. */
export function* readTar(bytes: Uint8Array): Generator<TarFile> {
  let longName: Uint8Array | null = null
  for (let at = 0; at + block <= bytes.length;) {
    const head = bytes.subarray(at, at + block)
    if (head.every((byte) => byte === 0)) return
    if (!isWhole(head)) throw new Error('a header is damaged')
    const size = numberIn(head, 124, 12)
    const from = at + block
    if (from + size > bytes.length) throw new Error('it ends in the middle of a file')
    const content = bytes.subarray(from, from + size)
    const kind = String.fromCharCode(head[156] ?? 0)
    if (kind === 'L') longName = upToZero(content)
    else if (kind === 'x') longName = paxPath(content) ?? longName
    else {
      if (kind === '0' || kind === '\0') yield { name: longName ?? nameIn(head), bytes: content }
      if (kind !== 'g') longName = null
    }
    at = from + Math.ceil(size / block) * block
  }
}

/** Whether bytes begin like a tape archive. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= block && isWhole(bytes.subarray(0, block))
}

/** The sum over a header, its own field taken as spaces, stands in it. */
function isWhole(head: Uint8Array): boolean {
  let sum = 0
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : (head[at] ?? 0)
  return sum === numberIn(head, 148, 8)
}

/** A number in octal digits, or, for a large one, in bytes. */
function numberIn(head: Uint8Array, from: number, length: number): number {
  const field = head.subarray(from, from + length)
  if (((field[0] ?? 0) & 0x80) !== 0)
    return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f)
  return (
    parseInt(
      Buffer.from(field)
        .toString('latin1')
        .replace(/[\0 ]+/g, ' ')
        .trim(),
      8,
    ) || 0
  )
}

function nameIn(head: Uint8Array): Uint8Array {
  const name = upToZero(head.subarray(0, 100))
  const isNew = Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar'
  const folder = isNew ? upToZero(head.subarray(345, 500)) : new Uint8Array()
  return folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name])
}

/** The path among the fields of an extended header, each `length name=value`. */
function paxPath(content: Uint8Array): Uint8Array | null {
  const text = Buffer.from(content).toString('latin1')
  for (let at = 0; at < text.length;) {
    const length = parseInt(text.slice(at, at + 12), 10)
    if (!(length > 0)) return null
    const field = text.slice(text.indexOf(' ', at) + 1, at + length - 1)
    if (field.startsWith('path=')) return Buffer.from(field.slice(5), 'latin1')
    at += length
  }
  return null
}

function upToZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}
