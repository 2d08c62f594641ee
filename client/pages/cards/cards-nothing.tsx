import type { FoundCards } from '../../state/use-card-pages.ts'
import { paths } from '../../router.ts'
import { Empty } from '../../ui/states.tsx'
import { counted } from '../../words/words.ts'

interface CardsNothingProps {
  readonly found: FoundCards
  readonly onSearch: (q: string) => void
}

/** A search that found nothing: which term is to blame, and what is found without it. */
export function CardsNothing({ found, onSearch }: CardsNothingProps) {
  const { unmatched, relaxed } = found.reply
  if (found.q === '') {
    return (
      <Empty
        action={
          <a class="btn" href={paths.notes}>
            Bring in notes
          </a>
        }
      >
        Cards are made from your notes. There are none yet.
      </Empty>
    )
  }
  const easier = relaxed ?? { q: '', total: null }
  return (
    <Empty
      action={
        <button type="button" class="btn quiet" onClick={() => onSearch(easier.q)}>
          {easier.total === null ? 'Show all cards' : `Search ${easier.q}: ${counted(easier.total, 'card')}`}
        </button>
      }
    >
      {unmatched.length === 0
        ? 'Each of these terms fits some cards, but no card fits them all.'
        : `No card fits ${unmatched.map(({ text }) => text).join(', nor ')}.`}
    </Empty>
  )
}
