import { useState } from 'preact/hooks'
import type { FactIgnoredReply } from '../../../shared/api/concepts.ts'
import { api } from '../../api-client.ts'
import { announce } from '../../state/announcer.ts'
import { countInbox } from '../../state/inbox-count.ts'
import { toApiError } from '../../state/use-resource.ts'

/** What came of the learner's last word on a fact. */
export interface IgnoringSaid {
  readonly key: string
  readonly sentence: string
  readonly isFailure: boolean
}

export interface Ignoring {
  /** The word said last, about the fact of its key. */
  readonly said: IgnoringSaid | null
  /** Facts ignored since the page was opened, with what came of it: they are taken back where they stood. */
  readonly lately: ReadonlyMap<string, string>
  readonly ignore: (key: string) => Promise<void>
  readonly takeBack: (key: string) => Promise<void>
}

/** Leaves facts out and takes that back, one at a time; what cannot be done says why and changes nothing. */
export function useIgnoring(onChanged: () => void): Ignoring {
  const [said, setSaid] = useState<IgnoringSaid | null>(null)
  const [lately, setLately] = useState<ReadonlyMap<string, string>>(new Map())
  const say = async (
    key: string,
    act: (key: string) => Promise<FactIgnoredReply>,
    after: (known: ReadonlyMap<string, string>, sentence: string) => Iterable<[string, string]>,
  ) => {
    try {
      const { sentence } = await act(key)
      setSaid({ key, sentence, isFailure: false })
      setLately((known) => new Map(after(known, sentence)))
      announce(sentence)
      void countInbox()
      onChanged()
    } catch (reason) {
      setSaid({ key, sentence: toApiError(reason).message, isFailure: true })
    }
  }
  return {
    said,
    lately,
    ignore: (key) => say(key, api.ignoreFact, (known, sentence) => [...known, [key, sentence]]),
    takeBack: (key) =>
      say(key, api.takeFactBack, (known) => [...known].filter(([ignored]) => ignored !== key)),
  }
}
