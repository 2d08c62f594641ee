import { wordSet } from '../basics/text.ts'

const irregular = wordSet(`
  people men women children feet teeth geese mice lice oxen police cattle data media criteria phenomena bacteria
  mitochondria strata errata automata quanta symposia ganglia stomata schemata stigmata genera spectra maxima minima
  optima larvae algae vertebrae antennae formulae nebulae fungi nuclei radii stimuli alveoli bacilli foci loci cacti
  alumni villi bronchi cilia flagella ova crania hyphae wolves knives selves shelves wives loaves
  thieves calves deer sheep fish species series`)

/** True for a plural that no "-s" shows: those of Old English, Latin and Greek. */
export const isIrregularPlural = (word: string): boolean =>
  irregular.has(word) ||
  (/[a-z]{3}ae$/.test(word) && word !== 'reggae') ||
  (/[a-z]{3}men$/.test(word) && !/^(?:specimen|regimen|acumen|abdomen|semen|stamen|lumen|omen)$/.test(word))
