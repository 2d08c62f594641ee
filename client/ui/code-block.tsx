import { useEffect, useState } from 'preact/hooks'
import { highlighterOf } from '../../shared/note/code-html.ts'
import './code-block.css'

interface CodeBlockProps {
  readonly code: string
  /** What stands behind the opening fence. */
  readonly info: string
}

type Colour = (code: string, language: string) => string

/** The highlighter comes with the first code whose language it knows. */
let colour: Colour | null = null

/** Code with its lines, coloured where its language is known. Made of inline elements: it may stand in a row or a button. */
export function CodeBlock({ code, info }: CodeBlockProps) {
  const language = highlighterOf(code, info)
  const [, setReady] = useState(colour !== null)
  useEffect(() => {
    if (colour !== null || language === undefined) return
    import('./colour-code.ts').then(
      (module) => {
        colour = module.colourCode
        setReady(true)
      },
      () => {},
    )
  }, [language])
  if (colour === null || language === undefined) {
    return (
      <code class="code-block" dir="ltr">
        {code}
      </code>
    )
  }
  return <code class="code-block" dir="ltr" dangerouslySetInnerHTML={{ __html: colour(code, language) }} />
}
