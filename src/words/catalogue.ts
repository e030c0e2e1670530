/** Forms of a phrase with a number in it, by the categories of `Intl.PluralRules`. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** By the English text, as `t`, `rich` and `plural` make it of what stands in the code. */
export type Catalogue = Readonly<Record<string, string | Forms>>
