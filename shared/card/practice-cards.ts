import { contentStems, wordCount } from '../basics/text.ts'
import type { Fact } from '../fact/fact.ts'
import { isPlural } from '../english/nouns.ts'
import { trimEnd } from '../english/phrase.ts'
import { shapeOf } from '../english/shape.ts'
import { subjectOf } from '../fact/read/subject.ts'
import { answer, inner } from './wording.ts'
import type { Proposal } from './proposal.ts'

/** Advice is asked for its reason, its manner, or what it says to do. */
export function practiceCards(fact: Fact): Proposal[] {
  const back = answer(fact.statement)
  const accepted = fact.variants.map(answer)
  const cue = trimEnd(fact.cue)
  switch (fact.slot) {
    case 'why':
      return [
        {
          kind: 'basic',
          slot: '',
          front: askWhy(cue, placeOf(fact)),
          back,
          accepted,
          score: 10,
        },
      ]
    case 'how': {
      if (/^(?:never|don't|do not|avoid)\b/i.test(cue))
        return [
          {
            kind: 'basic',
            slot: '',
            front: `What does “${cue}” mean in practice?`,
            back,
            accepted,
            score: 8,
          },
        ]
      const bare = cue.replace(/^always\s+/i, '')
      return [{ kind: 'basic', slot: '', front: `How should you ${bare}?`, back, accepted, score: 8 }]
    }
    case 'when':
      return [
        {
          kind: 'basic',
          slot: '',
          front: `When should you ${cue.replace(/^always\s+/i, '')}?`,
          back,
          accepted,
          score: 8,
        },
      ]
    case 'which':
      return [
        {
          kind: 'basic',
          slot: '',
          front: `What kind of ${fact.term} should you ${cue.replace(/^always\s+/i, '')}?`,
          back,
          accepted,
          score: 8,
        },
      ]
    default:
      return [
        {
          kind: 'basic',
          slot: '',
          front: `What is good practice for ${fact.spoken}?`,
          back,
          accepted,
          score: 8,
        },
      ]
  }
}

/** "Why cap the page size?", "In code review, why explain each request?", "Why should you not rebase shared branches?" */
function askWhy(cue: string, place: string): string {
  const forbidden = /^(?:do not|don['’]t)\s+(.+)$/i.exec(cue)?.[1]
  const asked =
    forbidden === undefined ? `Why ${cue.replace(/^always\s+/i, '')}?` : `Why should you not ${forbidden}?`
  return place === '' ? asked : `In ${place}, ${asked.charAt(0).toLowerCase()}${asked.slice(1)}`
}

/** The heading's concept for advice of few plain words that do not name it. */
function placeOf(fact: Fact): string {
  const subject = subjectOf((fact.sources[0]?.heading ?? []).slice(1))
  const said = inner(subject)
  const plain = wordCount(fact.cue) <= 3 && /^[\p{Ll}\s'’,-]+$/u.test(fact.cue)
  if (!plain || !/^\p{Ll}/u.test(said) || wordCount(said) > 3 || shapeOf(subject) !== 'noun') return ''
  const named = new Set(contentStems(fact.cue))
  return contentStems(subject).some((stem) => named.has(stem)) || isPlural(subject) ? '' : said
}
