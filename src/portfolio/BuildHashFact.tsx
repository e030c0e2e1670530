import { useEffect, useState } from 'react'

import { CopyButton } from '../ui/CopyButton'
import { fetchBuildHash, type BuildHash } from './build-hash'
import { rich } from '../words/rich'
import { plural, t } from '../words/t'

/** What this build is, so that it can be compared with what somebody else got or built. */
export function BuildHashFact() {
  const [build, setBuild] = useState<BuildHash>()
  useEffect(() => {
    let isGone = false
    // Absent on plain http, whatever its type says.
    const subtle = crypto.subtle as SubtleCrypto | undefined
    void fetchBuildHash(subtle && ((bytes) => subtle.digest('SHA-256', bytes))).then((found) => {
      if (!isGone) setBuild(found)
    })
    return () => {
      isGone = true
    }
  }, [])
  if (!build) return <p role="status">{t`Reading the hash of this build…`}</p>
  if (!build.isKnown) return <p>{build.reason}</p>
  const { sha256, files } = build
  return (
    <p>
      {rich`This build, sha256 of the list of its ${plural(files, '{n} file', '{n} files')}: ${(
        <span translate="no" className="font-mono text-xs break-all text-ink">
          {sha256}
        </span>
      )}`}
      <CopyButton text={sha256} label={t`Copy the hash of this build`} />
      {rich`To check the files you got, run ${(<code className="text-xs">sha256sum -c manifest.sha256</code>)} beside them.`}
    </p>
  )
}
