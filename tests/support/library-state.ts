import type { CardReply, CardView, CardsReply } from '../../shared/api/cards.ts'
import type { ConceptReply, ConceptsReply } from '../../shared/api/concepts.ts'
import type { InboxReply } from '../../shared/api/inbox.ts'
import type { NoteReply, NotesReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'

/** What a test of notes and cards asks of a live server. */
export function askLibrary(url: string) {
  const get = async <Reply>(path: string): Promise<Reply> => {
    const response = await fetch(`${url}/api/v1${path}`)
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Reply>
  }
  const cards = async () => (await get<CardsReply>('/cards?limit=200')).cards
  const note = async (path: string): Promise<NoteReply> => {
    const row = (await get<NotesReply>('/notes')).notes.find((one) => one.path === path)
    if (row === undefined) throw new Error(`There is no note ${path}.`)
    return get<NoteReply>(`/notes/${row.id}`)
  }
  const concept = async (term: string): Promise<ConceptReply> => {
    const row = (await get<ConceptsReply>('/concepts?limit=200&sort=az')).concepts.find(
      (one) => one.term === term,
    )
    if (row === undefined) throw new Error(`There is no concept ${term}.`)
    return get<ConceptReply>(`/concepts/${row.id}`)
  }
  return {
    cards,
    note,
    concept,
    card: (id: string) => get<CardReply>(`/cards/${id}`),
    inbox: () => get<InboxReply>('/inbox'),
    queueIds: async () => (await get<QueueReply>('/queue?zone=UTC&limit=200')).cards.map((card) => card.id),
    /** The card whose answer holds these words. */
    cardAbout: async (words: string): Promise<CardView> => {
      const found = (await cards()).find((card) => card.back.toLowerCase().includes(words.toLowerCase()))
      if (found === undefined) throw new Error(`There is no card about “${words}”.`)
      return found
    },
    /** Notes, cards with their schedules and answers, concepts, what waits and what is asked; rows never go, so those at rest are left out. */
    everything: async () => {
      const [notes, all, concepts, inbox, queue] = await Promise.all([
        get<NotesReply>('/notes'),
        cards(),
        get<ConceptsReply>('/concepts?limit=200&sort=az'),
        get<InboxReply>('/inbox'),
        get<QueueReply>('/queue?zone=UTC&limit=200'),
      ])
      const inUse = all.filter(({ status }) => status !== 'retired')
      const full = await Promise.all(inUse.map(({ id }) => get<CardReply>(`/cards/${id}`)))
      const present = notes.notes.filter(({ missing }) => !missing)
      return { notes: present, cards: full, concepts, inbox, queue }
    },
  }
}
