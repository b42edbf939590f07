import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieName, cookieOptions } from '../http/cookies.ts'
import type { Env, Services } from '../http/route.ts'

/** Gives the browser a cookie that scripts cannot read and other sites cannot send. */
export const keepCookie = (context: Context<Env>, services: Services, name: string, value: string): void =>
  setCookie(context, cookieName(services, name), value, cookieOptions(services))

/** The cookie of the request. */
export const cookieOf = (context: Context<Env>, services: Services, name: string): string | undefined =>
  getCookie(context, cookieName(services, name))

/** Takes it back. */
export const dropCookie = (context: Context<Env>, services: Services, name: string): void => {
  deleteCookie(context, cookieName(services, name), cookieOptions(services))
}
