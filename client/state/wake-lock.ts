/** Keeps the screen on while a sitting is open, where the browser allows it; returns how to let it sleep. */
export function watchWakeLock(): () => void {
  const wakeLock = navigator.wakeLock as WakeLock | undefined
  if (wakeLock === undefined) return () => {}
  let lock: WakeLockSentinel | null = null
  let isOver = false
  const take = () => {
    if (document.visibilityState !== 'visible' || isOver) return
    wakeLock.request('screen').then(
      (taken) => {
        lock = taken
        if (isOver) void taken.release()
      },
      // A low battery or a setting may refuse it; the sitting goes on.
      () => {},
    )
  }
  take()
  document.addEventListener('visibilitychange', take)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', take)
    void lock?.release()
  }
}
