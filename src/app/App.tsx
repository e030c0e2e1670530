import { Router } from 'wouter'
import { Boundary } from '../ui/Boundary'
import { LiveRegion } from '../ui/LiveRegion'
import { AppFailure } from './AppFailure'
import { ConfigGate } from './ConfigGate'
import { Devnet } from './Devnet'
import { useHashPath, useHashSearch } from './hash-location'
import { PageFailure } from './PageFailure'
import { Providers } from './Providers'
import { Routes } from './Routes'
import { Shell } from './Shell'
import { t } from '../words/t'

export function App() {
  return (
    <Boundary fallback={(error, retry) => <WholeFailure error={error} retry={retry} />}>
      <LiveRegion>
        <ConfigGate>
          {(config) => (
            <Providers config={config}>
              <Router hook={useHashPath} searchHook={useHashSearch}>
                <Shell>
                  <Routes />
                </Shell>
                <Devnet />
              </Router>
            </Providers>
          )}
        </ConfigGate>
      </LiveRegion>
    </Boundary>
  )
}

function WholeFailure({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <AppFailure title={t`Ballast stopped working`}>
      <PageFailure error={error} retry={retry} />
    </AppFailure>
  )
}
