// What a typed answer needs once it is sent: loaded with the first card that can be typed.
export { checkTyped, otherTerms } from './check-typed.ts'
export { TypedResult, verdictSentence } from './typed-result.tsx'
