import { normaliseAnswer } from './normalise-answer.ts'

const mostWords = 4
const mostCharacters = 48

/** Whether an answer can be typed fairly: at most four words, no list and no prose, so that one spelling is expected. */
export function isTypeable(answer: string): boolean {
  const text = answer.trim()
  if (normaliseAnswer(text) === '' || text.length > mostCharacters) return false
  if (isWholeCode(text)) return wordCount(text) <= mostWords
  return wordCount(text) <= mostWords && !isListLike(text) && !isProse(text)
}

/** How a typed answer is compared: as code when case and punctuation carry the meaning, as text otherwise. */
export function answerMode(answer: string): 'text' | 'code' {
  const text = answer.trim()
  if (!isWholeCode(text)) return 'text'
  const code = text.slice(1, -1)
  // `pytest`, `GET` or `git push` are words; `select_related`, `-m` or `camelCase` are spelt exactly or not at all.
  return /^[\p{L}\p{N} ]+$/u.test(code) && !/\p{Ll}\p{Lu}/u.test(code) ? 'text' : 'code'
}

/** Whether the whole text is one code span. */
export function isWholeCode(text: string): boolean {
  return /^`[^`]+`$/.test(text.trim())
}

function isListLike(text: string): boolean {
  // "CI/CD" is one name, "Swagger/OpenAPI" are two.
  return /[\n;,]|\s[/&+|]\s|\s(?:and|or)\s|\p{L}{4}\/\p{L}{4}/iu.test(text)
}

function isProse(text: string): boolean {
  return /[.!?:]\s|[!?]$/.test(text) || /^(?:because|since|so that|to|by|it|they|this|that)\s/i.test(text)
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
