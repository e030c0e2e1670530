import { createElement, Fragment, type ReactNode } from 'react'
import { language } from './chosen'
import { sentence } from './t'

/** `t` with elements in the sentence. */
export function rich(english: TemplateStringsArray, ...values: readonly ReactNode[]): ReactNode {
  const parts = sentence(english).split(/\{(\d+)\}/)
  const isolate = language === 'ar' ? 'bdi' : Fragment
  return createElement(
    Fragment,
    null,
    ...parts.map((part, index) =>
      index % 2 ? createElement(isolate, null, values[part as `${number}`]) : part,
    ),
  )
}
