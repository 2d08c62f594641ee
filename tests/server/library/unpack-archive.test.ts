import { type Zippable, zipSync } from 'fflate'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { unpackArchive } from '../../../server/library/unpack-archive.ts'

const text = (words: string) => new TextEncoder().encode(words)
const zip = (files: Zippable) => Buffer.from(zipSync(files, { level: 9 }))
const unpack = (bytes: Uint8Array, path = 'notes.zip') => unpackArchive({ path, bytes })
const refusal = async (bytes: Uint8Array, path?: string) => {
  const { files, refused } = await unpack(bytes, path)
  return files.length === 0 ? refused[0] : null
}
const paths = async (bytes: Uint8Array, path?: string) =>
  (await unpack(bytes, path)).files.map((file) => file.path)

/** A tape archive; a name that its field is too short for goes before it, as GNU and as POSIX write it. */
function tar(files: Record<string, string>, long: 'gnu' | 'pax' = 'gnu'): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const before =
      name.length <= 100
        ? []
        : long === 'gnu'
          ? tarBlocks('././@LongLink', `${name}\0`, 'L')
          : tarBlocks('pax', paxField('path', name), 'x')
    return [...before, ...tarBlocks(name.slice(0, 100), content, '0')]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
function tarBlocks(name: string, content: string, kind: string): Buffer[] {
  const bytes = Buffer.from(content)
  const head = Buffer.alloc(512)
  head.write(name, 0, 100)
  head.write(bytes.length.toString(8).padStart(11, '0'), 124)
  head.write('        ', 148)
  head.write(kind, 156)
  head.write('ustar\0', 257)
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
}
function paxField(name: string, value: string): string {
  const rest = ` ${name}=${value}\n`
  let length = rest.length
  while (String(length).length + rest.length > length) length++
  return `${length}${rest}`
}
/** A .zip whose names hold these bytes, as systems wrote them that knew one alphabet. */
function zipWithNames(names: readonly (readonly number[])[], content = '# A'): Buffer {
  const places = names.map((bytes, i) => `${String.fromCharCode(65 + i).repeat(bytes.length)}.md`)
  let bytes = zip(Object.fromEntries(places.map((place) => [place, text(content)])))
  names.forEach((name, i) => {
    const place = Buffer.from((places[i] ?? '').slice(0, -3))
    for (let at = bytes.indexOf(place); at >= 0; at = bytes.indexOf(place, at + 1))
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(name), bytes.subarray(at + name.length)])
  })
  return bytes
}

test('the notes of a .zip are taken by their paths; pictures, hidden folders and system files are not', async () => {
  const { files } = await unpack(
    zip({
      'vault/a.md': text('# A'),
      'vault/deep/b.txt': text('B'),
      'vault/picture.png': text('png'),
      'vault/.obsidian/c.md': text('# C'),
      'vault/._a.md': text('x'),
      '__MACOSX/vault/a.md': text('x'),
    }),
  )
  expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['vault/a.md', '# A'],
    ['vault/deep/b.txt', 'B'],
  ])
})

