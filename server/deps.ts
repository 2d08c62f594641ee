import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Accounts } from './accounts/accounts.ts'
import type { Asker } from './accounts/asker.ts'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/open-database.ts'
import type { Drafting } from './draft/drafting.ts'
import type { Library } from './library/library.ts'
import type { AnswerTurn } from './study/answer-turn.ts'
import type { MemoryRunner } from './study/memory-runner.ts'
import type { QuizRunner } from './study/quiz-runner.ts'
import type { PatternMatcher } from './study/pattern-matcher.ts'
import type { Backups } from './upkeep/backups.ts'
import type { Schedulers } from './study/schedulers.ts'

/** What the server works with, whoever asks. Built by start-server.ts, or by a test with its own clock and database. */
export interface Deps {
  readonly db: Database
  readonly clock: Clock
  /** Who asks: whoever is signed in; on a server without accounts always the local learner. */
  readonly whoAsks: (request: FastifyRequest, reply: FastifyReply) => Asker | Promise<Asker>
  /** Null on a server that runs for one person on one machine. */
  readonly accounts: Accounts | null
  readonly libraryOf: (learner: LearnerId) => Library
  readonly answers: AnswerTurn
  readonly schedulers: Schedulers
  /** Long arithmetic over the log. */
  readonly runMemory: MemoryRunner
  /** Plans and makes quizzes from a whole library. */
  readonly runQuiz: QuizRunner
  /** Copies of everything, and the way back to one. */
  readonly backups: Backups
  /** Opens the library again after a restore was made ready; null where no server runs that could. */
  readonly beginAnew: (() => void) | null
  /** Tries a regular expression on what a learner's cards say. */
  readonly matchPattern: PatternMatcher
  /** The learner's own language model, and what is being drafted by it. */
  readonly drafting: Drafting
}

/** Fastify whose handlers are typed by their TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
