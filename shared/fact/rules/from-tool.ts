import { upTo, wordCount } from '../../basics/text.ts'
import type { Draft } from '../fact.ts'
import { splitTopLevel } from '../../english/enumeration.ts'
import { shapeOf } from '../../english/shape.ts'
import { toGerund } from '../../english/verb-phrases.ts'
import { sameName } from './terms.ts'
import { pastBase } from '../../english/verbs.ts'
import type { Statement } from '../read/statement.ts'
import { isName } from '../../english/is-name.ts'

/** "API documentation with Swagger", "Implementing APIs with Graphene": named tools answer "Which tool …?". */
export function toolFor(text: string, statement: Statement): Draft[] | undefined {
  const found = /^(.{6,70}?)\s+(?:with|using|via|through)\s+(.{2,60})$/.exec(text)
  if (
    found?.[1] === undefined ||
    found[2] === undefined ||
    statement.section === 'practice' ||
    statement.section === 'trouble'
  )
    return undefined
  const [, task, tools] = found
  if (
    /[,;:()]/.test(task) ||
    /\b(?:or|is|are|was|were)\b/i.test(task) ||
    (/\band\b/i.test(task) && shapeOf(task) !== 'noun') ||
    wordCount(task) > 7 ||
    wordCount(task) < 2 ||
    /^(?:an?|the)\s/i.test(task) ||
    pastBase(task.split(' ').at(-1) ?? '') !== undefined ||
    /\b(?:practices|principles|strategies|concepts|workflows|techniques|basics|skills|scenarios|patterns)$/i.test(
      task,
    )
  )
    return undefined
  const names = splitTopLevel(tools.replace(/,?\s+(?:and|or|&)\s+/g, ', ')).flatMap((name) =>
    name.split(/\s+\+\s+/),
  )
  if (names.length > 4 || !names.every(isName)) return undefined
  const answers = (a: string, b: string): boolean => sameName(a, b) || sameName(upTo(a, /\s/), b)
  if (
    names.some((name) => answers(name, statement.subject) || task.toLowerCase().includes(name.toLowerCase()))
  )
    return undefined
  if (/^using\s/i.test(task) || /^(?:integrat|connect|combin|compar|pair)\p{L}+\s.*\swith\s/iu.test(text))
    return undefined
  const shape = shapeOf(task)
  const studied =
    /^(?:explored|learned|learnt|studied|practi[cs]ed|mastered|covered)\s+(?:about\s+)?(.+)$/i.exec(task)?.[1]
  const action =
    studied !== undefined
      ? shapeOf(studied) === 'noun'
        ? studied
        : undefined
      : shape === 'past'
        ? toGerund(task)
        : shape === 'gerund' || shape === 'noun'
          ? task
          : undefined
  if (action === undefined) return undefined
  return [
    {
      kind: 'aspect',
      term: action,
      respect: names.length > 1 ? { kind: 'tools', names } : { kind: 'tool' },
      statement: tools,
    },
  ]
}
