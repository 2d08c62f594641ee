import { install, isInstallOffered, settleInstall } from '../../state/install-offer.ts'

/** Installing, offered once in a line of the page; whoever declines is not asked again on this device. */
export function InstallOffer() {
  if (!isInstallOffered.value) return null
  return (
    <section class="section today-install" aria-label="Install">
      <p class="hint">
        Recollect can be an app on this device: it opens from its icon, with or without a network.
      </p>
      <p class="row">
        <button type="button" class="btn quiet" onClick={() => void install()}>
          Install
        </button>
        <button type="button" class="btn quiet" onClick={settleInstall}>
          No, thanks
        </button>
      </p>
    </section>
  )
}
