import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalCode } from '../shared/basics/refusal.ts'

/** The status of each refusal; the only place where codes and HTTP meet. */
const statusOf: Record<RefusalCode, number> = {
  not_found: 404,
  unknown_card: 404,
  unknown_target: 404,
  id_conflict: 409,
  invalid_request: 400,
  invalid_time: 400,
  invalid_zone: 400,
  invalid_day: 400,
  pattern_too_slow: 422,
  unstorable_text: 400,
  foreign_origin: 403,
  too_large: 413,
  too_many_events: 413,
  not_enough_facts: 409,
  not_a_note: 422,
  not_a_card: 422,
  same_question: 409,
  unsafe_path: 400,
  not_yours: 409,
  not_utf8: 409,
  note_changed: 409,
  name_taken: 409,
  cancelled: 409,
  not_undoable: 409,
  unknown_profile: 404,
  folder_unreadable: 409,
  quiz_finished: 409,
  already_answered: 409,
  model_off: 409,
  // Not 502: a failure of ours is logged with its sentence, and this one may repeat what another server said.
  model_failed: 409,
  drafting_now: 409,
  nothing_to_draft: 409,
  draft_limit: 409,
  storage_full: 507,
  sign_in: 401,
  other_learner: 401,
  // Not 401: who gives a wrong password for a change is signed in.
  wrong_password: 403,
  too_many_tries: 429,
  busy: 503,
  weak_password: 422,
  link_expired: 410,
  not_allowed: 403,
  no_accounts: 409,
  account_taken: 409,
  backup_failed: 409,
  backup_unusable: 422,
}

const titleOf: Record<number, string> = {
  400: 'The request is not as it should be',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  410: 'Not there any more',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Not readable',
  429: 'Too many tries',
  500: 'Something is wrong on our side',
  503: 'Not available now',
  507: 'The disk is full',
}

/** Answers every error as a problem document (RFC 9457). What is our fault says nothing of our insides. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, detail } = describe(error)
  if (error instanceof Refusal && error.retryAfterSeconds !== null)
    void reply.header('retry-after', error.retryAfterSeconds)
  if (status >= 500 && error.code !== 'busy')
    request.log.error({ err: error, req: request }, 'request failed')
  return sendProblem(reply, request, status, code, detail)
}

/** The answer to an address that names nothing. */
export function answerUnknownRoute(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(
    reply,
    request,
    404,
    'not_found',
    `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`,
  )
}

function sendProblem(
  reply: FastifyReply,
  request: FastifyRequest,
  status: number,
  code: string,
  detail: string,
): FastifyReply {
  return reply
    .status(status)
    .header('content-type', 'application/problem+json')
    .send({
      type: 'about:blank',
      title: titleOf[status] ?? 'Refused',
      status,
      code,
      detail,
      requestId: request.id,
    })
}

function describe(error: FastifyError): { status: number; code: string; detail: string } {
  if (error instanceof Refusal)
    return { status: statusOf[error.code], code: error.code, detail: error.message }
  if (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC') {
    return {
      status: 507,
      code: 'storage_full',
      detail: 'The disk is full. Nothing already stored is lost; free some space and try again.',
    }
  }
  if (error.code === 'SQLITE_READONLY' || (error.code ?? '').startsWith('SQLITE_IOERR')) {
    return {
      status: 503,
      code: 'storage_unavailable',
      detail: 'The database cannot be written just now. Nothing already stored is lost; try again.',
    }
  }
  if (error.validation !== undefined)
    return { status: 400, code: 'invalid_request', detail: `${error.message}.` }
  if (error.statusCode === 413) {
    return {
      status: 413,
      code: 'too_large',
      detail: 'The body is larger than this address takes. Send it in smaller parts.',
    }
  }
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500)
    return { status, code: knownClientCode(error), detail: clientSentence(error) }
  return {
    status: 500,
    code: 'internal',
    detail:
      'The server met something it did not expect. Nothing already stored is lost; the log holds the details.',
  }
}

function knownClientCode(error: FastifyError): string {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'unsupported_media_type'
  return 'invalid_request'
}

function clientSentence(error: FastifyError): string {
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return 'Send JSON with the header content-type: application/json.'
  return error.message.endsWith('.') ? error.message : `${error.message}.`
}
