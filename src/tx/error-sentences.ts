export type Words = readonly [detail: string, action: string]
export const errorSentences: Readonly<Record<string, (...args: never[]) => Words>> = {}
