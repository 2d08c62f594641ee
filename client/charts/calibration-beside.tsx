import type { Scope } from '../../shared/schedule/scope.ts'
import { api } from '../api-client.ts'
import { paths } from '../router.ts'
import { useResource } from '../state/use-resource.ts'
import { CalibrationLine } from './calibration-line.tsx'

/** Whether the predictions of these cards hold, in a line, for any page that shows one. It comes by itself, after the page. */
export function CalibrationBeside({ scope: { kind, name } }: { readonly scope: Scope }) {
  const { resource } = useResource(`calibration ${kind} ${name}`, () => api.calibration({ [kind]: name }))
  return (
    <p class="hint">
      {resource.kind === 'ready' ? (
        <>
          Recall here: <CalibrationLine calibration={resource.value} />.{' '}
          <a href={`${paths.stats}?${kind}=${encodeURIComponent(name)}`}>Its charts</a>
        </>
      ) : null}
    </p>
  )
}
