import { isFunctionWord, remembering, singular, upTo, wordCount, wordSet } from '../../basics/text.ts'
import { sectionKind } from '../../note/section-words.ts'
import { isClause } from '../../english/clause.ts'
import { isPlural } from '../../english/nouns.ts'
import { isNounToo } from '../../english/imperative.ts'
import { firstWord } from '../../english/phrase.ts'
import { shapeOf } from '../../english/shape.ts'
import { isPlainWord } from '../../english/title-case.ts'
import { baseVerb, gerundBase, thirdPersonBase } from '../../english/verbs.ts'
import type { Voice } from './voice.ts'

/** Verbs that order something at the beginning of a title, though some are nouns or unknown elsewhere. */
const titleVerbs = wordSet(`
  access add allow amend append apply avoid bypass calculate change check checkout cherry clean clear clone close compute concatenate configure convert copy count
  create define delete destructure determine diff disable discard dump duplicate echo edit enable encode enforce enumerate escape
  exclude execute export extract fetch filter find fix force format freeze generate get grab grep hide ignore import include
  increment inspect install interpolate iterate join jump kill list listen load log make map mark match merge mock monitor mount move
  navigate obtain open output override parse paste pick pin pipe prepend prevent print produce prune pull push query quit
  read rebase reload remove rename render reorder replace require reset resize resolve restart restore retrieve return reuse
  revert rewrite rollback rotate run save scale scope scroll search see select send set share show sign shuffle simulate skip slice sort specify
  spawn splat split squash stage start stash stop store strip style swap switch tag tail test toggle trace track transform
  trigger trim truncate turn undo uninstall unstage update upgrade use validate verify view watch wrap write zip`)

/** The first words of titles that name a thing, whatever follows. */
const nounFirst =
  /^(?:last|next|first|table|block|command|file|type|state|form|function|object|quick|custom|basic|test|log)$/i

/** "How do you create a table?" from "Create A Table" or "Creating a table"; undefined for titles that name no action. */
export function howTo(title: string, voice: Voice): string | undefined {
  const action = actionOf(title, voice)
  return action === undefined ? undefined : `How do you ${action}?`
}

/** "What is the current branch?" from a title in title case. */
export function sayTitle(title: string, voice: Voice): string {
  return title.charAt(0) + sentenceCase(title, voice).slice(1)
}

/** Titles of a README that tell how to bring its project up. */
const setsUp =
  /\bthis\b|^(?:run|start|install|clone|set ?up|build|deploy|use|test|open) (?:the |your )?(?:project|repo(?:sitory)?|app(?:lication)?|course|tests?|server|bot)\b|\breadme\b/i

/** What a title tells to do, in the words of a sentence: "create a table". */
function actionOf(title: string, voice: Voice): string | undefined {
  if (sectionKind(title) !== 'subject' || setsUp.test(title)) return undefined
  const bare = title.replace(/^how to\s+/i, '').replace(/[.:]$/, '')
  if (wordCount(bare) < 2 || wordCount(bare) > 16 || /[?!,;:]|\s[–—-]\s|\bvs\.?\b|\bpart \d/i.test(bare))
    return undefined
  const first = firstWord(bare)
  const gerund = gerundBase(first)
  const said = sentenceCase(gerund === undefined ? bare : gerund + bare.slice(first.length), voice)
  return gerund !== undefined || /^how to\s/i.test(title) || ordersSomething(bare, said) ? said : undefined
}

const unheard: Voice = {
  small: new Set(),
  counted: new Set(),
  definite: new Set(),
  names: new Set(),
  subjects: new Set(),
}

/** True for a title that is an order or a whole sentence: it names no thing that could be asked about. */
export const isDeedOrSentence = remembering((title): boolean => {
  if (wordCount(title) < 3 || sectionKind(title) !== 'subject') return false
  const said = sentenceCase(title, unheard)
  const gerund = gerundBase(firstWord(title)) !== undefined
  if (gerund) return /^\p{L}+ (?:an?|the|your) /iu.test(title)
  return isClause(said) || actionOf(title, unheard) !== undefined
})

