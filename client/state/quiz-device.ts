import type { QuizAnswerBody, QuizEndReason, QuizReply, QuizReportBody } from '../../shared/api/quizzes.ts'
import { ofLearner } from '../api/whose-page.ts'
import type { KeptRun } from './quiz-run.ts'

/** One thing to tell the server of a quiz. What is said of a quiz is told in the order in which it was said. */
export type QuizWord = { readonly quizId: string } & (
  | { readonly kind: 'answer'; readonly body: QuizAnswerBody }
  | { readonly kind: 'appeal'; readonly questionId: string; readonly wasRight: boolean }
  | { readonly kind: 'report'; readonly questionId: string; readonly body: QuizReportBody | null }
  | { readonly kind: 'end'; readonly reason: QuizEndReason }
)
/** A word that waits, by its place in the line. */
export interface WaitingWord {
  readonly seq: number
  readonly word: QuizWord
}

/** What this browser keeps of quizzes. In a browser that keeps nothing it is memory. */
export interface QuizDevice {
  readonly readQuiz: (id: string) => Promise<QuizReply | null>
  readonly keepQuiz: (quiz: QuizReply) => Promise<void>
  readonly quizzes: () => Promise<QuizReply[]>
  readonly readRun: (id: string) => Promise<KeptRun | null>
  readonly runs: () => Promise<KeptRun[]>
  /** Keeps a run with what it has to say, in one breath: neither is there without the other. */
  readonly keepRun: (run: KeptRun, words?: readonly QuizWord[]) => Promise<void>
  /** Keeps what is to be said; never rejects. */
  readonly say: (words: readonly QuizWord[]) => Promise<void>
  readonly waiting: () => Promise<WaitingWord[]>
  readonly settle: (seqs: readonly number[]) => Promise<void>
  /** Forgets quizzes that were made before, but for those that still have something to say. */
  readonly prune: (before: number) => Promise<void>
}

// A database of its own: what a review opens stays as it is.
const name = 'recollect-quiz'
const stores = ['quizzes', 'runs', 'words'] as const
type StoreName = (typeof stores)[number]

let opened: Promise<QuizDevice> | null = null

/** The one of this page. */
export function quizDevice(): Promise<QuizDevice> {
  opened ??= open().then(onDisk, () => inMemory())
  return opened
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(ofLearner(name), 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('quizzes', { keyPath: 'id' })
      request.result.createObjectStore('runs', { keyPath: 'id' })
      request.result.createObjectStore('words', { keyPath: 'seq', autoIncrement: true })
    })
    request.addEventListener('success', () => {
      request.result.addEventListener('versionchange', () => request.result.close())
      resolve(request.result)
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('The database refused.')))
  })
}

function onDisk(database: IDBDatabase): QuizDevice {
  // What the disk had no room for is said from memory.
  const unwritten = new Map<number, WaitingWord>()
  let lowest = 0
  const write = (
    work: (store: (name: StoreName) => IDBObjectStore) => void,
    durability: IDBTransactionDurability = 'strict',
  ) =>
    new Promise<void>((resolve, reject) => {
      const tx = database.transaction(stores, 'readwrite', { durability })
      tx.addEventListener('complete', () => resolve())
      tx.addEventListener('abort', () => reject(tx.error ?? new Error('The database has no room left.')))
      work((store) => tx.objectStore(store))
      tx.commit()
    })
  const read = <Value>(store: StoreName, ask: (store: IDBObjectStore) => IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      const request = ask(database.transaction(store).objectStore(store))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('The database refused.')))
    })
  const get = async <Value>(store: StoreName, id: string) =>
    ((await read(store, (from) => from.get(id))) as Value | undefined) ?? null
  return {
    readQuiz: (id) => get<QuizReply>('quizzes', id),
    quizzes: () => read('quizzes', (store) => store.getAll() as IDBRequest<QuizReply[]>),
    keepQuiz: (quiz) => write((store) => store('quizzes').put(quiz)),
    readRun: (id) => get<KeptRun>('runs', id),
    runs: () => read('runs', (store) => store.getAll() as IDBRequest<KeptRun[]>),
    // Only what is to be said must survive the power cord; what is typed may lose its last letter.
    keepRun: (run, words = []) =>
      write(
        (store) => {
          store('runs').put(run)
          for (const word of words) store('words').add({ word })
        },
        words.length === 0 ? 'relaxed' : 'strict',
      ),
    say: (words) =>
      write((store) => {
        for (const word of words) store('words').add({ word })
      }).catch(() => {
        for (const word of words) {
          lowest--
          unwritten.set(lowest, { seq: lowest, word })
        }
      }),
    waiting: async () => [
      ...(await read('words', (store) => store.getAll() as IDBRequest<WaitingWord[]>)),
      ...unwritten.values(),
    ],
    settle: (seqs) => {
      for (const seq of seqs) unwritten.delete(seq)
      return write((store) => {
        for (const seq of seqs) store('words').delete(seq)
      })
    },
    prune: async (before) => {
      const speaking = new Set(
        (await read('words', (store) => store.getAll() as IDBRequest<WaitingWord[]>)).map(
          ({ word }) => word.quizId,
        ),
      )
      const quizzes = await read('quizzes', (store) => store.getAll() as IDBRequest<QuizReply[]>)
      const old = quizzes.filter(({ id, createdAt }) => createdAt < before && !speaking.has(id))
      if (old.length === 0) return
      await write((store) => {
        for (const { id } of old) {
          store('quizzes').delete(id)
          store('runs').delete(id)
        }
      })
    },
  }
}

/** For a browser that keeps nothing, and for tests. */
export function inMemory(): QuizDevice {
  const quizzes = new Map<string, QuizReply>()
  const runs = new Map<string, KeptRun>()
  const words = new Map<number, WaitingWord>()
  let last = 0
  const add = (word: QuizWord) => {
    last++
    words.set(last, { seq: last, word })
  }
  return {
    readQuiz: async (id) => quizzes.get(id) ?? null,
    quizzes: async () => [...quizzes.values()],
    keepQuiz: async (quiz) => void quizzes.set(quiz.id, quiz),
    readRun: async (id) => runs.get(id) ?? null,
    runs: async () => [...runs.values()],
    keepRun: async (run, said = []) => {
      runs.set(run.id, run)
      said.forEach(add)
    },
    say: async (said) => said.forEach(add),
    waiting: async () => [...words.values()],
    settle: async (seqs) => seqs.forEach((seq) => words.delete(seq)),
    prune: async (before) => {
      for (const { id, createdAt } of quizzes.values()) if (createdAt < before) quizzes.delete(id)
    },
  }
}
