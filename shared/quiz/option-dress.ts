import { capitalise } from '../basics/text.ts'

/** What of an option can be seen without reading it: a key that differs in one of these from all others stands out. */
export interface Dress {
  /** Begins with a capital. */
  readonly capital: boolean
  /** Capitals or digits inside, as in a name or an abbreviation. */
  readonly name: boolean
  readonly code: boolean
  readonly digits: boolean
  readonly brackets: boolean
  readonly comma: boolean
  readonly slash: boolean
  readonly hyphen: boolean
  readonly dash: boolean
  readonly quotes: boolean
  /** An example behind "such as", "like" or "e.g.". */
  readonly example: boolean
  /** A clause that says more of it: "that …", "which …". */
  readonly relative: boolean
  /** An aim or effect: "so that …". */
  readonly aim: boolean
  /** Several words. */
  readonly phrase: boolean
}

/** What can be seen of an option as it is laid out. */
export function dressOf(option: string): Dress {
  const text = option.trim()
  const plain = text.replace(/`[^`]*`/g, 'x')
  return {
    capital: /^\p{Lu}/u.test(plain),
    name: /\p{L}\p{Lu}|\s\p{Lu}/u.test(plain),
    code: text.includes('`'),
    digits: /\d/.test(plain),
    brackets: /[()[\]{}]/.test(plain),
    comma: /[,;:]/.test(plain),
    slash: /[/&+]/.test(plain),
    dash: /\s[-–—]\s/.test(plain),
    hyphen: /\p{L}-\p{L}/u.test(plain),
    quotes: /["“”]/.test(plain),
    example: /\b(?:such as|e\.g\.|for example|like)\b/i.test(plain),
    relative: /\b(?:(?<!\bso )that|which|who|whose|where|when)\b/i.test(plain),
    aim: /\b(?:so that|in order to|because)\b/i.test(plain),
    phrase: /\S\s+\S/.test(text),
  }
}

/** In which respects the first differs from all the others, which are alike in it. */
export function standsOutBy(key: Dress, others: readonly Dress[]): (keyof Dress)[] {
  return (Object.keys(key) as (keyof Dress)[]).filter((respect) =>
    others.every((other) => other[respect] !== key[respect]),
  )
}

/** Options alike in what can be seen of them without reading: final marks, articles, the capital of a phrase. */
export function inOneDress(options: readonly string[]): string[] {
  const bare = options.map((option) => option.trim().replace(/(?<=[^.\s])[.;]$/, ''))
  // "The sail …" among "A sail …" is seen, too.
  const even =
    new Set(bare.map(articleOf)).size === 1 ? bare : bare.map((option) => option.replace(article, ''))
  // Single words may be names with a spelling of their own, such as pytest.
  return even.every((option) => /\s/.test(option)) ? even.map(capitalise) : even
}

const article = /^(?:an?|the)\s+(?=\S)/i

/** "a", "the" or none. */
const articleOf = (option: string): string =>
  (article.exec(option)?.[0] ?? '').trim().toLowerCase().replace('an', 'a')
