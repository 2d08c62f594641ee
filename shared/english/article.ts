/** A phrase with "a" or "an" before it, by how its beginning sounds: "an hour", "a European", "an F expression". */
export const withArticle = (phrase: string): string => `${beginsWithVowel(phrase) ? 'an' : 'a'} ${phrase}`

function beginsWithVowel(phrase: string): boolean {
  const start = phrase.replace(/^["'“‘(]+/, '')
  if (/^\d/.test(start)) return /^(?:8|1[18](?!\d))/.test(start)
  const first = /^[\p{L}\p{N}]*/u.exec(start)?.[0] ?? ''
  if (isSpelled(first)) return /^[AEFHILMNORSX]/i.test(first)
  return /^(?:[aeio]|u)/i.test(first) ? !soundsOfConsonant.test(first) : silentH.test(first)
}

/** True where the first letter is read out by its name: "F", "HTTP", "mRNA", not "RAM". */
function isSpelled(word: string): boolean {
  if (/^\p{Lu}$/u.test(word) || /^\p{Ll}\p{Lu}/u.test(word)) return true
  if (!/^\p{Lu}{2}/u.test(word)) return false
  const capitals = /^\p{Lu}+/u.exec(word)?.[0] ?? ''
  if (capitals.length !== word.replace(/s$/, '').length) return /^\p{Lu}{3}/u.test(word)
  return capitals.length === 2 || !saidAsWord.test(capitals) || spelledAnyway.test(capitals)
}

/** Initials that begin like a word: a consonant (or two that begin words) and a vowel, as in RAM, SCADA, LAN. */
const saidAsWord =
  /^(?:[BCDFGHJKLMNPQRSTVWXYZ]|S[CHKLMNPQTW]|[BCDFGKPT][LR])[AEIOUY][BCDFGHJKLMNPQRSTVWXYZAEIOU]/

/** Initials that could be said as a word and are not. */
const spelledAnyway = /^(?:FAQ|HIV|LED|MOU|RIP|ROI|SOP|SUV)$/

const silentH = /^(?:heir|honest|honou?r|hour)/i

/** "European", "unit", "one-to-one": a vowel in writing, not in speech. "Euler" and "unintended" begin with one in both. */
const soundsOfConsonant =
  /^(?:eu(?!ler)|ewe|once|one(?![ri])|ouija|u(?:biq|ku|nanim|nesco|ni(?!dent|m[mp]|n[a-z])|ra[nl]|re(?!s)|ri[nc]|s[aeiu](?!her)|t[eio](?!r)|te[rn]|yg))/i
