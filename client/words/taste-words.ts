import type { TasteReply } from '../../shared/api/taste.ts'
import type { QuestionForm } from '../../shared/card/worth/question-form.ts'
import type { SourceLayout } from '../../shared/card/worth/source-layout.ts'
import type { NoteGenre } from '../../shared/note/note-genre.ts'

type Trait = TasteReply['rows'][number]['trait']

/** What cards are counted by. */
export const traitWords: Readonly<Record<Trait, string>> = {
  form: 'By their question',
  layout: 'By what their lines look like',
  genre: 'By the kind of note',
}

const formWords: Readonly<Record<QuestionForm, string>> = {
  'fill the gap': 'A sentence with a gap',
  'term for a meaning': 'Which term means …?',
  'word in another language': 'A word in another language',
  'stands for': 'What does … stand for?',
  difference: 'How do … and … differ?',
  example: 'Give an example of …',
  'name some of many': 'Name some of …',
  'name all': 'Name all of …',
  'topics of': 'Which topics belong to …?',
  'what kind': 'What kind of … is it?',
  'good practice': 'What is good practice for …?',
  purpose: 'What is the purpose of …?',
  'used for': 'What is … used for?',
  'benefit or drawback': 'What is a benefit or drawback of …?',
  'one property of a thing': 'What is the … of …?',
  'in a certain respect': 'What is the …?',
  'what does it do': 'What does … do?',
  'what does it allow': 'What does … allow?',
  'what does it involve': 'What does … involve?',
  'what does it mean': 'What does … mean?',
  'what is it': 'What is …?',
  'what else': 'Any other “What …?”',
  which: 'Which …?',
  'how can a problem be solved': 'How can … be solved?',
  'how should you': 'How should you …?',
  'how do you': 'How do you …?',
  'how else': 'Any other “How …?”',
  'why does it matter': 'Why does … matter?',
  'why do as advised': 'Why do as advised?',
  why: 'Why …?',
  'when, where or who': 'When, where or who …?',
  'yes or no': 'A question answered by yes or no',
  cue: 'A cue that is no question',
}

const layoutWords: Readonly<Record<SourceLayout, string>> = {
  'written as a card': 'Written as a card',
  'row of a table': 'A row of a table',
  'command or code below a title': 'Code below a title',
  'heading and what stands below it': 'A heading and what stands below it',
  'label in bold with its text': 'A bold label with its text',
  'label with its text': 'A label with its text',
  'step of a numbered list': 'A step of a numbered list',
  'item of a list': 'An item of a list',
  'several items of a list': 'Several items of a list',
  prose: 'Running text',
}

const genreWords: Readonly<Record<NoteGenre, string>> = {
  study: 'Study notes',
  how_to: 'Instructions',
  project: 'Notes on a project',
  portfolio: 'Notes on what was learned and used',
  diary: 'Diaries',
}

const namesOf: Readonly<Record<Trait, Readonly<Record<string, string>>>> = {
  form: formWords,
  layout: layoutWords,
  genre: genreWords,
}

/** What cards of one kind are called; a kind that this page does not know yet by its own name. */
export function tasteName({ trait, name }: Pick<TasteReply['rows'][number], 'trait' | 'name'>): string {
  return namesOf[trait][name] ?? name
}
