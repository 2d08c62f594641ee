import { normaliseTerm, wordCount } from '../basics/text.ts'
import { cleanHeading } from '../note/clean-text.ts'
import { sectionKind } from '../note/section-words.ts'
import type { Draft } from './fact.ts'
import { firstWord, trimEnd } from './phrase.ts'
import { splitSentences } from './sentences.ts'
import { shapeOf } from './shape.ts'
import { isPersonal } from './impersonal.ts'
import { isAboutTheDocument } from './subject.ts'
import { baseVerb, gerundBase } from './verbs.ts'
import type { Statement, TitledCode } from './statement.ts'

/** "`GET /products` → List all products": the code is the term, the text its meaning. */
export function fromCodeLabel(statement: Statement): Draft[] {
  if (!/^`[^`]+`(?:\s\([^()]+\))?$/.test(statement.label) || statement.text === '') return []
  const text = trimEnd(splitSentences(statement.text)[0] ?? '')
  if (isPersonal(text) || wordCount(text) < 2 || /https?:/.test(text)) return []
  const shape = shapeOf(text)
  const code = statement.label
  if (/^\w[\w.]*(?:\(\))?$/.test(code.replace(/`/g, '')) && shape === 'noun')
    return [{ kind: 'definition', term: code, statement: text }]
  return [{ kind: 'code', term: code, slot: '', statement: text }]
}

/** A short code block below a title that tells what it does: "How do you <title>?" → the code. */
export function fromCode(titled: TitledCode, titleOpen: boolean): Draft[] {
  if (
    titled.section === 'noise' ||
    titled.section === 'trouble' ||
    /^(?:mermaid|text|txt|output|console-output|csv|log|dot|plantuml)$/i.test(titled.code.language)
  )
    return []
  const answer = codeAnswer(titled.code.code)
  const title = cleanHeading(titled.path.at(-1) ?? '')
  if (answer === undefined || title === '') return []
  const asked = howToIntro(titled.intro)
  if (asked !== undefined)
    return [
      {
        kind: 'code',
        term: asked,
        slot: 'how',
        cue: `How do you ${asked}?`,
        statement: answer,
        lines: [...titled.introLines, ...titled.code.lines],
      },
    ]
  const question = titleOpen ? howTo(title) : undefined
  if (question === undefined || isAboutTheDocument(title)) return []
  return [
    { kind: 'code', term: title, slot: 'how to', cue: question, statement: answer, lines: titled.code.lines },
  ]
}

/** "create a tag" from "I can create a tag like so:" or "To create a tag, run:". */
function howToIntro(intro: string): string | undefined {
  const sentence = splitSentences(intro).at(-1) ?? ''
  if (!/[:：]$/.test(sentence)) return undefined
  const can =
    /(?:^|,\s+)(?:you|I|we)(?:\s+can|[’']ll)?\s+(?:also\s+|then\s+|simply\s+|just\s+)?(\p{Ll}+\s.+?)(?:\s+(?:like (?:so|this)|as follows|with (?:the|this) (?:following )?(?:command|code|query|snippet|syntax|flag)?.*|by (?:running|using|adding|passing).*|in (?:the|this) following way|using.*|with))?[:：]$/u.exec(
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

/** "How do you create a table?" from "Create A Table" or "Creating a table"; undefined for titles that name no action. */
export function howTo(title: string): string | undefined {
  if (sectionKind(title) !== 'subject' || wordCount(title) < 3 || wordCount(title) > 16) return undefined
  const bare = title.replace(/^how to\s+/i, '')
  const gerund = gerundBase(firstWord(bare))
  const action = gerund !== undefined ? gerund + bare.slice(firstWord(bare).length) : bare
  const first = firstWord(action)
  const isAction =
    gerund !== undefined ||
    /^how to\s/i.test(title) ||
    (baseVerb(first) !== undefined &&
      (shapeOf(action) === 'imperative' ||
        /^\S+\s+(?:A|An|The|All|Your|Multiple|Only|Two|One|Each|Every|Up|Down|Out)\b/.test(action)))
  return isAction ? `How do you ${sentenceCase(action)}?` : undefined
}

/** Title case as running text: function words and plain words in lower case, names and code as they are. */
function sentenceCase(title: string): string {
  const parts = title.split(' ')
  const capitals = parts.filter((word) => /^\p{Lu}/u.test(word)).length
  const isTitle = capitals * 3 >= parts.length * 2
  return parts
    .map((word, i) => {
      if (i === 0) return word.charAt(0).toLowerCase() + word.slice(1)
      if (!isTitle || !/^\p{Lu}\p{Ll}*[,;]?$/u.test(word)) return word
      return /^(?:A|An|The|And|Or|Of|To|In|On|For|With|From|By|As|At|Is|Are|Not|Into|Without|Within|Using|Between|After|Before|When|That|It|Its|Your|All|Each|Every|Multiple|Up|Down|Out|Over|If|Only)$/.test(
        word,
      ) || normaliseTerm(word).length > 1
        ? word.toLowerCase()
        : word
    })
    .join(' ')
}

/** The one line that is the answer: a command without its prompt. Longer programs do not fit a card. */
function codeAnswer(code: string): string | undefined {
  const all = code
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#|\/\/|--)\s/.test(line))
  const prompted = all.filter((line) => /^[$❯>%]\s/.test(line))
  const lines = prompted.length === 1 ? prompted : all
  if (lines.length !== 1) return undefined
  const bare = lines.map((line) => line.replace(/^[$❯>%]\s+/, ''))
  const joined = bare.join(' ')
  if (
    joined.includes('`') ||
    !/[A-Za-z]{2}/.test(joined) ||
    joined.length > 110 ||
    wordCount(joined) > 18 ||
    /https?:|[\u{1F000}-\u{1FAFF}\u2600-\u27BF\u2B00-\u2BFF]|^\W+$/u.test(joined)
  )
    return undefined
  return '`' + joined + '`'
}
