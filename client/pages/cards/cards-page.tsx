import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type CardSort, cardSorts } from '../../../shared/api/cards.ts'
import { parseCardQuery } from '../../../shared/card/parse-card-query.ts'
import { paths } from '../../router.ts'
import { studyAddress } from '../../state/review-address.ts'
import { useCardPages } from '../../state/use-card-pages.ts'
import { Page } from '../../ui/page.tsx'
import { QuietStrip } from '../../ui/quiet-strip.tsx'
import { Failure, Loading } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'
import { CardsDesk } from './cards-desk.tsx'
import { CardsNothing } from './cards-nothing.tsx'
import { CardsQuery } from './cards-query.tsx'
import { SavedSearches } from './cards-saved.tsx'
import { LibraryTabs } from '../frame/library-tabs.tsx'
import './cards-page.css'

const sortNames: Readonly<Record<CardSort, string>> = {
  made: 'First made',
  due: 'Due first',
  interval: 'Longest interval',
  ease: 'Ease, lowest',
  lapses: 'Most lapses',
  answers: 'Most answers',
}

const searchAfterMs = 120

/** Every card, by a query that stands in the address. */
export function CardsPage() {
  const { query, route } = useLocation()
  const q = query['q'] ?? ''
  const sort = cardSorts.find((one) => one === query['sort']) ?? 'made'
  const openId = query['card']
  const [typed, setTyped] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Going back and forth, or choosing a saved search, writes into the field.
  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  const pages = useCardPages(q, sort)
  const { found, error } = pages
  const { problems } = parseCardQuery(typed)
  const show = (next: { q?: string; sort?: CardSort; card?: string | null }, replaces = true) =>
    route(addressOf({ q, sort, card: openId ?? null, ...next }), replaces)
  const search = (text: string) => {
    clearTimeout(timer.current)
    setTyped(text)
    if (parseCardQuery(text).problems.length === 0) show({ q: text.trim(), card: null })
  }
  // Half a term may be a word that is found: “is” on the way to “is:due”.
  const type = (text: string) => {
    clearTimeout(timer.current)
    setTyped(text)
    timer.current = setTimeout(() => search(text), searchAfterMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <Page heading="Cards" sub="Every card of your notes: find some, and change many at once.">
      <LibraryTabs here="cards" />
      <CardsQuery text={typed} problems={problems} onType={type} onChoose={search} />
      <div class="cards-tools">
        <p class="nums" role="status">
          {found === null ? '' : `${counted(found.reply.total, 'card')}${pages.isBehind ? ' …' : ''}`}
        </p>
        {found === null || found.reply.total === 0 ? null : (
          <a href={found.q === '' ? paths.study : studyAddress({ q: found.q })}>Study these</a>
        )}
        <QuietStrip />
        <SavedSearches q={q} onChoose={search} />
        <label class="row cards-sort">
          <span>Sort by</span>
          <select
            class="input"
            value={sort}
            onChange={(event) => show({ sort: event.currentTarget.value as CardSort })}
          >
            {cardSorts.map((one) => (
              <option key={one} value={one}>
                {sortNames[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error === null ? null : (
        <Failure what="Could not search the cards." error={error} onRetry={pages.reload} />
      )}
      {found === null && error === null ? <Loading /> : null}
      {found !== null && found.reply.total === 0 ? <CardsNothing found={found} onSearch={search} /> : null}
      {found !== null && found.reply.total > 0 ? (
        <CardsDesk
          key={`${found.q} ${found.sort}`}
          found={found}
          pages={pages}
          openId={openId}
          onOpen={(id) => show({ card: id }, openId !== undefined)}
          onClose={() => show({ card: null })}
        />
      ) : null}
    </Page>
  )
}

function addressOf({ q, sort, card }: { q: string; sort: CardSort; card: string | null }): string {
  const address = paths.cards(q, card ?? undefined)
  if (sort === 'made') return address
  return `${address}${address.includes('?') ? '&' : '?'}sort=${sort}`
}
