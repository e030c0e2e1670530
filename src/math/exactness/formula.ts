import type { Aim, Kind } from './cases'

/** A formula that exists twice, here and in bytecode, and how to draw arguments that would tell the two apart. */
export type Formula = {
  readonly name: string
  readonly kinds: readonly Kind[]
  readonly evaluate: (...args: bigint[]) => bigint | Readonly<Record<string, bigint>>
  readonly aim: Aim
}

type Arguments<Kinds> = { readonly [Place in keyof Kinds]: bigint }

/** Ties the number of kinds to the number of arguments; only `casesOf` calls the result, with one per kind. */
export function formula<const Kinds extends readonly Kind[]>(
  name: string,
  kinds: Kinds,
  evaluate: (...args: Arguments<Kinds>) => ReturnType<Formula['evaluate']>,
  aim: (
    args: Arguments<Kinds>,
    ...rest: Parameters<Aim> extends [unknown, ...infer R] ? R : never
  ) => readonly bigint[],
): Formula {
  return { name, kinds, evaluate: evaluate as unknown as Formula['evaluate'], aim: aim as unknown as Aim }
}

/** `x * y / d` without any check: only to aim with. */
export const quotient = (x: bigint, y: bigint, d: bigint) => (d === 0n ? 0n : (x * y) / d)