describe('an archive in an archive', () => {
  test('is opened where it lies, as the parts of an export are', async () => {
    const part = (name: string) => zip({ [name]: text('# A'), 'image.png': text('png') })
    const bytes = zip({
      'export/Part-1.zip': part('Home/a.md'),
      'export/Part-2.zip': part('Home/b.md'),
      'own.md': text('# Own'),
      'more.tar.gz': gzipSync(tar({ 'c.md': '# C' })),
    })
    expect(await paths(bytes)).toEqual(['export/Home/a.md', 'export/Home/b.md', 'own.md', 'c.md'])
  })
  test('has a folder of its own where two hold a note of one name', async () => {
    const bytes = zip({
      'x/one.zip': zip({ 'a.md': text('# A') }),
      'x/two.zip': zip({ 'a.md': text('# B') }),
    })
    expect(await paths(bytes)).toEqual(['x/a.md', 'x/two/a.md'])
  })
  test('that is locked, damaged or foreign is named, and the others are read', async () => {
    const { files, refused } = await unpack(
      zip({
        'a.md': text('# A'),
        'old.rar': Buffer.from('Rar!\x1a\x07\x00rest', 'latin1'),
        'bad.zip': text('no zip at all'),
        'pictures.zip': zip({ '1.png': text('png'), '2.png': text('png') }),
      }),
    )
    expect(files.map(({ path }) => path)).toEqual(['a.md'])
    expect(refused.map(({ path, code }) => [path, code])).toEqual([
      ['notes.zip › old.rar', 'foreign_archive'],
      ['notes.zip › bad.zip', 'not_a_zip'],
      ['notes.zip › pictures.zip', 'no_notes'],
    ])
    for (const { path, sentence } of refused) expect(sentence.startsWith(path)).toBe(true)
  })
  test('in too many others is refused, and none makes room for more', async () => {
    let bytes = zip({ 'a.md': text('# A') })
    for (let i = 0; i < 3; i++) bytes = zip({ 'inner.zip': bytes })
    expect((await unpack(bytes)).refused).toMatchObject([{ code: 'too_deep' }])
    const flood = zip({ 'flood.md': new Uint8Array(9_000_000) })
    const floods = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}.zip`, flood]))
    const { files, refused } = await unpack(zip(floods))
    expect(files).toHaveLength(5)
    expect(refused.map(({ code }) => code)).toEqual(['zip_too_large', 'zip_too_large'])
  })
})

describe('an archive of another kind', () => {
  test.each([
    ['notes.tar', (bytes: Buffer) => bytes],
    ['notes.tar.gz', (bytes: Buffer) => gzipSync(bytes)],
    ['notes.tgz', (bytes: Buffer) => gzipSync(bytes)],
    ['notes.zip', (bytes: Buffer) => gzipSync(bytes)],
  ])('is opened, whatever it is called: %s', async (path, pack) => {
    const deep = `${'folder/'.repeat(20)}c.md`
    for (const long of ['gnu', 'pax'] as const) {
      const bytes = pack(
        tar({ './a.md': '# A', 'b/é.md': 'x'.repeat(600), [deep]: '# C', 'p.png': 'png' }, long),
      )
      expect(await paths(bytes, path)).toEqual(['a.md', 'b/é.md', deep])
    }
  })
  test('of a single note is that note', async () => {
    expect(await paths(gzipSync('# A'), 'a.md.gz')).toEqual(['a.md'])
    expect(await refusal(gzipSync('a,b'), 'a.csv.gz')).toMatchObject({ code: 'no_notes' })
  })
  test.each([
    ['7-Zip', '7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
    ['RAR', 'rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0]],
    ['bzip2', 'tar.bz2', [0x42, 0x5a, 0x68, 0x39]],
    ['xz', 'tar.xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['Zstandard', 'zst', [0x28, 0xb5, 0x2f, 0xfd]],
    ['7-Zip', 'zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]],
  ])('that cannot be opened is named, with what to do: %s in .%s', async (name, ending, sign) => {
    const refused = await refusal(Buffer.from(sign), `notes.${ending}`)
    expect(refused).toMatchObject({ path: `notes.${ending}`, code: 'foreign_archive' })
    expect(refused?.sentence).toContain(`is a ${name} archive`)
    expect(refused?.sentence).toContain('pack it as .zip')
  })
  test('that is cut or damaged is refused with a sentence', async () => {
    const whole = tar({ 'a.md': 'x'.repeat(2000) })
    for (const bytes of [whole.subarray(0, 1024), gzipSync(whole).subarray(0, 60), Buffer.from('nothing')])
      expect(await refusal(bytes, 'notes.tar')).toMatchObject({ code: 'not_a_zip' })
  })
  test('of a flood is refused before it is unpacked', async () => {
    expect(await refusal(gzipSync(new Uint8Array(60_000_000)), 'a.md.gz')).toMatchObject({
      code: 'zip_too_large',
    })
  })
})

test.each([
  [{}, 'holds no files'],
  [{ 'a.png': text('x') }, 'holds one file, and it is no note'],
  [
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.html`, text('x')])),
    'holds 12 files, none of them a note',
  ],
])('a .zip without any note says so: %#', async (files, words) => {
  const refused = await refusal(zip(files))
  expect(refused).toMatchObject({ code: 'no_notes' })
  expect(refused?.sentence).toContain(words)
})

