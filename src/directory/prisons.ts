import type { Nation, Prison, PrisonFunction, PrisonSource } from './model.ts'
import { activePrisons } from './prison-codes.ts'
import { historicPrisons } from './prison-codes-historic.ts'
import { northernIrishPrisons, scottishPrisons } from './prison-codes-own.ts'

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Marked (F) in the agency codes; Holloway, Bella, Lilias and Stirling are well known. */
const women = codes('AGI BZI DHI DWI ESI EWI FHI HYI LNI NHI PFI SDI STI BEL LLC STG')

const welsh = codes('BWI CFI PRI PYI SWI UKI UPI')

/** Uses that are well known; for all others none is claimed. */
const uses: Readonly<Partial<Record<PrisonFunction, ReadonlySet<string>>>> = {
  open: codes('AGI CAH EHI ESI FDI HBI HDI KMI KVI LYI NSI SPI SUI TCI UPI'),
  high_security: codes('BAI FKI FNI LLI WDI WHI WRI'),
  young: codes('CKI FYI POL PYI WNI WYI'),
}

const useOf = (code: string): PrisonFunction | null => {
  if (uses.open?.has(code)) return 'open'
  if (uses.high_security?.has(code)) return 'high_security'
  return uses.young?.has(code) ? 'young' : null
}

const list = (
  names: Readonly<Record<string, string>>,
  nationOf: (code: string) => Nation,
  active: boolean,
  source: PrisonSource,
): Prison[] =>
  Object.entries(names).map(([code, name]) => ({
    code,
    name,
    nation: nationOf(code),
    women: women.has(code),
    active,
    function: useOf(code),
    source,
  }))

const englandOrWales = (code: string): Nation => (welsh.has(code) ? 'wales' : 'england')

/** Every prison we know of, open ones first. */
export const prisons: readonly Prison[] = [
  ...list(activePrisons, englandOrWales, true, 'agency_codes'),
  ...list(scottishPrisons, () => 'scotland', true, 'own_code'),
  ...list(northernIrishPrisons, () => 'northern_ireland', true, 'own_code'),
  ...list(historicPrisons, englandOrWales, false, 'agency_codes'),
]

const byCode: ReadonlyMap<string, Prison> = new Map(prisons.map((prison) => [prison.code, prison]))

/** The prison with this code; undefined for one that we do not know, which is a matter for a human. */
export const findPrison = (code: string): Prison | undefined => byCode.get(code)

const bareName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(hmp|yoi|prison)\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()

const byName: ReadonlyMap<string, Prison> = new Map(prisons.map((prison) => [bareName(prison.name), prison]))

/**
 * The code of a prison as people write it: its code, known or not, or its name ("HMP Barlinnie").
 * Null where it is neither.
 */
export const prisonCode = (text: string): string | null => {
  const code = text.trim().toUpperCase()
  if (/^[A-Z]{3}$/.test(code)) return code
  return byName.get(bareName(text))?.code ?? null
}
