/** The names in an archive that does not say how they are written. */
export interface RawNames {
  readonly names: readonly Uint8Array[]
  /** Words of the notes beside them: what they are written in, the names most likely are, too. */
  readonly sample: string
}

/** An encoding of names with the letters that show it was the right one. */
interface Guess {
  readonly encoding: string
  /** Letters that texts in it are full of. */
  readonly usual: RegExp
  /** What a text has that is written in its language. */
  readonly tells: RegExp
}

const han = '\\u4e00-\\u9fff\\u3000-\\u303f\\uff01-\\uff5e'
const guesses: readonly Guess[] = [
  { encoding: 'shift_jis', usual: new RegExp(`[\\u3040-\\u30ff${han}]`), tells: /[\u3040-\u30ff]/ },
  { encoding: 'euc-jp', usual: new RegExp(`[\\u3040-\\u30ff${han}]`), tells: /[\u3040-\u30ff]/ },
  { encoding: 'gb18030', usual: new RegExp(`[${han}]`), tells: /^[^\u3040-\u30ff]*[\u4e00-\u9fff]/ },
  { encoding: 'big5', usual: new RegExp(`[${han}]`), tells: /^[^\u3040-\u30ff]*[\u4e00-\u9fff]/ },
  { encoding: 'euc-kr', usual: /[\uac00-\ud7a3]/, tells: /[\uac00-\ud7a3]/ },
  { encoding: 'ibm866', usual: /[а-яё]/, tells: /[а-яё]/ },
  { encoding: 'windows-1251', usual: /[а-яё]/, tells: /[а-яё]/ },
]

/**
 * The names as text: UTF-8 where all of them are, else by the encoding whose letters make the most of them, the one that
 * the notes are written in before others. Null where none does; then they are as old as the format.
 */
export function decodeNames({ names, sample }: RawNames): string[] | null {
  const asUtf8 = decoded(names, 'utf-8')
  if (asUtf8 !== null) return asUtf8
  let best: { readonly texts: string[]; readonly score: number } | null = null
  for (const { encoding, usual, tells } of guesses) {
    const texts = decoded(names, encoding)
    if (texts === null) continue
    const score =
      usualShare(texts.join(''), usual) * commonShare(names, encoding) + (tells.test(sample) ? 1 : 0)
    if (score > (best?.score ?? 0)) best = { texts, score }
  }
  return best !== null && best.score > leastScore ? best.texts : null
}

const leastScore = 0.6

function usualShare(text: string, usual: RegExp): number {
  const letters = [...text].filter((letter) => letter > '\u007f')
  return letters.filter((letter) => usual.test(letter)).length / Math.max(1, letters.length)
}

/** Where the two bytes of common letters lie: a rare letter for every second one is a wrong guess. */
const commonPairs: ReadonlyMap<string, readonly [from: number, to: number, second: number]> = new Map([
  ['shift_jis', [0x81, 0x97, 0x40]],
  ['euc-jp', [0xa4, 0xcf, 0xa1]],
  ['gb18030', [0xb0, 0xd7, 0xa1]],
  ['big5', [0xa4, 0xc6, 0x40]],
  ['euc-kr', [0xb0, 0xc8, 0xa1]],
])

function commonShare(names: readonly Uint8Array[], encoding: string): number {
  const range = commonPairs.get(encoding)
  if (range === undefined) return 1
  let [pairs, common] = [0, 0]
  for (const bytes of names) {
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0
      if (lead < 0x80) continue
      pairs++
      const second = bytes[at + 1] ?? 0
      if (lead >= range[0] && lead <= range[1] && second >= range[2]) common++
      at++
    }
  }
  return common / Math.max(1, pairs)
}

function decoded(names: readonly Uint8Array[], encoding: string): string[] | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return names.map((name) => decoder.decode(name))
  } catch {
    return null
  }
}
