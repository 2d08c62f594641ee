import type { Distractor } from './choose-distractors.ts'
import { inOneDress } from './option-dress.ts'
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
