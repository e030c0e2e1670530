import { useEffect, useId, useRef, useState } from 'react'

import { plainText } from '../chain/plain-text'
import { displayDateTime } from '../math/time'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { CopyButton } from '../ui/CopyButton'
import { Panel } from '../ui/Panel'
import { matchOf, type StbtDocument } from './documents'
import { hashFile, type HashedFile } from './hash-file'
import { t } from '../words/t'

type FileCheckProps = {
  documents: readonly StbtDocument[]
  /** Whether everything that was ever published is known here. */
  isWhole: boolean
  /** Where nobody knows which hash the issuer means. */
  tries256: boolean
}

type Picked = { readonly name: string; readonly percent: number; readonly result: HashedFile | undefined }

/** Hashes a file in this browser and says which document it is. rules.md T16 */
export function FileCheck({ documents, isWhole, tries256 }: FileCheckProps) {
  const id = useId()
  const [picked, setPicked] = useState<Picked>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const stop = () => {
    running.current?.abort()
    setPicked(undefined)
  }
  const check = async (file: File) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const name = plainText(file.name, 80)
    setPicked({ name, percent: 0, result: undefined })
    const tell = (percent: number) => setPicked({ name, percent, result: undefined })
    const result = await hashFile(file, tell, own.signal)
    if (result) setPicked({ name, percent: 100, result })
  }
  return (
    <Panel
      title={t`Check a file`}
      lead={t`It is read in this browser and sent nowhere. The smallest change gives another fingerprint.`}
    >
      <div className="grid gap-3">
        <div className="grid gap-1">
          <label htmlFor={id} className="text-xs font-medium text-muted">
            {t`A file of yours, up to 100 MB`}
          </label>
          <input
            id={id}
            type="file"
            className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface p-1.5 text-sm file:me-3 file:min-h-8 file:rounded file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              // The same file can be picked again, after it was changed.
              target.value = ''
              if (file) void check(file)
            }}
          />
        </div>
        <div role="status" className="grid gap-2">
          {picked &&
            (picked.result ? (
              <Result {...{ documents, isWhole, tries256 }} name={picked.name} result={picked.result} />
            ) : (
              <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
                {t`Reading ${picked.name}, ${picked.percent}%…`}
                <Button size="small" onClick={stop}>
                  {t`Stop`}
                </Button>
              </p>
            ))}
        </div>
      </div>
    </Panel>
  )
}

type ResultProps = FileCheckProps & { name: string; result: HashedFile }

function Result({ documents, isWhole, tries256, name, result }: ResultProps) {
  if (!result.isOk)
    return (
      <Callout tone="danger" title={t`${name} could not be read`}>
        {result.reason}
      </Callout>
    )
  const { keccak256, sha256 } = result.hashes
  const match = matchOf(documents, result.hashes, tries256)
  const when =
    match.kind === 'unknown' || match.version.at === undefined
      ? ''
      : t`, published ${displayDateTime(match.version.at)}`
  return (
    <>
      {match.kind === 'current' && (
        <Callout tone="success" title={t`It is the published document`}>
          {t`${name} is the newest version of “${match.document.name}”${when}, to the last byte.`}
        </Callout>
      )}
      {match.kind === 'older' && (
        <Callout tone="warn" title={t`It is an older version`}>
          {t`${name} is a former version of “${match.document.name}”${when}. ${match.document.removed ? t`The document has been taken off the list.` : t`It has been replaced since.`}`}
        </Callout>
      )}
      {match.kind === 'unknown' && (
        <Callout tone="warn" title={t`It is none of the published documents`}>
          {isWhole
            ? t`${name} was never published here in this form: it may have been changed, or be something else.`
            : t`${name} is none of those that could be read. Not all of them could: it may still be one.`}
        </Callout>
      )}
      <Fingerprint label="keccak256" hash={keccak256} />
      {tries256 && <Fingerprint label="SHA-256" hash={sha256} />}
    </>
  )
}

function Fingerprint({ label, hash }: { label: string; hash: string }) {
  return (
    <p className="text-xs text-muted">
      {label}{' '}
      <span className="font-mono break-all" translate="no">
        {hash}
      </span>
      <CopyButton text={hash} label={t`Copy ${label} ${hash}`} />
    </p>
  )
}
