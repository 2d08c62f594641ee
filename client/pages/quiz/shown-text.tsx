import type { QuizQuestionView } from '../../../shared/api/quizzes.ts'

/** A text of a question as the server laid it out; what the learner wrote stands as it was written. */
export function ShownText(props: {
  readonly text: string
  readonly texts: QuizQuestionView['texts']
  readonly class?: string
}) {
  const { text, texts, class: name = 'face' } = props
  const side = Object.hasOwn(texts, text) ? texts[text] : undefined
  if (side === undefined)
    return (
      <span class={name} dir="auto">
        {text}
      </span>
    )
  // A block of code is no part of a line.
  const Tag = /^<(?:p|pre|ul|ol|table|blockquote)\b/.test(side.html) ? 'div' : 'span'
  return <Tag class={name} dir="auto" lang={side.lang} dangerouslySetInnerHTML={{ __html: side.html }} />
}

/** A text of a question in plain words, for names that are read aloud. */
export function plainWords(text: string, texts: QuizQuestionView['texts']): string {
  return Object.hasOwn(texts, text) ? (texts[text]?.text ?? text) : text
}
