const month =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`
const yearOfIt = String.raw`,? \d{3,4}`

const dayOf = new RegExp(
  String.raw`^(?:the )?(?:${day} (?:of )?(?:${month})\.?|(?:${month})\.? ${day})(?:${yearOfIt})?$`,
  'i',
)

/** "23rd October 1962", "May 8, 1945", "the 4th of July": a day has events and no definition. */
export const isDay = (text: string): boolean => dayOf.test(text.trim())
