/** A press of a key as the page would hear it; `more` says what else is true of it. */
export const press = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})
