import { capitalise } from '../basics/text.ts'
import type { Distractor } from './choose-distractors.ts'
import type { QuizQuestion } from './quiz.ts'

/** The options in order, the key at its place, all in the same form, so that no capital, dot or article gives the key away. */
export function layOutOptions(
  key: string,
  distractors: readonly Distractor[],
  keyIndex: number,
): Pick<QuizQuestion, 'options' | 'keyIndex' | 'optionOrigins'> {
  const origins = distractors.map(({ origin }) => origin)
  const wrong = distractors.map(({ option }) => option)
  const options = inOneDress([...wrong.slice(0, keyIndex), key, ...wrong.slice(keyIndex)])
  return {
    options,
    keyIndex,
    optionOrigins: [...origins.slice(0, keyIndex), null, ...origins.slice(keyIndex)],
  }
}

function inOneDress(options: readonly string[]): string[] {
  const bare = options.map((option) => option.trim().replace(/(?<=[^.\s])[.;]$/, ''))
  const articled = bare.filter((option) => article.test(option)).length
  const even =
    articled === 0 || articled === bare.length ? bare : bare.map((option) => option.replace(article, ''))
  // Single words may be names with a spelling of their own, such as pytest.
  return even.every((option) => /\s/.test(option)) ? even.map(capitalise) : even
}

const article = /^(?:an?|the)\s+(?=\S)/i
