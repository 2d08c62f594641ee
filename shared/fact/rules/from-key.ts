import { wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { baseVerb, gerundBase, thirdPersonBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'

const key =
  '(?:the\\s+)?(`[^`]{1,60}`)(?:\\s+(?:command|keys?|flag|option|shortcut|keybinding|keystroke|binding|mapping))?'

const layouts: readonly RegExp[] = [
  // "Hitting `F4` will go to the next match"
  new RegExp(
    `^(?:Hitting|Pressing|Typing|Entering|Running|Using|Passing)\\s+${key}\\s+(?:will|lets you|allows you to)\\s+(?:then\\s+|also\\s+|alternatively\\s+)?(.+)$`,
    'u',
  ),
  // "Hit `s` to stage the hunk", "you can use `:retab` to convert tabs"
  new RegExp(
    `^(?:(?:You|We|I) can (?:also )?|Then |Just |Simply )?(?:hit|press|type|enter|run|use|try)\\s+${key}\\s+(?:as a (?:quick |simple |handy )?(?:way|means) )?to\\s+(.+)$`,
    'iu',
  ),
  // "Enter `:A` and you will go to the alternate file", "If you hit `#`, it will jump backward"
  new RegExp(
    `^(?:If you )?(?:hit|press|type|enter|run)\\s+${key}(?:\\s+with [^,]{3,40})?(?:,| and)\\s+(?:you|it)(?:['’]ll| will)\\s+(.+)$`,
    'iu',
  ),
  // "The `S` keystroke allows you to surround a selection"
  new RegExp(
    `^The\\s+(\`[^\`]{1,60}\`)\\s+(?:command|key|flag|option|shortcut|keybinding|keystroke|binding|mapping|utility|function|method)\\s+(?:in particular |also )?(?:allows|lets|enables)\\s+(?:you|us|me)\\s+(?:to\\s+)?(.+)$`,
    'u',
  ),
]

/** Keys and commands in running text that do something: "Hitting `F4` will go to the next match". */
export function fromKey(statement: Statement): Draft[] {
  if (statement.label !== '' || !statement.full.includes('`') || statement.section === 'trouble') return []
  return splitSentences(statement.full).slice(0, 12).flatMap(sentenceDraft)
}

function sentenceDraft(sentence: string): Draft[] {
  if (!sentence.includes('`')) return []
  const text = trimEnd(sentence.replace(/^(?:And|So|Then|Now|Or|Also),?\s+(?=\p{L})/u, ''))
  const found = layouts.map((layout) => layout.exec(text)).find((match) => match !== null)
  const [, code = '', told = ''] = found ?? []
  const action = withoutEnd(told)
  if (code === '' || !isDeed(action) || action.includes('`')) return []
  return [
    { kind: 'code', told: 'sentence', term: action, question: `How do you ${action}?`, statement: code },
  ]
}

/** What comes after the deed: an instance, a remark, a second deed. */
const withoutEnd = (told: string): string =>
  told
    .replace(
      /,?\s+(?:\((?:e\.g|i\.e|or|which|this)\b.*|for (?:example|instance).*|if you.*|so that .*|instead of .*)$/i,
      '',
    )
    .replace(/\s*[—–;:].*$|,\s.*$/, '')
    .trim()

function isDeed(action: string): boolean {
  const count = wordCount(action)
  const verb = firstWord(action)
  if (count < 3 || count > 14 || baseVerb(verb) === undefined) return false
  if (gerundBase(verb) !== undefined || (thirdPersonBase(verb) !== undefined && baseVerb(verb) !== verb))
    return false
  return !/^(?:see|get|do|have|be|find|make sure|try|learn|know|know)\b|\b(?:it|its|this|that|them|these|those|they|my|our|I|we|here|above|below|same|another|thing|things|following)\b|\band\s+\p{Ll}+$/iu.test(
    action,
  )
}
