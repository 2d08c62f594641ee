import type { Static, TObject } from 'typebox'
import type { Ask } from './ask.ts'

/** Something that an assistant may ask for. */
export interface Tool {
  readonly name: string
  readonly title: string
  /** All that the assistant is told of it. Some clients show the beginning alone, so the rules come first. */
  readonly description: string
  readonly input: TObject
  /** Whether it only looks. */
  readonly looks: boolean
  /** The texts of its answer, or a `ToolRefusal`. The arguments fit the schema. */
  readonly run: (ask: Ask, given: never) => Promise<readonly string[]>
}

/** A tool whose arguments have the types of its schema. */
export function tool<Input extends TObject>(
  made: Omit<Tool, 'input' | 'run'> & {
    readonly input: Input
    readonly run: (ask: Ask, given: Static<Input>) => Promise<readonly string[]>
  },
): Tool {
  return made
}

/** A value as an assistant reads it; what is undefined is left out. */
export const asText = (value: object): string => JSON.stringify(value)
