import { type Case, firstAnswer } from '../../basics/first-answer.ts'
import { withoutPlace } from '../lint-rule.ts'

/** How a card asks, whatever it asks about. The names stand in the table of weights and before the learner. */
export const questionForms = [
  'fill the gap',
  'term for a meaning',
  'word in another language',
  'stands for',
  'difference',
  'example',
  'name some of many',
  'name all',
  'topics of',
  'what kind',
  'good practice',
  'purpose',
  'used for',
  'benefit or drawback',
  'one property of a thing',
  'in a certain respect',
  'what does it do',
  'what does it allow',
  'what does it involve',
  'what does it mean',
  'what is it',
  'what else',
  'which',
  'how can a problem be solved',
  'how should you',
  'how do you',
  'how else',
  'why does it matter',
  'why do as advised',
  'why',
  'when, where or who',
  'yes or no',
  'cue',
] as const
export type QuestionForm = (typeof questionForms)[number]

interface Asked {
  readonly kind: string
  /** The question without the place that it names first. */
  readonly text: string
}

/** The form of a card's question. */
export function questionForm(kind: string, front: string): QuestionForm {
  const bare = withoutPlace(front)
  const text = bare.replace(
    /^(?:In|On|With|For|At|By) [^?]{1,60}, (?=(?:how|what|which|where|when|why|who)\b)/i,
    '',
  )
  return firstAnswer(cases, { kind, text }) ?? 'cue'
}

type FormCase = Case<Asked, QuestionForm>

const kindCase =
  (form: QuestionForm, kind: string): FormCase =>
  (asked) =>
    asked.kind === kind ? form : undefined

const like =
  (form: QuestionForm, sign: RegExp): FormCase =>
  ({ text }) =>
    sign.test(text) ? form : undefined

/** In order: the first form that fits. */
const cases: readonly FormCase[] = [
  kindCase('fill the gap', 'cloze'),
  like(
    'word in another language',
    /^(?:what is “[^”]+” in \p{Lu}|what does “\S+” mean\?$|which word means)/iu,
  ),
  kindCase('term for a meaning', 'reverse'),
  like(
    'term for a meaning',
    /^(?:what is the term for|what (?:is|are) .{1,80} called\b|which term|what do you call)/i,
  ),
  like('stands for', /\bstands? for\?$|^what is the abbreviation/i),
  like('difference', /\bdiffer(?:s|ence|ent)?\b|\bcompared? (?:to|with)\b|\bin contrast\b/i),
  like('example', /^(?:give an example|what is an example)/i),
  like('topics of', /^which \p{L}+ topics/iu),
  like('name all', /^(?:name|list|give|state) (?:all|the|each)\b/i),
  like('name some of many', /^(?:name|list|give|state)\b/i),
  like('name all', /^(?:which|what) (?:are the )?(?:two|three|four|five|six|seven|eight|\d+)\b/i),
  like('what kind', /^what (?:kind|type|sort)s? of\b/i),
  like('good practice', /\bgood practice\b/i),
  like('purpose', /\b(?:purpose|aim|role|job) of\b/i),
  like(
    'used for',
    /\bused for\?|\bfor which .{1,80} used\b|\buse(?:d|s)? (?:as|of)\b|\bgood fit for\b|\bis .{1,60} for\?$/i,
  ),
  like(
    'benefit or drawback',
    /^what (?:is|are) (?:an?|the|one|some) (?:main |key )?(?:benefit|advantage|strength|drawback|disadvantage|downside|limitation|risk|trade-off|pro|con|cost)s?\b/i,
  ),
  like(
    'why does it matter',
    /^why (?:does|do|is|are) [^?]{1,80} (?:matter|important|crucial|essential|stand out)\b/i,
  ),
  like(
    'why do as advised',
    /^why (?!(?:do|does|did|is|are|was|were|can|could|should|must|may|might|will|would|has|have|had)\s)/i,
  ),
  like('why', /^why\b/i),
  like(
    'how can a problem be solved',
    /^(?:how can|what can you do|what helps|how (?:is|are) .{1,80} (?:solved|handled|avoided|prevented|mitigated|fixed))\b/i,
  ),
  like('how should you', /^(?:how|what) should\b|\bin practice\?$/i),
  like('how do you', /^how (?:do|would) (?:you|we|one|i)\b/i),
  like('how else', /^how\b/i),
  like('when, where or who', /^(?:when|where|who|whose|whom)\b/i),
  like(
    'what does it involve',
    /^what (?:do|does) .{1,80}? (?:involve|include|encourage|ensure|enable|emphasi[sz]e|promote|improve|boost|support|enhance|foster|focus on|offer|provide|require|help)\b/i,
  ),
  like('what does it allow', /^what (?:do|does) .{1,80}? (?:allow|let|enable)\b/i),
  like('what does it mean', /^what (?:do|does) .{1,80}? (?:mean|refer to)\b/i),
  like('what does it do', /^what (?:do|does|did) .{1,120} do\b/i),
  like('what else', /^what (?:do|does|did|happens?|can|could|must|may|will|would|has|have|had)\b/i),
  // "For the attack “XSS”, what is the goal?" was another question than "What is the goal of XSS?".
  like('one property of a thing', /^what (?:is|are|was|were) the [^?]{1,60}? (?:of|for|against) \S/i),
  like('in a certain respect', /^what (?:is|are|was|were) the\b|\bin terms of\b/i),
  like('what is it', /^(?:what|who) (?:is|are|was|were)\b/i),
  like('which', /^(?:which|what|whose|of which|in which|for which|by which|to which)\b/i),
  like('yes or no', /^(?:is|are|was|were|do|does|did|can|could|may|must|will|has|have)\b/i),
]
