import { isFunctionWord, singular, wordSet } from '../basics/text.ts'

/** Nouns that name nothing until something else says what is meant: "the case", "this part", "files". */
const generalNouns = wordSet(`
  action activity advice aim amount answer approach area argument aspect attempt basis being bit body byte case category cause
  chance change choice class code collection command comment comparison component concept concern condition consequence
  content context count course data day deal decision degree detail development device difference document effect effort
  element end entity entry event everything example expression fact factor feature field figure file follow-up form format
  function goal group guide handling head hour idea implementation importance improvement individual information input
  instance intro introduction issue item job key kind knowledge label lead lesson level life line link list location lot
  man matter mean meaning measure member mention method middle minute mistake month move name need note nothing notion
  number object observation one option order origin output overview page part participant party path people person
  phenomenon piece place point position possibility practice preparation problem procedure product program project property
  proposal purpose quality quantity question rate reaction reason reference relation rest result role rule sample scenario
  scope section sequence series set setup shape side sign site situation skill solution something sort source space
  specimen stage start state statement step story structure stuff style subject substance sum summary surface system task
  tendency term text theme theory thing thought time title tool topic total trait trick type unit usage use user value
  variant variation variety version view way week word work world year`)

/** What the sections of any note are called: they name a part of the note, not of its subject. */
const sectionNouns = wordSet(`
  abstract acknowledgement addendum agenda answer appendix assignment background bibliography challenge chapter citation
  conclusion definition excerpt exercise faq glossary highlight homework intro introduction learning lecture literature
  misc miscellaneous motivation notation outlook preface prerequisite quiz reading recap remark reminder resource review
  section seminar sheet slide solution takeaway technology terminology tip todo toc tutorial vocabulary worksheet`)

/** Adjectives that say how much such a part matters or whose it is. */
const sectionAdjectives = wordSet(`
  additional advanced basic best brief central common core covered different essential extra faced final first full further
  general good helpful implemented important interesting key last learned main major many more new next old other overall
  personal practical quick random recommended related second several short some special suggested third typical useful
  various`)

/**
 * True for words that only say which part of a note follows: "Key takeaways", "Challenges and solutions". Two nouns in a row
 * are a name, however general each is: "code review", "set theory".
 */
export function namesSection(heading: string): boolean {
  return heading
    .toLowerCase()
    .split(/\s(?:and|or)\s|[&,/]/)
    .every((part) => {
      const words = (part.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !saysNothing(word))
      return words.length <= 1 && words.every(isSectionNoun)
    })
}

const saysNothing = (word: string): boolean =>
  /^\p{N}+$/u.test(word) || isFunctionWord(word) || sectionAdjectives.has(word)

const isSectionNoun = (word: string): boolean =>
  sectionNouns.has(word) || sectionNouns.has(singular(word)) || isGeneralNoun(word)

/** True for one word that is such a noun, in either number. */
export function isGeneralNoun(word: string): boolean {
  const lower = word.toLowerCase()
  return generalNouns.has(lower) || generalNouns.has(singular(lower))
}
