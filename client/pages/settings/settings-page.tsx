import { useState } from 'preact/hooks'
import type { Settings } from '../../../shared/api/settings.ts'
import type { Grade } from '../../../shared/schedule/review-event.ts'
import { api } from '../../api-client.ts'
import { gradeName } from '../../words/grade-names.ts'
import type { RefusedEvent } from '../../state/device-database.ts'
import { outbox } from '../../state/sync.ts'
import { useResource } from '../../state/use-resource.ts'
import { useSettingsForm } from '../../state/use-settings-form.ts'
import { Page } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { saveAnswers } from '../../state/save-answers.ts'
import { Failure, Loading } from '../../ui/states.tsx'
import { longDay } from '../../words/words.ts'
import { SettingsAccount } from './settings-account.tsx'
import { SettingsAbout } from './settings-about.tsx'
import { SettingsCards } from './settings-cards.tsx'
import { SettingsData } from './settings-data.tsx'
import { SettingsKeys } from './settings-keys.tsx'
import { SettingsReading, SettingsReview } from './settings-reading.tsx'
import { Group, SettingsFilter } from '../../ui/settings-rows.tsx'
import { SettingsScheduler } from './settings-scheduler.tsx'
import { SettingsDays, SettingsStudy } from './settings-study.tsx'
import './settings-page.css'

export function SettingsPage() {
  const { resource, reload } = useResource('settings', api.settings)
  return (
    <Page heading="Settings" sub="Every change is saved at once, and can be taken back.">
      {resource.kind === 'loading' ? <Loading /> : null}
      {resource.kind === 'failed' ? (
        <>
          <Failure what="Could not load the settings." error={resource.error} onRetry={reload} />
          <OnThisDevice />
        </>
      ) : null}
      {resource.kind === 'ready' ? <SettingsForm loaded={resource.value} /> : null}
    </Page>
  )
}

function SettingsForm({ loaded }: { readonly loaded: Settings }) {
  const form = useSettingsForm(loaded)
  const [filter, setFilter] = useState('')
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      <input
        class="input settings-filter"
        type="search"
        aria-label="Filter settings"
        placeholder="Filter settings"
        value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)}
      />
      <QuietStrip />
      <SettingsFilter.Provider value={filter.trim().toLowerCase()}>
        <div class="setting-groups">
          <SettingsStudy form={form} />
          <SettingsDays form={form} />
          <SettingsScheduler form={form} />
          <SettingsReview form={form} />
          <SettingsCards form={form} />
          <SettingsKeys />
          <SettingsReading form={form} />
          <SettingsData />
          <SettingsAccount />
          <OnThisDevice />
          <p class="hint setting-none-fits">No setting is called anything like “{filter}”.</p>
        </div>
      </SettingsFilter.Provider>
    </form>
  )
}

/** What needs no server to be told. */
function OnThisDevice() {
  return (
    <>
      <Refused />
      <SettingsAbout />
    </>
  )
}

function refusedWords({ event, sentence }: RefusedEvent): string {
  const what = event.kind === 'reviewed' ? gradeName(event.grade as Grade) : event.kind
  return `${what}, on ${longDay(event.studyDay)}: ${sentence}`
}

/** Answers the server would not take. They are kept on this device; nothing is thrown away silently. */
function Refused() {
  const refused = outbox.refused.value
  if (refused.length === 0) return null
  return (
    <Group name="Answers that were refused">
      <ul class="rows">
        {refused.map((entry) => (
          <li key={entry.id} class="hint setting">
            {refusedWords(entry)}
          </li>
        ))}
      </ul>
      <p class="setting">
        <button
          type="button"
          class="btn quiet"
          onClick={() => void saveAnswers(refused.map(({ event }) => event))}
        >
          Export them
        </button>
      </p>
    </Group>
  )
}
