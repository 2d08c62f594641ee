/** Every way a request can be refused. `server/errors.ts` alone maps a code to a status and a title. */
export const refusalCodes = [
  'not_found',
  'unknown_card',
  'unknown_target',
  'id_conflict',
  'invalid_request',
  'invalid_time',
  'invalid_zone',
  'invalid_day',
  'pattern_too_slow',
  'unstorable_text',
  'foreign_origin',
  'too_large',
  'too_many_events',
  'not_enough_facts',
  'not_a_note',
  'not_a_card',
  'same_question',
  'unsafe_path',
  'not_yours',
  'not_utf8',
  'note_changed',
  'name_taken',
  'cancelled',
  'not_undoable',
  'unknown_profile',
  'folder_unreadable',
  'quiz_finished',
  'already_answered',
  'model_off',
  'model_failed',
  'drafting_now',
  'nothing_to_draft',
  'draft_limit',
  'storage_full',
  'sign_in',
  'other_learner',
  'wrong_password',
  'too_many_tries',
  'busy',
  'weak_password',
  'link_expired',
  'not_allowed',
  'no_accounts',
  'account_taken',
  'backup_failed',
  'backup_unusable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A request that cannot be met: a code for programs, a sentence for people that says what to do next. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** When it is worth to ask again; null where waiting changes nothing. */
  readonly retryAfterSeconds: number | null
  constructor(code: RefusalCode, sentence: string, retryAfterSeconds: number | null = null) {
    super(sentence)
    this.name = 'Refusal'
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}
