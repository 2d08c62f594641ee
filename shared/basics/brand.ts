declare const brand: unique symbol

/** A plain value that the compiler keeps apart from others of the same shape: `Brand<string, 'CardId'>`. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }

/** Ends a `switch` over a union: a kind that is not handled is an error for the compiler, and for us. */
export function assertNever(value: never): never {
  throw new Error(`Inconsistent: unhandled case ${JSON.stringify(value)}`)
}
