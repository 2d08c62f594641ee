import { Refusal } from '../../shared/basics/refusal.ts'

/** How much work a guess costs. */
const strengths = {
  strong: { memoryCost: 65_536, timeCost: 3, parallelism: 1 },
  light: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
} as const

const mostAtOnce = 4
const mostWaiting = 32

/**
 * Makes and checks the hashes of passwords (Argon2id), a few at a time: each takes memory, and a crowd of guesses must not
 * take the machine from those who study.
 */
export class Passwords {
  readonly #strength: (typeof strengths)[keyof typeof strengths]
  #running = 0
  readonly #waiting: (() => void)[] = []
  // What a name that nobody has is checked against, so that it takes as long as any other.
  #decoy: Promise<string> | null = null

  constructor(strength: keyof typeof strengths) {
    this.#strength = strengths[strength]
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(async () => (await argon2()).hash(password, this.#strength))
  }

  /** Whether it is the password of this hash; without a hash it is not, after the same time. */
  async matches(hash: string | null, password: string): Promise<boolean> {
    const against = hash ?? (await (this.#decoy ??= this.hash('nobody has this password')))
    const isRight = await this.#inTurn(async () => (await argon2()).verify(against, password))
    return isRight && hash !== null
  }

  /** Whether a hash was made with less work than today's. */
  isWeaker(hash: string): boolean {
    const { memoryCost, timeCost, parallelism } = this.#strength
    return !hash.includes(`$m=${memoryCost},t=${timeCost},p=${parallelism}$`)
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= mostAtOnce) {
      if (this.#waiting.length >= mostWaiting)
        throw new Refusal('busy', 'Too many people are signing in just now. Try again in a moment.', 2)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#running++
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }
}

/** Loaded when somebody signs in: a server without accounts never needs it. */
const argon2 = () => import('@node-rs/argon2')
