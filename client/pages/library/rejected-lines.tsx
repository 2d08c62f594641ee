import { useState } from 'preact/hooks'
import type { NoteReply } from '../../../shared/api/notes.ts'
import { api } from '../../api-client.ts'
import { announce } from '../../state/announcer.ts'
import { countInbox } from '../../state/inbox-count.ts'
import { toApiError } from '../../state/use-resource.ts'
import { QuotedLine } from '../../ui/quoted-line.tsx'
import { plainLine, withoutMarks } from '../../words/inline-parts.ts'
import { Trouble } from '../../ui/trouble.tsx'

interface RejectedLinesProps {
  readonly lines: NoteReply['rejected']
  readonly onAllowed: () => void
}

/** Lines that give no card because the learner said never; each can give cards again. */
export function RejectedLines({ lines, onAllowed }: RejectedLinesProps) {
  const [failure, setFailure] = useState<string | null>(null)
  if (lines.length === 0) return null
  const allow = async (id: string) => {
    try {
      await api.allowLines(id)
      setFailure(null)
      announce('These lines may give cards again.')
      void countInbox()
      onAllowed()
    } catch (reason) {
      setFailure(toApiError(reason).message)
    }
  }
  return (
    <section class="section" aria-labelledby="rejected-lines">
      <h2 id="rejected-lines">Lines you said never to</h2>
      <ul class="rows">
        {lines.map((held) => (
          <li key={held.id} class="note-rejected">
            <span>
              <span class="card-src">{held.lines.length === 0 ? '' : `line ${held.lines.join(', ')} `}</span>
              <span dir="auto">
                <QuotedLine text={held.text} />
              </span>
            </span>
            <button type="button" class="btn quiet" onClick={() => void allow(held.id)}>
              Allow again<span class="vh">: {plainLine(withoutMarks(held.text))}</span>
            </button>
          </li>
        ))}
      </ul>
      <Trouble>{failure}</Trouble>
    </section>
  )
}
