import { isAscii, remembering, wordSet } from '../basics/text.ts'

const english = wordSet(
  `the of and a an to is are in that for with on as by it its from at be this which or not can when how what into your you will has have`,
)

/** Words that hold sentences of other languages in Latin script together, and no English ones. */
const others = wordSet(
  `der die das ein eine einen einem einer und ist nicht mit für von zu den dem des im auf sich wird werden oder bei durch
  le la les un une et est pour dans avec du au aux qui que sur par ne pas ce cette
  el los las una y es para con del por como su se lo
  il gli di che è per della nel sono
  os uma e é com não do da dos das em
  de het een en van voor met zijn niet och att det som är på av
  jest się nie w z na bir ve için ile`,
)

/** True for a text that is not English, by its script or by the small words that hold it together. */
export const isForeign = remembering((text): boolean => {
  const bare = /[`$]/.test(text) ? text.replace(/`[^`]*`|\$[^$]*\$/g, ' ') : text
  if (isAscii(bare)) {
    const { own, foreign } = countSmallWords(bare)
    return foreign >= 2 && foreign > own
  }
  const letters = bare.match(/\p{L}/gu)?.length ?? 0
  const latin = bare.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters === 0) return false
  if (latin * 2 < letters) return true
  const found = bare.toLowerCase().match(/\p{L}+/gu) ?? []
  const own = found.filter((word) => english.has(word)).length
  const foreign = found.filter((word) => others.has(word)).length
  if (own >= foreign) return false
  return foreign >= 2 || /[äöüßàâçéèêëîïôùûñáíóúãõåøæœąćęłńśźżğışő]/i.test(bare)
})

/** No small word is longer. */
const longestSmall = 6

/** The small words of a text in plain letters: most lines of most notes are such, so they are read without patterns. */
function countSmallWords(text: string): { own: number; foreign: number } {
  let own = 0
  let foreign = 0
  let from = 0
  const level = text.toLowerCase()
  const { length } = level
  for (let i = 0; i <= length; i++) {
    const unit = i < length ? level.charCodeAt(i) : 0
    if (unit >= 97 && unit <= 122) continue
    if (i > from && i - from <= longestSmall) {
      const word = level.slice(from, i)
      if (english.has(word)) own++
      if (others.has(word)) foreign++
    }
    from = i + 1
  }
  return { own, foreign }
}
