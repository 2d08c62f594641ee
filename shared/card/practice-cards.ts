import type { Fact } from '../fact/fact.ts'
import { trimEnd } from '../fact/phrase.ts'
import { answer } from './wording.ts'
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
          front: `Why ${cue.replace(/^always\s+/i, '')}?`,
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
