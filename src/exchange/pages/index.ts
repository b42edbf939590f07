import type { Route } from '../../platform/http/index.ts'
import { inbox } from './inbox.tsx'
import { question } from './question.tsx'
import { setAside } from './set-aside.tsx'
import { takeBack } from './take-back.tsx'

/** The inbox and its forms. */
export const exchangeRoutes: readonly Route[] = [inbox, question, setAside, takeBack]
