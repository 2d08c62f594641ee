import type { DraftDecisionsBody, DraftDecisionsReply } from '../../shared/api/drafts.ts'
import { ApiError } from '../api/request.ts'

export type DraftDecision = DraftDecisionsBody['decisions'][number]

/** One thing that was said of some drafts. */
export interface DraftWord {
  readonly decisions: readonly DraftDecision[]
  /** Whether it still has to be sent. */
  isOpen: boolean
  /** The change that it is stored in, which it may share with others. */
  changeId: string | null
  refused: readonly { readonly id: string; readonly sentence: string }[]
  /** Why the request that took it along failed. */
  trouble: unknown
}

/** What is said of drafts, stored in few changes and taken back one by one. */
export interface DraftDecisions {
  readonly say: (decisions: readonly DraftDecision[]) => DraftWord
  /** Stores a word, and with it all that were said meanwhile. Throws when nothing of it was taken. */
  readonly store: (word: DraftWord) => Promise<void>
  /** Takes a word back, and gives what is left to do when its turn comes: what shares its change is said again. */
  readonly takeBack: (word: DraftWord) => () => Promise<void>
  /** The card that a draft became. */
  readonly cardOf: (draftId: string) => string | undefined
}

interface Server {
  readonly decide: (body: DraftDecisionsBody) => Promise<DraftDecisionsReply>
  readonly undo: (changeId: string) => Promise<unknown>
}

/**
 * A kept draft makes the library’s cards anew, and quick fingers do not wait for that: what they say meanwhile shares a
 * change. What is stored or taken back comes one after the other.
 */
export function createDraftDecisions({ decide, undo }: Server): DraftDecisions {
  let words: readonly DraftWord[] = []
  const cards = new Map<string, string>()
  const leave = (gone: readonly DraftWord[]) => {
    words = words.filter((word) => !gone.includes(word))
  }
  const send = async (batch: readonly DraftWord[]) => {
    for (const word of batch) word.isOpen = false
    try {
      const { changeId, accepted, refused } = await decide({
        decisions: batch.flatMap(({ decisions }) => decisions),
      })
      for (const { draftId, cardId } of accepted) cards.set(draftId, cardId)
      for (const word of batch) {
        const ids = new Set(word.decisions.map(({ draftId }) => draftId))
        word.refused = refused
          .filter(({ draftId }) => ids.has(draftId))
          .map(({ draftId, sentence }) => ({ id: draftId, sentence }))
        word.changeId = word.refused.length === ids.size ? null : changeId
      }
      leave(batch.filter((word) => word.changeId === null))
    } catch (reason) {
      for (const word of batch) word.trouble = reason
      leave(batch)
    }
  }
  return {
    say: (decisions) => {
      const word: DraftWord = { decisions, isOpen: true, changeId: null, refused: [], trouble: null }
      words = [...words, word]
      return word
    },
    store: async (word) => {
      if (word.isOpen) await send(firstOf(words.filter(({ isOpen }) => isOpen)))
      throwTrouble(word)
    },
    takeBack: (word) => {
      leave([word])
      word.isOpen = false
      return async () => {
        const { changeId } = word
        if (changeId === null) return
        await undo(changeId)
        for (const { draftId } of word.decisions) cards.delete(draftId)
        const rest = words.filter((one) => one.changeId === changeId)
        if (rest.length > 0) await send(rest)
        rest.forEach(throwTrouble)
      }
    },
    cardOf: (draftId) => cards.get(draftId),
  }
}

/** Throws why nothing of a word was taken. */
function throwTrouble({ trouble, changeId, refused: [first] }: DraftWord): void {
  if (trouble !== null) throw trouble
  if (changeId === null && first !== undefined) throw new ApiError('refused', 409, first.sentence)
}

/** What the server takes in one request. */
const mostAtOnce = 500

/** The first words, as many as one request takes. */
function firstOf(words: readonly DraftWord[]): DraftWord[] {
  let left = mostAtOnce
  return words.filter(({ decisions }, i) => {
    left -= decisions.length
    return i === 0 || left >= 0
  })
}
