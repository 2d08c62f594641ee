import { render } from 'preact'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { afterAll, beforeAll, expect, test } from 'vitest'

// As the server writes it into the page, before any of its scripts.
document.documentElement.dataset['base'] = '/cards'
history.replaceState(null, '', '/cards/')

let place: ReturnType<typeof useLocation>

/** An app whose own addresses are “/”, “/cards” and “/notes/:id”: one of them is called as the path. */
function App() {
  return (
    <LocationProvider>
      <Shown />
      <a id="cards" href="/cards?q=ttl#first">
        Cards
      </a>
      <a id="outside" href="https://elsewhere.example/">
        Elsewhere
      </a>
      <a id="part" href="#part">
        A part
      </a>
      <Router>
        <Route path="/" component={() => <h1>Today</h1>} />
        <Route path="/cards" component={() => <h1>Cards</h1>} />
        <Route path="/notes/:id" component={() => <h1>Note</h1>} />
      </Router>
    </LocationProvider>
  )
}

function Shown() {
  place = useLocation()
  return null
}

const root = document.createElement('div')
beforeAll(async () => {
  await import('../../client/under-a-path.ts')
  document.body.append(root)
  render(<App />, root)
})
afterAll(() => {
  render(null, root)
  delete document.documentElement.dataset['base']
})

const heading = () => root.querySelector('h1')?.textContent
const hrefOf = (id: string) => root.querySelector(`#${id}`)?.getAttribute('href')

test('a link within the app leads under its path; one elsewhere, or within the page, stays as it is', () => {
  expect(hrefOf('cards')).toBe('/cards/cards?q=ttl#first')
  expect(hrefOf('outside')).toBe('https://elsewhere.example/')
  expect(hrefOf('part')).toBe('#part')
})

test('pages see their addresses as if the app lay at the root', async () => {
  expect([place.path, place.url, heading()]).toEqual(['/', '/', 'Today'])
  place.route('/notes/7?line=3')
  await expect.poll(heading).toBe('Note')
  expect([place.path, place.url, place.query]).toEqual(['/notes/7', '/notes/7?line=3', { line: '3' }])
  expect(location.pathname + location.search).toBe('/cards/notes/7?line=3')
  root.querySelector<HTMLAnchorElement>('#cards')?.click()
  await expect.poll(heading).toBe('Cards')
  expect([place.path, location.pathname]).toEqual(['/cards', '/cards/cards'])
  place.route('/', true)
  await expect.poll(heading).toBe('Today')
  expect(location.pathname).toBe('/cards/')
})

test('what this browser keeps is apart from that of a Recollect under another path', async () => {
  const { ofLearner } = await import('../../client/api/whose-page.ts')
  expect(ofLearner('recollect')).toBe('recollect/cards')
})
