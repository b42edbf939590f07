const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const machines: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'a Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'a Mac'],
  [/Linux/, 'Linux'],
]

const first = (words: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  words.find(([pattern]) => pattern.test(text))?.[1]

/** What a browser said it is, as people say it: "Firefox on Windows". Browsers may say what they like. */
export const browserWords = (userAgent: string | null): string => {
  const browser = first(browsers, userAgent ?? '') ?? 'A browser we do not know'
  const machine = first(machines, userAgent ?? '')
  return machine === undefined ? browser : `${browser} on ${machine}`
}
