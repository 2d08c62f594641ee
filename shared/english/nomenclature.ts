/** Endings by which fields name their substances, processes and qualities. */
const endings =
  /(?:ase|[^aeiou]in|ine|sis|tion|sion|ity|ism|oid|ium|gen|cyte|ology|itis|emia|ance|ence|ency|ancy|ment|graphy|metry|lysis|plasm|some|phil|phobe|ide|ate|ol)s?$/i

/** True for a word that is made like the names of substances, processes and qualities: "helicase", "inflation". */
export const isNomenclature = (word: string): boolean => endings.test(word)
