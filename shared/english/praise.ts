import { firstWord, trimEnd } from './phrase.ts'
import { gerundBase } from './verbs.ts'

/** "A strong emphasis was placed on writing tests": the activity is what counts. */
export const stress =
  /^(?:an?\s+)?(?:(?:strong|heavy|great|particular|clear)\s+)?(?:emphasis|focus)\s+(?:was|is)\s+(?:placed|put|laid)\s+on\s+(?=\p{L}+ing\b)/iu

/** Says that something matters, not why. */
export const onlyImportance =
  /\bimportance of .{0,200} can(?:not|['’]t|\s+not) be over(?:stated|emphasi[sz]ed)|\b(?:highlighted|underscored|emphasi[sz]ed|reinforced|showed|taught)\s+(?:me\s+|us\s+)?the (?:importance|value|need|significance) (?:of|for)\b|^[^,;:]* (?:is|are) (?:absolutely |often )?(?:essential|crucial|important|vital|critical|invaluable|indispensable|necessary|non-negotiable|a must)$/i

/** "Mastering Git was fundamental" only praises: what is left is the activity. */
export function withoutPraise(text: string): string {
  const bare =
    /^(\p{L}+ing\s.{8,}?),?\s+(?:is|are|was|were)\s+(?:\p{L}+ly\s+)?(?:key|crucial|fundamental|essential|important|vital|critical|invaluable|necessary)(?:\s+(?:to|for)\s+success)?$/iu.exec(
      trimEnd(text),
    )?.[1]
  return bare !== undefined && gerundBase(firstWord(bare)) !== undefined ? bare : text
}
