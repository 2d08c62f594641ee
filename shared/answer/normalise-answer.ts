import { levelScript, unseen } from './level-script.ts'

/**
 * What two typed answers must share to be the same: what no keyboard has a key for, spaces, case, quotes, dashes,
 * backticks, outer punctuation and a leading article are levelled. Idempotent.
 */
export function normaliseAnswer(answer: string): string {
  // Through upper case, which folds "ß" and "ſ"; from lower case, which alone folds "ẞ".
  const levelled = straightened(levelScript(answer))
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  let current = levelled
  for (;;) {
    const bare = withoutArticle(withoutOuterPunctuation(current))
    if (bare === current) return current
    current = bare
  }
}

/** Code as it is compared: only spacing is levelled, and a space counts only where it keeps two words apart. */
export function normaliseCode(code: string): string {
  const text = code.replace(unseen, '').trim()
  const bare = /^`+[^`]+`+$/.test(text) ? text.replace(/^`+|`+$/g, '') : text
  return bare
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[^\p{L}\p{N}_])|(?<=[^\p{L}\p{N}_]) /gu, '')
    .trim()
}

function straightened(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}

function withoutOuterPunctuation(text: string): string {
  const bare = text
    .replace(/[\s.,;:!?…'"]+$/, '')
    // A dot stays where it begins a name, as in ".NET".
    .replace(/^(?:[\s,;:!?…'"¿¡]|\.(?![\p{L}\p{N}]))+/u, '')
    .replace(/(?<=[\p{L}\p{N}])\(\)$/u, '')
  const inside = /^(?:\(([^()]*)\)|\[([^[\]]*)\]|\*([^*]*)\*|\*\*([^*]*)\*\*)$/.exec(bare)
  return (inside?.slice(1).find((part) => part !== undefined) ?? bare).trim()
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:the|an|a) (?=\S)/, '')
}
