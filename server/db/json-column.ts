declare const held: unique symbol

/** The text of a JSON column, which the compiler knows the value of. */
export type Json<Value> = string & { readonly [held]: Value }

/** A value as the text that a JSON column holds. */
export function toJson<Value>(value: Value): Json<Value> {
  return JSON.stringify(value) as Json<Value>
}

/** The value of a JSON column. Nothing but the server writes them, so it is what was put in. */
export function fromJson<Value>(json: Json<Value>): Value {
  return JSON.parse(json) as Value
}
