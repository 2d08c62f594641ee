const kinds =
  /(?:language|framework|library|tool|toolkit|database|protocol|pattern|format|algorithm|platform|service|system|method|technique|approach|process|standard|architecture|engine|model|paradigm|structure|interface|principle|practice|style|strategy|specification|runtime|environment|server|client|manager|layer|mechanism|convention|concept|theory|law|effect|disease|organ|molecule|element|plant|animal|country|city|war|treaty|instrument|unit|measure|function|operator|command|type|class|object|component|device|network|attack|vulnerability|extension|plugin|package|module|superset|subset|alternative|collection|set|\bway|form)$/i

/** True when a noun phrase ends in the name of a kind, so that it says what something is. */
export function isKind(phrase: string): boolean {
  return kinds.test(phrase)
}
