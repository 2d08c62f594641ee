import { useFixedKeys, useKeys } from '../../keys/use-keys.ts'

/** Enter ends; single keys ask the forgotten cards again, or take the last answer back. */
export function useSummaryKeys(now: {
  readonly onEnter: () => void
  readonly onRetry: () => void
  readonly onUndo: () => void
}): void {
  useFixedKeys({ Enter: now.onEnter, 'Ctrl Z': now.onUndo })
  useKeys('summary', { retry: now.onRetry, undo: now.onUndo })
}
