import { api } from '../../api-client.ts'
import { dataHelpPath, levelsPath, notesHelpPath } from '../../help-paths.ts'
import { paths } from '../../router.ts'
import { deviceZone, setSingleKeys, singleKeys } from '../../state/device.ts'
import { type KeyNames, shortcutOf } from '../../keys/keys.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { draftOffer } from '../../state/draft-request.ts'
import { overlay } from '../../state/overlay.ts'
import { studyAddress } from '../../state/review-address.ts'
import { asTyped } from '../../state/typed-names.ts'
import { settings, takeSettings } from '../../state/settings-state.ts'
import { toApiError } from '../../state/use-resource.ts'

/** One line of the palette: a place to go, or something to do. */
export interface PaletteEntry {
  readonly group: 'Go' | 'Do' | 'Card' | 'Note' | 'Concept'
  readonly name: string
  /** What it is called by itself, where the name says more. */
  readonly title?: string
  /** Other words under which it is found. */
  readonly also?: string
  readonly keys?: () => string | undefined
  readonly href?: string
  /** Does it, and says what came of it. */
  readonly run?: () => Promise<string> | string | undefined
}

const places: readonly PaletteEntry[] = [
  { group: 'Go', name: 'Today', href: paths.today, keys: goTo('today') },
  { group: 'Go', name: 'Start review', href: paths.review() },
  { group: 'Go', name: 'Study something else', also: 'choose topic concept tag folder', href: paths.study },
  { group: 'Go', name: 'Study your weakest cards', href: studyAddress({ state: 'weak' }) },
  {
    group: 'Go',
    name: 'Study cards you keep forgetting',
    also: 'leech hard',
    href: studyAddress({ state: 'leech' }),
  },
  { group: 'Go', name: 'Study cards never seen', also: 'new unseen', href: studyAddress({ state: 'new' }) },
  { group: 'Go', name: 'Study ahead of time', also: 'coming days', href: studyAddress({ state: 'ahead' }) },
  { group: 'Go', name: 'Quiz', href: paths.quiz(), keys: goTo('quiz') },
  { group: 'Go', name: 'Concepts', href: paths.concepts, keys: goTo('concepts') },
  { group: 'Go', name: 'Notes', also: 'library import bring in', href: paths.notes, keys: goTo('library') },
  { group: 'Go', name: 'Cards', also: 'browse search', href: paths.cards() },
  { group: 'Go', name: 'Cards that are due', href: paths.cards('is:due') },
  { group: 'Go', name: 'Cards you keep forgetting', also: 'leech hard', href: paths.cards('is:leech') },
  { group: 'Go', name: 'Flagged cards', href: paths.cards('is:flagged') },
  { group: 'Go', name: 'Suspended cards', href: paths.cards('is:suspended') },
  { group: 'Go', name: 'Inbox', href: paths.inbox(), keys: goTo('inbox') },
  { group: 'Go', name: 'Skim new cards', also: 'keep drop', href: paths.skim(), keys: goTo('skim') },
  { group: 'Go', name: 'Changes', also: 'undo history', href: paths.changes },
  {
    group: 'Go',
    name: 'Stats',
    also: 'statistics workload simulator',
    href: paths.stats,
    keys: goTo('stats'),
  },
  {
    group: 'Go',
    name: 'Help: how a note becomes cards',
    also: 'syntax write markdown gap cloze',
    href: notesHelpPath,
  },
  {
    group: 'Go',
    name: 'Help: levels and predictions',
    also: 'mastery thresholds familiar solid durable recall',
    href: levelsPath,
  },
  {
    group: 'Go',
    name: 'Help: where your data lies',
    also: 'backup folder export privacy device offline',
    href: dataHelpPath,
  },
  { group: 'Go', name: 'Settings', also: 'options preferences scheduler keys theme', href: paths.settings },
]