function ordersSomething(title: string, said: string): boolean {
  const lead = /^\p{L}{3,}ly\s+/u.exec(said)?.[0] ?? ''
  const first = firstWord(said.slice(lead.length)).toLowerCase()
  const rest = title.slice(lead.length + first.length).trim()
  const determined =
    /^(?:A|An|The|All|Your|Multiple|Only|Two|One|Each|Every|Up|Down|Out|Any|Into|How|What|If|Whether|Which|With)\b/i.test(
      rest,
    )
  if (
    /^of\b/i.test(rest) ||
    rest === '' ||
    holdsSentence(upTo(said.slice(lead.length + first.length).trim(), asideClause))
  )
    return false
  if (determined && !/^(?:with|into|up|down|out)\b/i.test(rest))
    return baseVerb(first) !== undefined || titleVerbs.has(first) || mayOrder(title)
  if (nounFirst.test(first)) return false
  if (
    isNounToo(first) &&
    !/^(?:set|show|see|check|use|turn|run|fix|list|limit|delete|edit|copy|update|install|find)$/.test(
      first,
    ) &&
    namesThing(title)
  )
    return false
  if (titleVerbs.has(first)) return wordCount(title) >= 3 || isPlural(rest)
  return wordCount(title) >= 3 && baseVerb(first) !== undefined && shapeOf(said) === 'imperative'
}

/** An unknown first word before "a", "the" or "all" is a verb unless it is a small word itself: "Silence The Meter". */
const mayOrder = (title: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}\s(?:A|An|The|All|Your|Each|Every)\s/u.test(title) &&
  !isFunctionWord(firstWord(title)) &&
  !/^(?:inside|outside|behind|beyond|beside|below|versus|like|near|why|meet|ing$)|ing$|ed$/i.test(
    firstWord(title),
  )

/** "Load Balancing Strategies", "Change Data Capture": a verb's other half begins a name, unless something is done to it. */
function namesThing(title: string): boolean {
  const done =
    /\s(?:an?|the|all|your|each|every|of|with|in|on|off|to|from|into|by|for|using|without|after|before|as|out|up|down|at|over|throughout|between|across|against|via|if|when|how|what)\s/i
  const own = upTo(title, /\s(?:of|with|in|on|to|from|into|by|for|using|without|after|before|as|out)\s/i)
  if (!done.test(title)) return true
  return /(?:ing|tion|sion|ment|ance|ence|ity|ics|ness)s?$/i.test(own) || madeOf.test(own.split(' ')[1] ?? '')
}

const madeOf =
  /^(?:types?|order|control|files?|process|strateg(?:y|ies)|statements?|clauses?|operators?|functions?|syntax|commands?|options?|balancing|data)$/i

/** "Create database uses a template" states something; "delete remote branch" does not. */
const holdsSentence = (rest: string): boolean =>
  isClause(rest) && rest.split(' ').some((word) => finiteWord.test(word) || isThirdPerson(word))

/** "uses" tells what somebody does; "files" are things more often. */
function isThirdPerson(word: string): boolean {
  const base = thirdPersonBase(word)
  return base !== undefined && (base === 'use' || !isNounToo(base))
}

const finiteWord = /^(?:is|are|was|were|has|have|had|can|will|does|do|should|must|may)$/

const asideClause = /\b(?:if|what|how|when|that|whether|which|where|who|why|as)\b/

/** Small words as only title case writes them. */
const small = wordSet(`
  A An The And Or Of To In On For With From By As At Is Are Not Into Without Within Using Between After Before When That
  It Its Your All Each Every Multiple Up Down Out Over If Only`)

function mostlyCapitals(words: readonly string[]): boolean {
  const named = words.filter((word) => !isFunctionWord(word) && /^\p{L}/u.test(word))
  return named.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= named.length
}

/** Title case as running text: plain words in lower case, names and code as they are. */
function sentenceCase(title: string, voice: Voice): string {
  const parts = title.split(' ')
  const isTitle = parts.some((word, i) => i > 0 && small.has(word)) || mostlyCapitals(parts.slice(1))
  return parts
    .map((word, i) => {
      if (i === 0) return word.charAt(0).toLowerCase() + word.slice(1)
      if (!isTitle || !/^\p{Lu}\p{Ll}*(?:-\p{Lu}?\p{Ll}+)*[,;]?$/u.test(word)) return word
      if (small.has(word)) return word.toLowerCase()
      const key = singular(word.toLowerCase().replace(/[,;]$/, ''))
      const known = isPlainWord(word) || voice.small.has(key) || !voice.names.has(key)
      return known ? word.toLowerCase() : word
    })
    .join(' ')
}
