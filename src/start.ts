import { firstCall } from './backstop/first-call'
import { begin } from './chain/head-start'

// Before the app's code is here.
begin([firstCall])
