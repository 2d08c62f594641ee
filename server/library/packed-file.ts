/** A file in an archive, as far as its list tells. */
export interface PackedFile {
  /** Its path, as the format has it. */
  readonly name: string
  /** The path in bytes, where the format does not say how it is written. */
  readonly rawName: Uint8Array | null
  readonly size: number
  readonly isLocked: boolean
  readonly read: () => Promise<Uint8Array>
}
