import { createHash, randomBytes } from 'node:crypto'

/** 256 bits of chance, with a beginning by which a lost one is recognised for what it is. */
export function newSecret(beginning = ''): string {
  return `${beginning}${randomBytes(32).toString('base64url')}`
}

/** What is stored of a secret. So many bits need no slow hash: nobody can go through them. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export const tokenBeginning = 'recollect_'
