import { assertNever } from '../basics/brand.ts'
import type { Fact } from '../fact/fact.ts'
import { aspectCards, comparisonCards } from './aspect-cards.ts'
import { definitionCards, effectCards, expansionCards } from './term-cards.ts'
import { purposeCards } from './purpose-cards.ts'
import { foreignCards } from './foreign-cards.ts'
import { exampleCards, listCards } from './list-cards.ts'
import { practiceCards } from './practice-cards.ts'
import { problemCards } from './problem-cards.ts'
import { toldCards } from './told-cards.ts'
import { choiceCards, clozeCards, codeCards, questionCards } from './written-cards.ts'
import type { Proposal } from './proposal.ts'

/** Every question that a fact can be asked with, each worded for the fact's kind. */
export function askFact(fact: Fact): Proposal[] {
  const abroad = fact.abroad === undefined ? undefined : foreignCards(fact, fact.abroad)
  return abroad ?? askInEnglish(fact)
}

function askInEnglish(fact: Fact): Proposal[] {
  switch (fact.kind) {
    case 'definition':
      return definitionCards(fact)
    case 'expansion':
      return expansionCards(fact)
    case 'purpose':
      return purposeCards(fact)
    case 'effect':
      return effectCards(fact)
    case 'aspect':
      return aspectCards(fact)
    case 'comparison':
      return comparisonCards(fact)
    case 'problem_solution':
      return problemCards(fact)
    case 'list':
      return listCards(fact)
    case 'example':
      return exampleCards(fact)
    case 'best_practice':
      return practiceCards(fact)
    case 'code':
      return codeCards(fact)
    case 'question':
      return questionCards(fact)
    case 'choice':
      return choiceCards(fact)
    case 'cloze':
      return clozeCards(fact)
    case 'told':
      return toldCards(fact)
    default:
      return assertNever(fact)
  }
}
