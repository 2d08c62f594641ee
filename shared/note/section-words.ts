import { remembering, wordSet } from '../basics/text.ts'

/** Nouns that name a part of a document. A heading that ends in one is never a concept. */
const sectionHeads = wordSet(
  `overview introduction intro summary conclusion conclusions recap abstract background preface technologies technology
  concepts learnings learning takeaways takeaway lessons lesson practices practice challenges challenge problems problem
  solutions solution issues issue pitfalls gotchas hurdles obstacles difficulties tips tricks notes note examples example
  features highlights topics topic skills tools stack resources references links reading questions question answers faq
  definition definitions terms terminology glossary vocabulary components importance pros cons advantages disadvantages
  benefits drawbacks outcome outcomes results result objective objectives goals goal steps steps details misc miscellaneous
  basics fundamentals essentials insights experience experiences reflections reflection ideas points facts things stuff idea motivation why principles rules
  content contents index key-points cheatsheet cheat-sheet cards flashcards summary tldr analogy explanation usage
  implemented faced covered learned learnt used applied encountered practiced gained explored studied blueprint breakdown`,
)

const fillers = wordSet(
  `key major main core important essential personal best common my our the a an and of for in i we to some other more general
  basic advanced useful good quick final new technical professional overall various what you will this that real-world &`,
)

const noise = wordSet(
  `collaboration collaborate collaborators collaborating contact contacts author authors maintainer license licence
  acknowledgements acknowledgments acknowledgement credits credit installation install setup prerequisites requirements
  contribute contributing contribution contributions contributors roadmap todo todos screenshots demo repository repo
  bibliography citation citations sponsors badges changelog deployment-guide feedback motto
  references resources links objectives objective goals timeline deadline duration`,
)

const noisePhrases =
  /\b(?:table of contents|getting started|next steps?|future (?:work|plans?|improvements?|enhancements?|scope|goals|learning)|further reading|see also|about (?:me|the author|the program|this|the project)|action plan|communication channels?|project (?:structure|purpose|objectives?|goals?|overview|setup|timeline|description|status|directory)|repository (?:purpose|structure|overview|setup)|folder structure|file structure|directory structure|how to (?:run|use this|contribute|install|collaborate)|run(?:ning)? (?:locally|the (?:app|project|server))|local (?:setup|development)|quick ?start|set-?up|installation|who to collaborate|where (?:to|we) collaborate|learning (?:objectives|outcomes|goals|resources)|what you(?:'|’)?ll learn|api endpoints?|endpoints|environment setup|tech stack|deliverables|submission|acknowledge?ments?|external links|external resources|program (?:overview|structure|duration|details)|expected outcomes?|live (?:demo|links?)|source\(s\)|weekly breakdown|table of content)\b/i

const practice =
  /\b(?:best practices?|good practices?|practices|tips|recommendations?|guidelines?|takeaways?|lessons(?: learn(?:ed|t))?|rules|principles|do'?s|mindset|advice)\b/i

const trouble =
  /\b(?:challenges?|problems?|issues?|pitfalls?|gotchas?|trouble ?shooting|errors?|bugs?|obstacles?|difficult(?:y|ies)|hurdles?|struggles?|blockers?)\b/i

const intention =
  /\b(?:goals?|objectives?|plans?|next steps?|to ?-?do|future|aims?|roadmap|wish ?list|plan of action)\b/i

/** What a heading says about the lines below it. */
export type SectionKind = 'noise' | 'trouble' | 'practice' | 'intention' | 'generic' | 'subject'

/** Reads a clean heading: is it a subject of its own, or only a part of the document? */
export const sectionKind = remembering((heading): SectionKind => {
  if (isNoise(heading)) return 'noise'
  if (isGenericHeading(heading)) {
    if (trouble.test(heading)) return 'trouble'
    if (practice.test(heading)) return 'practice'
    return intention.test(heading) ? 'intention' : 'generic'
  }
  return 'subject'
})

/** True when a heading only names a part of a document ("Key Technologies Covered"), in whatever words. */
export function isGenericHeading(heading: string): boolean {
  const found = bareWords(heading)
  // Signs of chess, cards and music are things; other signs alone name nothing.
  if (found.length === 0) return !/[\u2654-\u2667\u2669-\u266F]/.test(heading)
  const last = found[found.length - 1] ?? ''
  if (found.every((word) => sectionHeads.has(word) || fillers.has(word))) return true
  if (found.length > 6) return false
  if (!pluralHeads.has(last)) return false
  const parts = heading.split(/\s+(?:and|&|\/|or)\s+|[,–—:]\s*/i).filter((part) => part.trim() !== '')
  const heads = parts.map((part) => bareWords(part).at(-1) ?? '')
  return heads.length < 2 || heads.every((word) => sectionHeads.has(word) || fillers.has(word))
}

/** Plural heads make any heading generic ("Backend Concepts"); singular ones may end a real term ("N+1 problem"). */
const pluralHeads = wordSet(
  `technologies concepts learnings takeaways lessons challenges learned covered faced implemented resources references
  highlights objectives goals skills topics insights notes questions examples overview introduction conclusion summary`,
)

function isNoise(heading: string): boolean {
  const found = bareWords(heading)
  if (noisePhrases.test(heading)) return true
  return found.length > 0 && found.length <= 4 && found.every((word) => noise.has(word) || fillers.has(word))
}

function bareWords(heading: string): string[] {
  return heading.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'+#./-]*/gu) ?? []
}
