import { accountsApi } from '../../api/accounts.ts'
import { backupsApi, exportAddress } from '../../api/backups.ts'
import { learner } from '../../api/whose-page.ts'
import { useResource } from '../../state/use-resource.ts'
import { Group, Row } from '../../ui/settings-rows.tsx'
import { SettingsBackups } from './settings-backups.tsx'

/** Copies of everything that the server holds, for its owner; and what is one's own, to take along, for everybody. */
export function SettingsData() {
  return (
    <Group name="Data">
      {learner === '' ? <Backups /> : <BackupsOfOwner />}
      <Row
        name="Take everything with you"
        says="One .zip: your notes, your cards as CSV and JSON, every answer you gave, your settings, and what you said about concepts."
      >
        <a class="btn quiet" href={exportAddress} download>
          Download
        </a>
      </Row>
    </Group>
  )
}

function BackupsOfOwner() {
  const { resource } = useResource('session', accountsApi.session)
  if (resource.kind !== 'ready' || resource.value.state !== 'signed_in') return null
  return resource.value.role === 'admin' ? <Backups /> : null
}

function Backups() {
  const { resource, reload } = useResource('backups', backupsApi.list)
  if (resource.kind === 'failed')
    return (
      <Row
        name="Backups"
        says="What backups there are could not be asked."
        trouble={resource.error.message}
      />
    )
  return resource.kind === 'ready' ? <SettingsBackups known={resource.value} onChanged={reload} /> : null
}
