import { useContext, useState, type ReactNode } from 'react'
import type { Formula, Source } from '../math/reading'
import { AddressText } from './AddressText'
import { Button } from './Button'
import { answerLines, castCommand, curlCommand, signatureOf, type AnswerLine } from './call-text'
import { classes } from './classes'
import { CopyButton } from './CopyButton'
import { Disclosure } from './Disclosure'
import { NodeUrl } from './node-url'
import { t } from '../words/t'

type SourceDetailsProps = { label: string; source: Source; formula?: Formula | undefined }

/** Where a number comes from: enough to read it from the chain without this app. */
export default function SourceDetails({ label, source, formula }: SourceDetailsProps) {
  const { others = [] } = source
  const rule = formula?.rule ?? source.rule
  return (
    <>
      <p className="mb-2 text-sm font-medium">{t`Where does “${label}” come from?`}</p>
      <CallRows source={source}>
        {formula && <Row name={t`Formula`}>{formula.text}</Row>}
        {rule !== undefined && <Row name={t`Rule`}>{rule}</Row>}
      </CallRows>
      {others.map((other) => (
        <Disclosure
          key={`${other.contract} ${other.functionName} ${other.args.map(String).join()}`}
          summary={t`And from ${other.label}, ${other.functionName}`}
        >
          <CallRows source={other} />
        </Disclosure>
      ))}
    </>
  )
}

/** One call at one block, what it was answered, and how to make it again. */
export function CallRows({ source, children }: { source: Source; children?: ReactNode }) {
  const url = useContext(NodeUrl)
  const args = source.args.map(String).join(', ')
  const answer = answerLines(source)
  const commands = { cast: castCommand(source, url), curl: curlCommand(source, url) }
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
      {children}
      <Row name={t`Contract`}>
        <span className="flex flex-wrap items-center gap-x-2">
          {source.label} <AddressText address={source.contract} isFull />
        </span>
      </Row>
      <Row name={t`Call`}>
        <code className="break-all" dir="ltr">
          {source.functionName}({args})
        </code>
      </Row>
      <Row name={t`Function`}>
        <code className="line-clamp-3 w-fit break-all" dir="ltr">
          {signatureOf(source)}
        </code>
      </Row>
      <Row name={t`Block`}>{String(source.blockNumber)}</Row>
      <Row name={t`Answer`}>{source.raw === '' ? t`none` : <Raw text={source.raw} />}</Row>
      {answer && (
        <Row name={t`Decoded`}>
          <Lines lines={answer.lines} left={answer.left} />
        </Row>
      )}
      {Object.entries(commands).map(([program, command]) => (
        <Row key={program} name={program}>
          <span className="flex items-start gap-1" dir="ltr">
            <code className="line-clamp-2 min-w-0 break-all">{command}</code>
            <CopyButton text={command} label={t`Copy the command for ${program}`} />
          </span>
        </Row>
      ))}
    </dl>
  )
}

/** Longer than this is folded: 64 bytes are two words, in two lines of the panel. */
const LONG = 300

function Raw({ text }: { text: string }) {
  const [isWhole, setIsWhole] = useState(false)
  return (
    <>
      <code className={classes('break-all', !isWhole && 'line-clamp-4')}>{text}</code>
      {text.length > LONG && (
        <Fold isOpen={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {t`Show all of ${(text.length - 2) / 2} bytes`}
        </Fold>
      )}
    </>
  )
}

const FEW_LINES = 6

function Lines({ lines, left }: { lines: readonly AnswerLine[]; left: number }) {
  const [isWhole, setIsWhole] = useState(false)
  return (
    <>
      <ul>
        {(isWhole ? lines : lines.slice(0, FEW_LINES)).map(({ name, type, text }, index) => (
          <li key={`${index} ${name}`} className="w-fit break-all" dir="ltr">
            {name !== '' && <span className="text-muted">{name}: </span>}
            <code>{text}</code> <span className="text-muted">{type}</span>
          </li>
        ))}
      </ul>
      {lines.length > FEW_LINES && (
        <Fold isOpen={isWhole} onPress={() => setIsWhole(!isWhole)}>
          {t`Show all of ${lines.length} values`}
        </Fold>
      )}
      {isWhole && left > 0 && <p className="text-muted">{t`${left} more are in the raw answer.`}</p>}
    </>
  )
}

function Fold({ isOpen, onPress, children }: { isOpen: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <div className="-ms-2.5">
      <Button size="small" variant="quiet" aria-expanded={isOpen} onClick={onPress}>
        {isOpen ? t`Show less` : children}
      </Button>
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
