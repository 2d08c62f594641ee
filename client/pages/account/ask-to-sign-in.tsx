import { render } from 'preact'
import type { SignedIn } from '../../../shared/api/accounts.ts'
import { accountsApi } from '../../api/accounts.ts'
import { shownPath } from '../../api/base-path.ts'
import { learner, rememberLearner } from '../../api/whose-page.ts'
import { isSitting } from '../../router.ts'
import { outbox } from '../../state/sync.ts'
import { SignInSheet } from './sign-in-sheet.tsx'

let isOpen = false
/** Closed by hand: answers go on being kept, and the line that says so asks again. */
let isPutOff = false

/** The server does not know who asks: finds out whether somebody is signed in, and asks them to where nobody is. */
export async function askToSignIn(isWanted = false): Promise<void> {
  if (isOpen || (isPutOff && !isWanted) || shownPath() === '/join') return
  isOpen = true
  const session = await accountsApi.session().catch(() => null)
  if (session?.state === 'signed_in') return goOnAs(session)
  if (session?.state !== 'signed_out') {
    isOpen = false
    return
  }
  const place = document.body.appendChild(document.createElement('div'))
  const close = () => {
    render(null, place)
    place.remove()
    isOpen = false
  }
  const putOff = () => {
    isPutOff = true
    close()
  }
  const done = (who: SignedIn) => {
    isPutOff = false
    close()
    goOnAs(who)
  }
  render(<SignInSheet ways={session} onDone={done} onClose={putOff} />, place)
}

/** A sitting of the same learner goes on where it was; every other page is loaded anew, as theirs. */
function goOnAs({ learnerId }: SignedIn): void {
  isOpen = false
  if (learnerId === learner && isSitting(shownPath())) {
    void outbox.flush()
    return
  }
  rememberLearner(learnerId)
  location.reload()
}
