import { capitalise } from '../basics/text.ts'
import type { Distractor } from './choose-distractors.ts'
import type { OptionsControl } from './question.ts'

/** The options in order, the key at its place, all in the same form, so that no capital, dot or article gives the key away. */
export function layOutOptions(
  key: string,
  distractors: readonly Distractor[],
  keyIndex: number,
): OptionsControl {
  const all = [
    ...distractors.slice(0, keyIndex),
    { option: key, origin: null, whyWrong: null },
    ...distractors.slice(keyIndex),
  ]
  const dressed = inOneDress(all.map(({ option }) => option))
  return {
    kind: 'options',
    keyIndex,
    answer: key,
    options: all.map(({ origin, whyWrong }, i) => ({ text: dressed[i] ?? '', origin, whyWrong })),
  }
}

/** Options alike in what can be seen of them without reading: final marks, articles, the capital of a phrase. */
export function inOneDress(options: readonly string[]): string[] {
  const bare = options.map((option) => option.trim().replace(/(?<=[^.\s])[.;]$/, ''))
  const articled = bare.filter((option) => article.test(option)).length
  const even =
    articled === 0 || articled === bare.length ? bare : bare.map((option) => option.replace(article, ''))
  // Single words may be names with a spelling of their own, such as pytest.
  return even.every((option) => /\s/.test(option)) ? even.map(capitalise) : even
}

const article = /^(?:an?|the)\s+(?=\S)/i
