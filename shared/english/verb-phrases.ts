import { firstWord } from './phrase.ts'
import { splitAdverb } from './shape.ts'
import { baseVerb, gerundBase, pastBase, toGerundForm } from './verbs.ts'

/** "Using X and adding Y" from "Used X and added Y"; undefined when the first word is no verb in the past. */
export function toGerund(text: string): string | undefined {
  const { adverb: lead, rest } = splitAdverb(text)
  const first = firstWord(rest)
  const form =
    gerundBase(first) !== undefined
      ? first
      : pastBase(first) !== undefined && baseVerb(first) === undefined
        ? formFor(first)
        : undefined
  if (form === undefined) return undefined
  const body =
    form +
    rest
      .slice(first.length)
      .replace(
        /(,?\s+(?:and|&)\s+|,\s+|;\s+)((?:\p{L}+ly\s+)?)(\p{L}+)(?=\s)/gu,
        (whole, glue: string, ly: string, word: string) => {
          if (participles.test(word)) return whole
          const past = pastBase(word)
          const base = past !== undefined && past !== word.toLowerCase() ? past : undefined
          return base === undefined ? whole : `${glue}${ly}${toGerundForm(base)}`
        },
      )
  return lead === '' ? body : `${lead.toLowerCase()} ${body.charAt(0).toLowerCase()}${body.slice(1)}`
}

/** Past forms that stand before nouns more often than they tell what was done. */
const participles =
  /^(?:structured|automated|distributed|managed|shared|nested|advanced|detailed|typed|related|based|centralized|repeated|required|improved|dedicated|established)$/i

function formFor(word: string): string | undefined {
  const past = pastBase(word)
  const base = past ?? baseVerb(word)
  if (base === undefined) return undefined
  const gerund = toGerundForm(base)
  return /^\p{Lu}/u.test(word) ? gerund.charAt(0).toUpperCase() + gerund.slice(1) : gerund
}

/** "Add logging and break tasks" from "Added logging and broke tasks"; undefined when the first word is no past form. */
export function toBase(text: string): string | undefined {
  const gerund = toGerund(text)
  const first = gerund === undefined ? '' : firstWord(splitAdverb(gerund).rest)
  if (gerund === undefined || gerundBase(firstWord(splitAdverb(text).rest)) !== undefined) return undefined
  const plain = gerund.replace(
    /(^|,?\s+and\s+|,\s+|;\s+)((?:\p{L}+ly\s+)?)(\p{L}+ing)(?=\s)/gu,
    (whole, glue: string, ly: string, word: string) => {
      const base = gerundBase(word)
      const wasPast = new RegExp(`\\b${word}\\b`, 'u').test(text)
      return base === undefined || wasPast ? whole : `${glue}${ly}${base}`
    },
  )
  return first === '' ? undefined : plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** The base form of a gerund phrase: "manage environments" from "Managing environments". */
export function fromGerund(text: string): string | undefined {
  const first = firstWord(text)
  const base = gerundBase(first)
  if (base === undefined) return undefined
  const rest = text
    .slice(first.length)
    .replace(
      /(\s(?:and|or|&)\s)(\p{Ll}+ing)(?=\s(?!(?:for|with|of|in|and|or|to)\b)[\p{L}`])/gu,
      (whole, glue: string, word: string) => {
        const next = gerundBase(word)
        return next === undefined ? whole : glue + next
      },
    )
  return base + rest
}
