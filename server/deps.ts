import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LearnerId } from '../shared/schedule/review-event.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/open-database.ts'
import type { Library } from './library/library.ts'
import type { AnswerTurn } from './study/answer-turn.ts'
import type { MemoryRunner } from './study/memory-runner.ts'
import type { PatternMatcher } from './study/pattern-matcher.ts'
import type { Schedulers } from './study/schedulers.ts'

/** What the routes work with. Built once in main.ts, or by a test with its own clock and database. */
export interface Deps {
  readonly db: Database
  readonly learnerId: LearnerId
  readonly clock: Clock
  readonly library: Library
  readonly answers: AnswerTurn
  readonly schedulers: Schedulers
  /** Long arithmetic over the log. */
  readonly runMemory: MemoryRunner
  /** Tries a regular expression on what the cards say. */
  readonly matchPattern: PatternMatcher
}

/** Fastify whose handlers are typed by their TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>
