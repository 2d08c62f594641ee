/** The fields of `values` that are not undefined. */
export function defined<Values extends object>(
  values: Values,
): { [Field in keyof Values]?: Exclude<Values[Field], undefined> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [Field in keyof Values]?: Exclude<Values[Field], undefined> }
}