describe('the names in an archive', () => {
  const japanese = '# メモ\n\nこれは日本語のノートです。'
  const chinese = '# 笔记\n\n这是一个关于数据库的笔记。'
  const korean = '# 노트\n\n이것은 한국어로 쓴 노트입니다.'
  const russian = '# Заметки\n\nЭто заметка о базах данных.'
  test.each([
    ['メモ', [0x83, 0x81, 0x83, 0x82], japanese],
    ['日本語ノート', [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x83, 0x6d, 0x81, 0x5b, 0x83, 0x67], '# A'],
    ['ソ表', [0x83, 0x5c, 0x95, 0x5c], japanese],
    ['笔记', [0xb1, 0xca, 0xbc, 0xc7], chinese],
    ['学习笔记', [0xd1, 0xa7, 0xcf, 0xb0, 0xb1, 0xca, 0xbc, 0xc7], '# A'],
    ['筆記', [0xb5, 0xa7, 0xb0, 0x4f], '# 筆記\n\n這是一個關於資料庫的筆記。'],
    ['노트', [0xb3, 0xeb, 0xc6, 0xae], korean],
    ['Заметки', [0x87, 0xa0, 0xac, 0xa5, 0xe2, 0xaa, 0xa8], russian],
    ['Заметки', [0xc7, 0xe0, 0xec, 0xe5, 0xf2, 0xea, 0xe8], russian],
    ['café', [0x63, 0x61, 0x66, 0x82], '# A café'],
    ['é', [0xc3, 0xa9], '# A'],
  ])('are read in the alphabet that they were written in: %s', async (name, bytes, content) => {
    expect(await paths(zipWithNames([bytes], content))).toEqual([`${name}.md`])
  })
  test.each([
    ['What is a lock?.md', 'What is a lock.md'],
    ['Q: who | when.md', 'Q who when.md'],
    ['a/"Quoted" <b>*.md', 'a/Quoted b.md'],
    ['trailing. .md', 'trailing. .md'],
  ])('are taken without what a system would not take: %s', async (name, tame) => {
    expect(await paths(zip({ [name]: text('# A') }))).toEqual([tame])
  })
  test('are numbered where two are one once they are tamed', async () => {
    const bytes = zip({ 'a?.md': text('# A'), 'a.md': text('# B'), 'a*.md': text('# C') })
    expect(await paths(bytes)).toEqual(['a.md', 'a (2).md', 'a (3).md'])
  })
  test('may have the slashes of Windows', async () => {
    expect(await paths(zip({ 'vault\\deep\\a.md': text('# A') }))).toEqual(['vault/deep/a.md'])
  })
})

test('a .zip with too many files is refused by its own count, before anything is unpacked', async () => {
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`${i}.md`, text('x')]))
  expect(await refusal(zip(many))).toMatchObject({ code: 'zip_too_many' })
})

test('a .zip that would unpack to a flood is refused by the sizes it names', async () => {
  expect(await refusal(zip({ 'flood.md': new Uint8Array(11_000_000) }))).toMatchObject({
    code: 'zip_too_large',
  })
  const parts = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [`${i}.md`, new Uint8Array(9_000_000)]),
  )
  expect(await refusal(zip(parts))).toMatchObject({ code: 'zip_too_large' })
})

test.each(['../../evil.md', '/etc/evil.md', 'C:\\evil.md', 'a\\..\\evil.md'])(
  'a .zip with the path %s is refused as a whole',
  async (path) => {
    const refused = await refusal(zip({ 'good.md': text('# Good'), [path]: text('x') }))
    expect(refused).toMatchObject({ code: 'not_a_zip' })
    expect(refused?.sentence).toContain('Nothing was taken')
  },
)

test('a .zip whose header lies about a size is refused', async () => {
  const bytes = zip({ 'a.md': text('x'.repeat(5000)) })
  // The uncompressed size stands at offset 24 of the central entry.
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(10, central + 24)
  expect(await refusal(bytes)).toMatchObject({ code: 'not_a_zip' })
})

test('what is no .zip is refused with a sentence', async () => {
  expect(await refusal(Buffer.from('no zip at all'))).toMatchObject({ path: 'notes.zip', code: 'not_a_zip' })
})
