import { useState } from 'preact/hooks'
import type { TasteReply } from '../../../shared/api/taste.ts'
import { api } from '../../api-client.ts'
import type { SettingsForm } from '../../state/use-settings-form.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { ChoiceRow, Group, NumberRow, Row } from '../../ui/settings-rows.tsx'
import { tasteName, traitWords } from '../../words/taste-words.ts'

/** Which cards are made of the notes, and what the learner's own decisions say of it. */
export function SettingsCards({ form }: { readonly form: SettingsForm }) {
  return (
    <Group name="Cards">
      <ChoiceRow
        name="How many"
        field="cardDensity"
        form={form}
        options={[
          ['few', 'Few, nearly always kept'],
          ['balanced', 'Balanced, probably kept'],
          ['all', 'All that can be asked'],
        ]}
        says="Which cards are made, by how likely you are to keep them. The report of each note shows what was left out, and you can make it anyway. Cards you answered or kept stay."
      />
      <NumberRow
        name="Drafts a day"
        field="draftsPerDay"
        form={form}
        range={[0, 5000]}
        says="How many cards your own language model may draft on one day, where the server names one. A draft waits until you keep it."
      />
      <TasteRow />
    </Group>
  )
}

/** Kept and decided of each kind of card, with the way to begin anew. */
function TasteRow() {
  const { resource, put } = useResource('taste', api.taste)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [runs, setRuns] = useState(false)
  const reset = async () => {
    setRuns(true)
    setTrouble(null)
    try {
      put(await api.resetTaste())
    } catch (reason) {
      setTrouble(`Not forgotten. ${toApiError(reason).message}`)
    } finally {
      setRuns(false)
    }
  }
  if (resource.kind !== 'ready') return null
  const { rows } = resource.value
  return (
    <Row
      name="What you keep"
      says="When you keep dropping cards of one kind, new ones wait in the Inbox instead of being asked."
      wide
      trouble={trouble}
    >
      {rows.length === 0 ? (
        <p class="hint">Nothing yet: it is learned from the cards that you keep, reword and drop.</p>
      ) : (
        <>
          <TasteTable rows={rows} />
          <button type="button" class="btn quiet" disabled={runs} onClick={() => void reset()}>
            Forget what was learned
          </button>
        </>
      )}
    </Row>
  )
}

function TasteTable({ rows }: Pick<TasteReply, 'rows'>) {
  return (
    <table class="setting-table nums">
      <thead>
        <tr>
          <th scope="col">Cards</th>
          <th scope="col">You kept</th>
          <th scope="col">Now made</th>
        </tr>
      </thead>
      {traits.map((trait) => {
        const own = rows.filter((row) => row.trait === trait)
        return own.length === 0 ? null : (
          <tbody key={trait}>
            <tr>
              <th scope="rowgroup" colSpan={3} class="setting-table-part">
                {traitWords[trait]}
              </th>
            </tr>
            {own.map((row) => (
              <tr key={row.name}>
                <th scope="row">{tasteName(row)}</th>
                <td>
                  {row.kept} of {row.decided}
                </td>
                <td>{madeWords[row.made]}</td>
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

const traits = ['form', 'layout', 'genre'] as const
const madeWords: Readonly<Record<TasteReply['rows'][number]['made'], string>> = {
  more: 'more readily',
  less: 'less readily',
  'as before': 'as before',
}
