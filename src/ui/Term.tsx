import type { ReactNode } from 'react'
import { Popover } from './Popover'

/** A word that insiders use, and what it means in one or two plain sentences. */
export type Meaning = { readonly word: string; readonly meaning: string }

type TermProps = {
  of: Meaning
  /** As the sentence has it, where that is not the word itself: "warrants". */
  children?: ReactNode
}

/** A word of the field, explained in place. */
export function Term({ of: { word, meaning }, children = word }: TermProps) {
  return (
    <Popover isWord label={word} trigger={children}>
      <p className="font-semibold">{word}</p>
      <p className="mt-1">{meaning}</p>
    </Popover>
  )
}
