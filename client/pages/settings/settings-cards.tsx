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
      <ChoiceRow
        name="Where drafts go"
        field="draftsInto"
        form={form}
        options={[
          ['companion', 'Into a note of ours'],
          ['note', 'Under its line in your note'],
        ]}
        says="A card that an assistant or a model drafted is written down when you keep it: into a note that Recollect keeps beside yours, or into your own note, under the line it quotes. It asks about your line either way."
      />
      <ModelRow form={form} />
      <TasteRow />
    </Group>
  )
}

/** Which language model the server names, and how much it may draft; or where it is told how to name one. */
function ModelRow({ form }: { readonly form: SettingsForm }) {
  const { resource } = useResource('drafting', api.drafting)
  if (resource.kind !== 'ready') return null
  const { model, leftToday } = resource.value
  if (model === null)
    return (
      <Row
        name="Language model"
        says="None is connected, so nothing is ever sent anywhere. docs/assistants.md says how to connect an assistant, or a model of your own."
      />
    )
  return (
    <>
      <Row
        name="Language model"
        says="Named where the server is started, and nowhere else. Text is sent to it when you ask for drafts or a better wording, after you saw which, and never otherwise."
      >
        <p class="setting-model">
          <b>{model.name}</b> at {model.host}
        </p>
      </Row>
      <NumberRow
        name="Drafts a day"
        field="draftsPerDay"
        form={form}
        range={[0, 5000]}
        says={`How many cards the model may draft on one day, so that it costs no more than you want. ${leftToday.toLocaleString('en')} are left today. A draft waits until you keep it.`}
      />
    </>
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
