import { wordCount } from '../../basics/text.ts'
import { isDefiningPhrase } from '../../english/defining-phrase.ts'
import { isTerm } from '../../english/is-term.ts'
import { trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import type { Draft } from '../fact.ts'
import type { Statement } from '../read/statement.ts'

/** A term in quotes or set as code at the start of its sentence, with an aside or without: "A `broker` (agent) is someone who …". */
export function fromMarkedTerm({ label, full, strong, section }: Statement): Draft[] {
  if (section === 'trouble' || section === 'practice' || (label !== '' && full.startsWith(label))) return []
  const sentence = trimEnd(splitSentences(full)[0] ?? '')
  const [, article = '', marked = '', aside = '', told = ''] = opening.exec(sentence) ?? []
  const term = marked.slice(1, -1)
  const isWord =
    /^[\p{L}][\p{L} -]*$/u.test(term) && (article !== '' || term.includes(' ') || !marked.startsWith('`'))
  if (!isWord || !isTerm(term) || wordCount(term) > 4 || strong.length > 2) return []
  if (!(/^(?:an?|the|any)\s/i.test(told) && isDefiningPhrase(term, told)) && !someone.test(told)) return []
  const alias = /^[\p{L} -]+$/u.test(aside) && wordCount(aside) <= 3 ? [aside] : []
  return [{ kind: 'definition', term, aliases: alias, statement: told }]
}

const opening =
  /^(an?\s|the\s|)(`[^`]{2,50}`|["“][^"”]{2,50}["”])(?:\s\(([^()]{1,60})\))?\s(?:is|are|refers to|means|denotes)\s(.{8,300})$/i

/** "Someone who specializes in trade". */
const someone = /^(?:anyone|anything|people|someone|something|one)\s(?:that|who|which|whose)\s\S+\s\S/
