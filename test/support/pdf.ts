import { inflateSync } from 'node:zlib'

type Letters = ReadonlyMap<number, string>

const objectsOf = (pdf: string): ReadonlyMap<number, string> =>
  new Map([...pdf.matchAll(/(\d+) 0 obj\s(.*?)endobj/gs)].map(([, id, body = '']) => [Number(id), body]))

const streamOf = (body = ''): string => {
  const packed = /stream\r?\n(.*)\r?\nendstream/s.exec(body)?.[1] ?? ''
  return body.includes('/FlateDecode')
    ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    : packed
}

const code = (hex = ''): number => Number.parseInt(hex, 16)

/** Which glyph stands for which letter, as the font's own table says. */
const lettersOf = (table: string): Letters => {
  const letters = new Map<number, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph, letter] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(code(glyph), String.fromCharCode(code(letter)))
  for (const [, block = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from, to, letter] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = code(from); glyph <= code(to); glyph += 1)
        letters.set(glyph, String.fromCharCode(code(letter) + glyph - code(from)))
  return letters
}

const fontsOf = (page: string, objects: ReadonlyMap<number, string>): ReadonlyMap<string, Letters> =>
  new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1]
      return [name, lettersOf(streamOf(objects.get(Number(table))))]
    }),
  )

const wordsOf = (content: string, fonts: ReadonlyMap<string, Letters>): string => {
  let letters: Letters | undefined
  let words = ''
  for (const [, font, glyphs, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)> Tj|(\bET\b)/g)) {
    if (font !== undefined) letters = fonts.get(font)
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) words += letters?.get(code(glyph)) ?? '?'
    if (end !== undefined) words += '\n'
  }
  return words
}

/** The words of each sheet of a PDF that Chromium printed. */
export const sheetsOf = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf.toString('latin1'))
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((page) => {
      const content = /\/Contents (\d+) 0 R/.exec(page)?.[1]
      return wordsOf(streamOf(objects.get(Number(content))), fontsOf(page, objects))
    })
}
