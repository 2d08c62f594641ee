import { upTo, wordCount, wordSet } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import type { Draft } from '../fact.ts'
import { howTo } from '../read/how-to.ts'
import { impersonal } from '../../english/impersonal.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Statement } from '../read/statement.ts'
import { baseVerb, gerundBase } from '../../english/verbs.ts'
import type { Voice } from '../read/voice.ts'

const deed =
  '(?:done|achieved|accomplished|solved|avoided|fixed|disabled|enabled|prevented|handled|remedied|changed|configured)'

/** Sentences that offer the way: "This can be done with …", "The trick is to …", "Include … to do this". */
const offers: readonly RegExp[] = [
  new RegExp(
    `^(?:This|That|It|Both|The same|All of this)\\s+(?:can|may|could) (?:also |easily |simply |quickly )?be ${deed}\\s+(with|by|using|via|through)\\s+(.+)$`,
    'u',
  ),
  new RegExp(`^(?:This|That|It) is (?:simply |easily )?${deed}\\s+(with|by|using|via|through)\\s+(.+)$`, 'u'),
  /^(?:You|We|I) can (?:also |easily |simply )?(?:do|achieve|accomplish|fix|solve|avoid|handle) (?:just )?(?:this|that|so|it)\s+(with|by|using|via|through)\s+(.+)$/u,
  /^(?:The|One|A|An easy|A better|A good|A simple|The easiest|The simplest|The best) (?:way|trick|solution|key|fix|answer|approach)(?: to [^,]{3,80}?| for this| here)? is (to|with|by|via)\s+(.+)$/u,
  /^((?:Include|Use|Pass|Add|Set|Run|Call|Prepend|Append)\s.+?)\s+to do (?:this|so|that|it)()$/u,
]

/** The first words of those sentences. */
const offerStarts = wordSet(`
  This That It Both The All You We I One A An Include Use Pass Add Set Run Call Prepend Append`)

/** An action title is answered by the sentence below it that offers the way. */
export function fromMeans(
  statements: readonly Statement[],
  voice: Voice,
): { draft: Draft; statement: Statement }[] {
  const [first] = statements
  const title = cleanHeading(first?.path.at(-1) ?? '')
  if (title === '') return []
  for (const statement of statements) {
    if (statement.label !== '' || statement.section === 'noise') continue
    for (const sentence of splitSentences(statement.full).slice(0, 12)) {
      const told = wayOf(sentence)
      if (told === undefined) continue
      const question = howTo(title, voice)
      if (question === undefined) return []
      return [{ draft: { kind: 'code', told: 'title', term: title, question, statement: told }, statement }]
    }
  }
  return []
}

/** The way that a sentence offers, worded as an answer: "With the `-s` flag", "By doubling them". */
function wayOf(sentence: string): string | undefined {
  const text = trimEnd(
    sentence.replace(/^(?:So|And|But|Now|Fortunately|Luckily|Instead|However),?\s+(?=\p{L})/u, ''),
  )
  if (!offerStarts.has(upTo(text, / /))) return undefined
  const found = offers.map((offer) => offer.exec(text)).find((match) => match !== null)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  const way = found[2] === '' ? found[1] : `${found[1] === 'to' ? '' : `${found[1]} `}${shortened(found[2])}`
  const own = impersonal(way.replace(/^using\s/, 'by using '))
  if (own === undefined || wordCount(own) < 2 || wordCount(own) > 16) return undefined
  if (
    /\b(?:this|that|these|those|following|below|above|like so|as well|here|something|somehow|some|a couple|various)\b|[:：]/i.test(
      own,
    )
  )
    return undefined
  const [lead = '', next = ''] = own.split(/\s+/)
  if (lead === 'by' && gerundBase(next) === undefined && !/^`.*ing$/.test(next)) return undefined
  if (found[1] === 'to' && baseVerb(lead) === undefined) return undefined
  return own
}

const shortened = (way: string): string =>
  way
    .replace(/\s+\((?:which|this|that|short|e\.g|i\.e|or)\b[^()]*\)/i, '')
    .replace(/(?:,|;|\s[–—-]+)\s.*$/, '')
    .replace(/\s+(?:which|because|since|so that|in order to|as (?:shown|seen|follows))\s.*$/i, '')
    .trim()
