import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { baseVerb } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'

/** "You can go back with `H`", "To list the tags, run `git tag`": the code answers how. */
export function fromHow(statement: Statement): Draft[] {
  if (statement.label !== '' || !statement.full.includes('`')) return []
  return splitSentences(statement.full)
    .slice(0, 10)
    .flatMap((sentence) => {
      if (!sentence.includes('`')) return []
      const text = trimEnd(sentence)
      const can =
        /^(?:You|I|We)\s+can\s+(?:also\s+|then\s+|simply\s+)?(.+?)\s+(?:with|using|by (?:running|pressing|typing|using|calling)|via|by hitting)\s+(?:the\s+)?(`[^`]+`(?:\s\(`[^`]+`\))?)(?:\s+(?:command|key|flag|option|function|method|shortcut))?$/u.exec(
          text,
        )
      const to =
        /^To\s+(.+?),\s+(?:you can\s+)?(?:run|use|press|type|call|hit|execute)\s+(?:the\s+)?(`[^`]+`)(?:\s+(?:command|key|flag|option|function|method|shortcut))?$/u.exec(
          text,
        )
      const action = can?.[1] ?? to?.[1]
      const code = can?.[2] ?? to?.[2]
      if (
        action === undefined ||
        code === undefined ||
        wordCount(action) > 16 ||
        wordCount(action) < 2 ||
        baseVerb(firstWord(action)) === undefined
      )
        return []
      if (/\b(?:it|this|that|them|these|those|my|our|I|we|above|below|here|same|another)\b/i.test(action))
        return []
      return [
        { kind: 'code', told: 'sentence', term: action, question: `How do you ${action}?`, statement: code },
      ]
    })
}
