import { render } from 'preact'
import './styles/tokens.css'
import './styles/base.css'
import './styles/buttons.css'
import './styles/fields.css'
import './styles/page.css'
import './styles/states.css'
import './styles/sheet.css'
import './styles/sitting.css'
import './styles/frame.css'
// Most visits begin on Today: its part is not to wait for a second sheet.
import './charts/strata-bar.css'
import './pages/today/today-page.css'
import { basePath } from './api/base-path.ts'
import { App } from './app.tsx'
import { leaveInputMethodsAlone } from './keys/dispatch.ts'
import { keepInSync } from './state/sync.ts'

const root = document.getElementById('app')
if (root === null) throw new Error('Inconsistent: index.html has no #app')
keepInSync()
leaveInputMethodsAlone()
const show = () => render(<App />, root)
if (basePath) void import('./under-a-path.ts').then(show)
else show()
addEventListener('signedout', (event) => {
  const isWanted = (event as CustomEvent).detail === true
  void import('./pages/account/ask-to-sign-in.tsx').then((m) => m.askToSignIn(isWanted))
})
// After the first paint: what is needed for the next start must not slow this one.
if (import.meta.env.PROD)
  addEventListener('load', () => void import('./state/app-update.ts').then(({ keepApp }) => keepApp()))
