/** The numbers that are one short word, each in its own place: "three" stands at 3. */
export const numberNames: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
