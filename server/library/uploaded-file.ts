/** A file as it was sent. */
export interface UploadedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A file that was not taken, with the reason. */
export interface RefusedFile {
  readonly path: string
  readonly code: string
  readonly sentence: string
}
