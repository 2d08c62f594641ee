/** One sentence, as plain text, that says what a wrong option is the answer to. */
export function explainOption(
  origin: { readonly front: string; readonly back: string },
  option = origin.back,
): string {
  const answer = plain(option).replace(/[.;]$/, '')
  const question = plain(origin.front)
  if (question.includes('___')) return `“${answer}” fills the gap in: ${question}`
  if (origin.back.includes('\n')) return `“${answer}” is one of the answers to: ${question}`
  return `“${answer}” is the answer to: ${question}`
}

function plain(markdown: string): string {
  return markdown.replace(/`/g, '').replace(/\s+/g, ' ').trim()
}
