import { Refusal } from '../../shared/basics/refusal.ts'

/** How much work a guess costs. */
const strengths = {
  strong: { memoryCost: 65_536, timeCost: 3, parallelism: 1 },
  light: { memoryCost: 19_456, timeCost: 2, parallelism: 1 },
} as const

/** Two leave half of Node's threads to files, and take 128 MB at most while they run. */
const mostAtOnce = 2
const mostWaiting = 32

/** `known`: somebody in a browser that the account knows, who goes before strangers. */
export type Guest = 'known' | 'stranger'

/**
 * Makes and checks the hashes of passwords (Argon2id), a few at a time: each takes memory, and a crowd of guesses must not
 * take the machine from those who study. A crowd of strangers keeps nobody waiting whose browser is known.
 */
export class Passwords {
  readonly #strength: (typeof strengths)[keyof typeof strengths]
  #running = 0
  readonly #waiting: Record<Guest, (() => void)[]> = { known: [], stranger: [] }

  constructor(strength: keyof typeof strengths) {
    this.#strength = strengths[strength]
  }

  hash(password: string, guest: Guest = 'stranger'): Promise<string> {
    return this.#inTurn(guest, async () => (await argon2()).hash(password, this.#strength))
  }

  /** Whether it is the password of this hash; without a hash it is not, after the same time. */
  async matches(hash: string | null, password: string, guest: Guest): Promise<boolean> {
    const against = hash ?? decoyOf(this.#strength)
    const isRight = await this.#inTurn(guest, async () => (await argon2()).verify(against, password))
    return isRight && hash !== null
  }

  /** Whether a hash was made with other work than today's. */
  isOutdated(hash: string): boolean {
    const { memoryCost, timeCost, parallelism } = this.#strength
    return !hash.includes(`$m=${memoryCost},t=${timeCost},p=${parallelism}$`)
  }

  async #inTurn<Result>(guest: Guest, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= mostAtOnce) {
      if (this.#waiting[guest].length >= mostWaiting)
        throw new Refusal('busy', 'Too many people are signing in just now. Try again in a moment.', 2)
      await new Promise<void>((resolve) => this.#waiting[guest].push(resolve))
    } else this.#running++
    try {
      return await work()
    } finally {
      const next = this.#waiting.known.shift() ?? this.#waiting.stranger.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }
}

/** What a name that nobody has is checked against: as much work as any other, and right for no password that is known. */
function decoyOf({ memoryCost, timeCost, parallelism }: (typeof strengths)[keyof typeof strengths]): string {
  const [salt, digest] = ['A'.repeat(22), 'A'.repeat(43)]
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${salt}$${digest}`
}

/** Loaded when somebody signs in: a server without accounts never needs it. */
const argon2 = () => import('@node-rs/argon2')
