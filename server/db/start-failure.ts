/** The server cannot start, for a reason its owner can mend. The sentence says what and how; no stack is shown. */
export class StartFailure extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartFailure'
  }
}

/** Another program holds the data folder. */
export class FolderInUse extends StartFailure {}

/** A backup that was not made, or cannot be used: nothing was changed. */
export class BackupFailure extends StartFailure {
  readonly why: 'noRoom' | 'notWritten' | 'unusable'
  constructor(why: BackupFailure['why'], sentence: string) {
    super(sentence)
    this.why = why
  }
}
