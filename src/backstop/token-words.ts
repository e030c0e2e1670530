import { t } from '../words/t'

/** What a bond buyer holds, in code; what it is called is below. */
export type TokenKind = 'Note' | 'Warrant'

export const kindWords: Readonly<Record<TokenKind, string>> = { Note: t`Note`, Warrant: t`Warrant` }

/** "Note 3" */
export function tokenName(kind: TokenKind, id: bigint): string {
  return kind === 'Note' ? t`Note ${id}` : t`Warrant ${id}`
}
