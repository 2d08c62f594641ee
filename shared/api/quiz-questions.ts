import { Type } from 'typebox'
import { type Confidence, type GivenAnswer, type Judged, confidences } from '../quiz/given-answer.ts'
import { type QuestionKind, type QuizQuestion, questionKinds } from '../quiz/question.ts'
import type { Side } from '../card/kinds/kind-rules.ts'
import { Count, Nullable, Text, closed } from './common.ts'

/** `QuestionKind` of shared/quiz/question.ts. */
export const QuestionKindView = Type.Unsafe<QuestionKind>(
  Type.Union(questionKinds.map((kind) => Type.Literal(kind))),
)
/** How sure the learner was before they saw the verdict: under 67 %, up to 80 %, above. */
export const ConfidenceView = Type.Unsafe<Confidence>(
  Type.Union(confidences.map((confidence) => Type.Literal(confidence))),
)

const kind = <Kind extends string>(name: Kind) => ({ kind: Type.Literal(name) })
const Texts = Type.Array(Type.String())

/** One side of a card before it is rendered. Markdown. */
const RawSide = Type.Unsafe<Side>(
  Type.Union([
    Type.Object({ ...kind('text'), text: Type.String() }, closed),
    Type.Object({ ...kind('gap'), before: Type.String(), after: Type.String() }, closed),
    Type.Object({ ...kind('items'), items: Texts }, closed),
  ]),
)

/** Where the notes say so. */
const Quotes = Type.Array(
  Type.Object({ file: Type.String(), lines: Type.Array(Type.Integer()), heading: Texts, text: Texts }),
)

/** Accents may be left out. */
const FreeAccents = Type.Optional(Type.Literal('free'))

/** How what was typed is held against what is right: by its spelling, item by item, or by ticking ideas. */
const Check = Type.Union([
  Type.Object(
    {
      ...kind('spelling'),
      answers: Texts,
      mode: Type.Union([Type.Literal('text'), Type.Literal('code')]),
      examples: Texts,
      accents: FreeAccents,
    },
    closed,
  ),
  Type.Object({ ...kind('items'), items: Type.Array(Texts), accents: FreeAccents }, closed),
  Type.Object({ ...kind('ideas'), ideas: Texts }, closed),
])

const Options = Type.Array(
  Type.Object(
    { text: Type.String(), origin: Nullable(Type.String()), whyWrong: Nullable(Type.String()) },
    closed,
  ),
)
const TypedControl = Type.Object(
  { ...kind('typed'), answer: Type.String(), check: Check, alsoRight: Texts },
  closed,
)
const OptionsControl = Type.Object(
  { ...kind('options'), options: Options, keyIndex: Type.Integer(), answer: Type.String() },
  closed,
)

const base = {
  id: Type.String(),
  cardId: Type.String(),
  factKey: Type.String(),
  conceptId: Type.String(),
  concept: Type.String(),
  prompt: RawSide,
  guessChance: Type.Number(),
  evidence: Type.Union([Type.Literal('recognition'), Type.Literal('recall')]),
  sources: Quotes,
}

/** `QuizQuestion` of shared/quiz/question.ts: it holds all it takes to judge and explain it, so a page needs no server. */
export const QuizQuestionData = Type.Unsafe<QuizQuestion>(
  Type.Union([
    Type.Object({ ...base, ...kind('typed'), control: TypedControl }, closed),
    Type.Object(
      {
        ...base,
        ...kind('problem'),
        asks: Type.Union([Type.Literal('solution'), Type.Literal('problem')]),
        control: Type.Union([TypedControl, OptionsControl]),
      },
      closed,
    ),
    Type.Object({ ...base, ...kind('multiple_choice'), control: OptionsControl }, closed),
    Type.Object(
      { ...base, ...kind('own_choice'), options: Options, keyIndexes: Type.Array(Type.Integer()) },
      closed,
    ),
    Type.Object({ ...base, ...kind('order'), steps: Texts, rightOrder: Type.Array(Type.Integer()) }, closed),
    Type.Object(
      {
        ...base,
        ...kind('match'),
        pairs: Type.Array(
          Type.Object(
            {
              cardId: Type.String(),
              factKey: Type.String(),
              conceptId: Type.String(),
              left: Type.String(),
              rightIndex: Type.Integer(),
              sources: Quotes,
            },
            closed,
          ),
        ),
        rights: Texts,
      },
      closed,
    ),
    Type.Object(
      {
        ...base,
        ...kind('true_false'),
        truth: Type.Boolean(),
        said: Type.String(),
        answer: Type.String(),
        correction: Nullable(Check),
        whyWrong: Nullable(Type.String()),
      },
      closed,
    ),
    Type.Object(
      {
        ...base,
        ...kind('confusable'),
        control: OptionsControl,
        apart: Type.Array(Type.Object({ name: Type.String(), said: Type.String() }, closed)),
      },
      closed,
    ),
  ]),
)

const Place = Type.Integer({ minimum: 0, maximum: 99 })
const Places = Type.Array(Place, { maxItems: 100, uniqueItems: true })
const typed = Text(5000)

/** What a learner gives. Which of them a question takes depends on its kind; another one is refused. */
export const GivenAnswerData = Type.Unsafe<GivenAnswer>(
  Type.Union([
    Type.Object(kind('unknown'), closed),
    Type.Object({ ...kind('text'), text: typed, ticked: Type.Optional(Places) }, closed),
    Type.Object({ ...kind('option'), index: Place }, closed),
    Type.Object({ ...kind('options'), indexes: Places }, closed),
    Type.Object({ ...kind('order'), order: Places }, closed),
    Type.Object({ ...kind('pairs'), rights: Type.Array(Nullable(Place), { maxItems: 100 }) }, closed),
    Type.Object(
      {
        ...kind('truth'),
        says: Type.Boolean(),
        correction: Type.Optional(typed),
        ticked: Type.Optional(Places),
      },
      closed,
    ),
  ]),
)

const Verdict = Type.Union([Type.Literal('right'), Type.Literal('near'), Type.Literal('wrong')])

/** `Judged` of shared/quiz/given-answer.ts. */
export const JudgedData = Type.Unsafe<Judged>(
  Type.Object(
    {
      verdict: Verdict,
      credit: Type.Number(),
      parts: Type.Array(
        Type.Object({ text: Type.String(), verdict: Verdict, given: Nullable(Type.String()) }, closed),
      ),
      evidence: base.evidence,
      guessChance: Type.Number(),
      cards: Type.Array(
        Type.Object({ cardId: Type.String(), factKey: Type.String(), verdict: Verdict }, closed),
      ),
      matched: Nullable(Type.String()),
      canAppeal: Type.Boolean(),
    },
    closed,
  ),
)

/** A share with the range that so few answers leave open. */
export const ShareRange = Type.Object({ low: Type.Number(), high: Type.Number() }, closed)
export const AskedAndRight = { asked: Count, right: Count }
