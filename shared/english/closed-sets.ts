/**
 * Nouns whose plural is a whole that is told apart into a few: "levels", "stages", "kinds". Of anything else ("skills",
 * "benefits") there is always one more.
 */
export const partition =
  /(?:^|\s|-)(?:axes|categories|classes|components|degrees|dimensions|directions|divisions|factors|forms|halves|kinds|laws|layers|levels|modes|parts|periods|phases|pillars|properties|ranks|relationships|roles|sides|sorts|stages|states|steps|subtypes|tenses|tiers|types|variants|varieties)$/i
