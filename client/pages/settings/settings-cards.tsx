import { useState } from 'preact/hooks'
import type { TasteReply } from '../../../shared/api/taste.ts'
import { api } from '../../api-client.ts'
import type { SettingsForm } from '../../state/use-settings-form.ts'
import { toApiError, useResource } from '../../state/use-resource.ts'
import { ChoiceRow, Group, Row } from '../../ui/settings-rows.tsx'

/** Which cards are made of the notes, and what the learner's own decisions say of it. */
export function SettingsCards({ form }: { readonly form: SettingsForm }) {
  return (
    <Group name="Cards">
      <ChoiceRow
        name="How many"
        field="cardDensity"
        form={form}
        options={[
          ['few', 'Few: only what is nearly always kept'],
          ['balanced', 'Balanced'],
          ['all', 'All that can be asked'],
        ]}
        says="What is left out is named in the report of its note, and can be asked all the same. Cards that you answered or kept stay."
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
      setTrouble(`Not begun anew: ${toApiError(reason).message}`)
    } finally {
      setRuns(false)
    }
  }
  if (resource.kind !== 'ready') return null
  const { rows } = resource.value
  return (
    <Row
      name="What you keep"
      says="A form, layout or kind of note whose cards you drop waits in the Inbox from then on."
      wide
      trouble={trouble}
    >
      {rows.length === 0 ? (
        <p class="hint">Nothing yet: it is learned from the cards that you keep, reword and drop.</p>
      ) : (
        <>
          <TasteTable rows={rows} />
          <button type="button" class="btn quiet" disabled={runs} onClick={() => void reset()}>
            Begin anew
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
          <th scope="col">Kept</th>
          <th scope="col">Made</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ trait, name, kept, decided, made }) => (
          <tr key={`${trait} ${name}`}>
            <th scope="row">
              {traitWords[trait]}: {name.replaceAll('_', '-')}
            </th>
            <td>
              {kept} of {decided}
            </td>
            <td>{madeWords[made]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const traitWords: Readonly<Record<TasteReply['rows'][number]['trait'], string>> = {
  form: 'Asks',
  layout: 'From',
  genre: 'Note',
}
const madeWords: Readonly<Record<TasteReply['rows'][number]['made'], string>> = {
  more: 'more readily',
  less: 'less readily',
  'as before': 'as before',
}
