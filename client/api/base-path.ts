/** The path that the app lies under, such as “/cards”: the server writes it into the page. Empty at the root of its host. */
export const basePath: string = globalThis.document?.documentElement.dataset['base'] ?? ''

/** Which of the app’s own addresses the window shows, the path before it left out. */
export const shownPath = (): string => location.pathname.slice(basePath.length)
