import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A text of the code that is said in the chosen language; `isPlural` if in a form for its number. */
export type Used = { readonly key: string; readonly isPlural: boolean }

/** What a file gives to `t`, `rich` and `plural`, as a catalogue has it. Throws for what can't be known before it runs. */
export function usedWords(source: ts.SourceFile): readonly Used[] {
  const used: Used[] = []
  const visit = (node: ts.Node) => {
    if (ts.isTaggedTemplateExpression(node) && ['t', 'rich'].includes(node.tag.getText(source)))
      used.push({ key: keyOf(node.template), isPlural: false })
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'plural') {
      const [, one, other] = node.arguments
      if (!one || !other || !ts.isStringLiteral(one) || !ts.isStringLiteral(other))
        throw new Error(`${source.fileName}: plural takes its two forms as they stand there.`)
      used.push({ key: other.text, isPlural: true })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return used
}

function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text
  return template.templateSpans.reduce(
    (key, { literal }, place) => `${key}{${place}}${literal.text}`,
    template.head.text,
  )
}

/** All that a room (a folder of src) says in the chosen language. */
export function usedByRoom(room: string): readonly Used[] {
  const folder = join(import.meta.dirname, '../..', room)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return usedWords(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
    })
}
