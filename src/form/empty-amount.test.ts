import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const source = resolve(import.meta.dirname, '..')

/** Every form with an amount to type, and whether it refuses an empty one as all others do. */
const forms = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }))
  .filter(({ text }) => text.includes('useActionForm(') && /\buse(Vault)?Amount\(|\bsteered\b/.test(text))

it('an empty amount is no amount in every form: none takes it for everything', () => {
  expect(forms.length).toBeGreaterThan(20)
  const isGated = ({ text }: (typeof forms)[number]) => text.includes('amountGate(')
  expect(forms.filter((form) => !isGated(form)).map(({ name }) => name)).toEqual([])
})