const actions: readonly PaletteEntry[] = [
  {
    group: 'Do',
    name: 'Write a card',
    also: 'new add make',
    keys: () => shortcutOf('everywhere', 'card'),
    run: () => {
      openCardSheet()
      return undefined
    },
  },
  { group: 'Do', name: 'Write a new note', href: paths.newNote },
  { group: 'Do', name: 'Read the notes again', also: 'sync folder refresh', run: readFolder },
  { group: 'Do', name: 'Light theme', run: () => chooseTheme('light') },
  { group: 'Do', name: 'Dark theme', run: () => chooseTheme('dark') },
  { group: 'Do', name: 'Theme like the system', run: () => chooseTheme('system') },
  {
    group: 'Do',
    name: 'Single keys on or off',
    also: 'shortcuts',
    run: () => {
      setSingleKeys(!singleKeys.value)
      return singleKeys.value ? 'Single keys act.' : 'Single keys do nothing.'
    },
  },
  {
    group: 'Do',
    name: 'Keys of this page',
    also: 'help shortcuts',
    keys: () => shortcutOf('everywhere', 'keys'),
    run: () => {
      overlay.value = 'keys'
      return undefined
    },
  },
]

const drafts: PaletteEntry = {
  group: 'Do',
  name: 'Draft cards of this note',
  also: 'model suggest',
  keys: () => shortcutOf('note', 'draft'),
  run: () => {
    draftOffer.value?.()
    return undefined
  },
}

/** The places and actions whose words all begin or hold what was typed; all of them before anything was. */
export function commandsOf(typed: string): PaletteEntry[] {
  const parts = typed.toLowerCase().split(/\s+/)
  const offered = draftOffer.value === null ? [] : [drafts]
  return [...places, ...actions, ...offered].filter(({ name, also = '' }) => {
    const words = `${name} ${also}`.toLowerCase()
    return parts.every((part) => words.includes(part))
  })
}

/** What is called exactly what was typed comes first, whatever it is; all else keeps its order. */
export function exactFirst(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = asTyped(typed)
  const isExact = ({ name, title = name }: PaletteEntry) => asTyped(title) === wanted
  return [...entries.filter(isExact), ...entries.filter((entry) => !isExact(entry))]
}

const most = 5

/** Cards, notes and concepts that hold what was typed. What cannot be asked is left out: the rest is still of use. */
export async function findEverything(typed: string): Promise<PaletteEntry[]> {
  const q = `"${typed.replaceAll(/["“”„]/g, ' ')}"`
  const wanted = asTyped(typed)
  const named = (name: string) => asTyped(name).includes(wanted)
  const [cards, notes, concepts] = await Promise.all([
    api.searchCards({ q, limit: most, zone: deviceZone() }).catch(() => null),
    api.notes().catch(() => null),
    api.concepts({ q: typed, limit: most }).catch(() => null),
  ])
  return [
    ...(concepts?.concepts ?? []).map(({ id, term }): PaletteEntry => ({
      group: 'Concept',
      name: term,
      href: paths.concept(id),
    })),
    ...(notes?.notes ?? [])
      .filter(({ title, path }) => named(title) || named(path))
      .slice(0, most)
      .map(({ id, title, path }): PaletteEntry => ({
        group: 'Note',
        name: `${title} (${path})`,
        title,
        href: paths.note(id),
      })),
    ...(cards?.cards ?? []).map(({ id, front }): PaletteEntry => ({
      group: 'Card',
      name: front.replaceAll('`', ''),
      href: paths.cards(q, id),
    })),
  ]
}

/** The two keys that go to a place, as they are chosen when the palette is open. */
function goTo(place: KeyNames<'go'>): () => string | undefined {
  return () => {
    const first = shortcutOf('everywhere', 'go')
    return first === undefined ? undefined : `${first} ${shortcutOf('go', place)}`
  }
}

async function readFolder(): Promise<string> {
  try {
    await api.readFolder()
    return 'The notes were read again.'
  } catch (reason) {
    return `Not read. ${toApiError(reason).message}`
  }
}

async function chooseTheme(theme: 'light' | 'dark' | 'system'): Promise<string> {
  takeSettings({ ...settings.value, theme })
  try {
    takeSettings(await api.changeSettings({ theme }))
    return 'Saved.'
  } catch (reason) {
    return `Not saved. ${toApiError(reason).message}`
  }
}
