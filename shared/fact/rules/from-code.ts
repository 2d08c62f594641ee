import { wordCount } from '../../basics/text.ts'
import { cleanHeading } from '../../note/clean-text.ts'
import { chooseCode, shows } from './choose-code.ts'
import type { Draft } from '../fact.ts'
import { howTo, sayTitle } from '../read/how-to.ts'
import { firstWord, trimEnd } from '../../english/phrase.ts'
import { splitSentences } from '../../english/sentences.ts'
import { shapeOf } from '../../english/shape.ts'
import { isPersonal } from '../../english/impersonal.ts'
import { isAboutTheDocument } from '../read/subject.ts'
import { codeAnswer, readSession } from '../read/read-session.ts'
import { baseVerb } from '../../english/verbs.ts'
import type { Voice } from '../read/voice.ts'
import type { Statement, TitledCode } from '../read/statement.ts'

/** "`GET /products` → List all products": the code is the term, the text its meaning. */
export function fromCodeLabel(statement: Statement): Draft[] {
  if (!/^`[^`]+`(?:\s\([^()]+\))?$/.test(statement.label) || statement.text === '') return []
  const text = trimEnd(splitSentences(statement.text)[0] ?? '')
  if (isPersonal(text) || wordCount(text) < 2 || /https?:/.test(text)) return []
  const shape = shapeOf(text)
  const code = statement.label
  // "`Reserved Seat`: this is a booking for a year": words with capitals are a name and no code.
  if (/^`\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*`/u.test(code) && /^(?:this|it) is an?\s|^for\s/i.test(text))
    return []
  if (/^\.?\w[\w.]*(?:\(\))?$/.test(code.replace(/`/g, '')) && shape === 'noun')
    return [{ kind: 'definition', term: code, statement: text }]
  return [{ kind: 'code', told: 'meaning', term: code, statement: text }]
}

/** "To list the tags, run:" and a code block: the code answers its own sentence. */
export function fromCodeIntro(titled: TitledCode): Draft[] {
  if (isSetUp(titled)) return []
  const asked = howToIntro(titled.intro)
  if (asked === undefined) return []
  const [command, ...more] = readSession(titled.code)
  const answer = command === undefined || more.length > 0 ? undefined : codeAnswer(command)
  if (answer === undefined || command === undefined) return []
  if (shows.test(command) && !/^(?:show|print|list|display|read|open|look)\b/.test(asked)) return []
  return [
    {
      kind: 'code',
      term: asked,
      told: 'sentence',
      question: `How do you ${asked}?`,
      statement: answer,
      lines: [...titled.introLines, ...titled.code.lines],
    },
  ]
}

/** A title that tells what its code does: "How do you <title>?" → the code below it that does so. */
export function fromCodeTitle(
  codes: readonly TitledCode[],
  voice: Voice,
): { draft: Draft; code: TitledCode }[] {
  const usable = codes.filter((code) => !isSetUp(code))
  const title = cleanHeading(usable[0]?.path.at(-1) ?? '')
  const question = askTitle(title, voice)
  const chosen = question === undefined ? undefined : chooseCode(title, usable)
  if (question === undefined || chosen === undefined) return []
  const draft: Draft = {
    kind: 'code',
    term: title,
    told: 'title',
    question,
    statement: chosen.answer,
    lines: chosen.code.code.lines,
  }
  return [{ draft, code: chosen.code }]
}

/** A title that asks keeps its words, one that orders is asked how it is done. */
function askTitle(title: string, voice: Voice): string | undefined {
  if (/^(?:how|what|which|where)\b.{8,}\?$/i.test(title) && !isAboutTheDocument(title) && !isPersonal(title))
    return sayTitle(title, voice)
  return howTo(title, voice)
}

const isSetUp = (titled: TitledCode): boolean => titled.section === 'noise' || titled.section === 'trouble'

/** "create a tag" from "I can create a tag like so:" or "To create a tag, run:". */
function howToIntro(intro: string): string | undefined {
  const sentence = splitSentences(intro).at(-1) ?? ''
  if (!/[:：]$/.test(sentence)) return undefined
  const can =
    /(?:^|,\s+)(?:[Yy]ou|I|[Ww]e)(?:\s+can|[’']ll)?\s+(?:also\s+|then\s+|simply\s+|just\s+|now\s+|quickly\s+|easily\s+)*(\p{Ll}+\s.+?)(?:\s+(?:like (?:so|this)|as follows|with (?:the|this) (?:following )?(?:command|code|query|snippet|syntax|flag)?.*|by (?:running|using|adding|passing).*|in (?:the|this) following way|using.*|with))?[:：]$/u.exec(
      sentence,
    )?.[1]
  const to = /^To\s+(\p{Ll}+\s[^,]+?)(?:,\s.*)?[:：]$/u.exec(sentence)?.[1]
  const action = (to ?? can)?.replace(/\s+(?:like (?:so|this)|as follows)$/, '')
  if (
    action === undefined ||
    wordCount(action) < 3 ||
    wordCount(action) > 16 ||
    baseVerb(firstWord(action)) === undefined
  )
    return undefined
  if (
    /^(?:see|get the following|run|use|do|try|have|think|look|want|say|imagine|know|notice|find|end|go|start)\b/i.test(
      action,
    ) ||
    /\b(?:it|this|that|them|these|my|our|I|we|above|below|here|the following|same|another|again)\b/i.test(
      action,
    )
  )
    return undefined
  return trimEnd(action)
}
