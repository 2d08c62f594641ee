import { dirname } from 'node:path'
import type { Deps } from '../../server/deps.ts'
import { Drafting } from '../../server/draft/drafting.ts'
import type { Learner } from '../../server/learner.ts'
import { AnswerTurn } from '../../server/study/answer-turn.ts'
import { runHere } from '../../server/study/memory-runner.ts'
import { matchHere } from '../../server/study/pattern-matcher.ts'
import { runQuizHere } from '../../server/study/quiz-runner.ts'
import { Schedulers } from '../../server/study/schedulers.ts'
import { Backups } from '../../server/upkeep/backups.ts'
import { doHere } from '../../server/upkeep/upkeep-runner.ts'

/** What a server works with that this learner alone asks. */
export function depsOf({ id, db, clock, library }: Learner): Deps {
  const schedulers = new Schedulers()
  return {
    db,
    clock,
    accounts: null,
    whoAsks: () => ({ kind: 'local', learnerId: id }),
    libraryOf: () => library,
    answers: new AnswerTurn(db.answers, schedulers),
    schedulers,
    runMemory: runHere(db),
    matchPattern: matchHere(db),
    drafting: new Drafting(null),
    runQuiz: runQuizHere(db),
    backups: new Backups({ dataDir: dirname(db.file), file: db.file, clock, run: doHere }),
    beginAnew: null,
  }
}
