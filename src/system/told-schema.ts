import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(1_000))

/** What has been told, as it is kept: storage and files hold what anybody has put there. */
export const toldSchema = v.record(text, v.strictObject({ system: text, what: text }))
