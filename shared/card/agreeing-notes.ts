import { contentStems } from '../basics/text.ts'

/** A quoted place as far as agreement asks for it. */
interface Quoted {
  readonly file: string
  readonly text: readonly string[]
}

/** How many notes say the answer in words of their own lines: a note that tells something else of the same thing does not. */
export function agreeingNotes(answer: string, sources: readonly Quoted[]): number {
  const stems = new Set(contentStems(answer))
  const saying = sources.filter(({ text }) => {
    const said = new Set(contentStems(text.join(' ')))
    return [...stems].filter((stem) => said.has(stem)).length >= stems.size * mostOf
  })
  return new Set(saying.map(({ file }) => file)).size
}

/** Notes bend words: this share of the answer's stems says the same. */
const mostOf = 0.8
