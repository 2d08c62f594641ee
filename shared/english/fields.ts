import { wordCount } from '../basics/text.ts'
import { namesSection } from './general-nouns.ts'

/** "-ology", "-ics", "-nomy": what is studied, by its ending. */
const fieldEnding =
  /(?:(?<!ap|an|ter)olog(?:y)|(?:^|[^e])conomics|onomy|ography|ometry|matics|istics|(?:^|[\s-])physics|dynamics|netics|onetics|ethics|obotics|ronics|optics|mechanics|omics|euclidean geometry)$/i

/** What is studied or practised under a name of its own. */
const fieldNoun =
  /^(?:accounting|acoustics|agriculture|algebra|anatomy|architecture|arithmetic|botany|calculus|chemistry|civics|computing|cookery|cooking|counterpoint|design|development|engineering|finance|forestry|gardening|genetics|geometry|grammar|harmony|journalism|knitting|law|learning|logic|management|marketing|mathematics|medicine|mining|music|navigation|networking|nursing|pedagogy|pharmacy|philosophy|photography|physics|poetics|poetry|politics|programming|prosody|psychiatry|rhetoric|sailing|security|sociology|statistics|surgery|taxation|testing|theatre|theology|trigonometry|weaving|zoology)$/i

/**
 * The field that a heading names, as it stands after "in": "developmental psychology", "database design". Nothing for a thing,
 * a person, or a part of a note.
 */
export function fieldOf(heading: string): string | undefined {
  const bare = heading
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/^(?:a little|a bit of|more|other|some) /i, '')
    .trim()
  const last = bare.split(' ').at(-1) ?? ''
  if (wordCount(bare) > 3 || namesSection(bare) || !/^[\p{L}\s-]+$/u.test(bare) || joins.test(bare))
    return undefined
  return fieldEnding.test(bare) || fieldNoun.test(last) ? bare.toLowerCase() : undefined
}

const joins = /\s(?:and|or|vs|versus|for|with|in|of|to)\s/i
