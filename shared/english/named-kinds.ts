import { wordSet } from '../basics/text.ts'

/** Kinds of places, times, works and bodies whose members bear names of their own. */
const ofNames = wordSet(`
  album artist artwork asteroid battle bill book brand capital case character church city civilisation civilization colony comet
  company constellation continent country county day dialect dynasty emperor empire epic explorer festival film galaxy genus god
  goddess hero house island king kingdom lake language latin man month monument moon mountain movie museum myth nation novel
  ocean opera organisation organization painting person phylum planet play poem poet president province queen religion river saint
  sea season song star symphony treaty tribe university village war woman work year`)

/** Nouns of persons, by how they are made: "leader", "inventor", "economist", "mathematician". */
const ofPersons =
  /(?:ist|ician|(?:compos|discover|explor|found|geograph|lead|osoph|own|paint|photograph|play|report|rul|speak|think|writ)er|(?:auth|invent|act|direct|edit|emper|sculpt|conduct)or)$/

/** Kinds of software: what belongs to them is a name too. */
const ofPrograms =
  /(?:^|\s)(?:app|application|browser|compiler|database|distribution|editor|engine|framework|library|package|platform|plugin|program|runtime|service|software|technology|tool|vendor)$/

/** True for a noun of persons: "leader", "economist". */
export const namesPerson = (kind: string): boolean =>
  ofPersons.test(kind) ||
  /(?:^|\s)(?:artist|emperor|hero|king|man|person|poet|president|queen|saint|woman)$/.test(kind)

/** True for a kind whose members have names: a capital in one of them is no accident of its place. */
export function bearsOwnNames(kind: string): boolean {
  const last = kind.toLowerCase().split(' ').at(-1) ?? ''
  // A state of a process is none on a map.
  return ofNames.has(last) || kind === 'state' || ofPersons.test(last) || ofPrograms.test(kind.toLowerCase())
}
