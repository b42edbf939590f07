/** Elements in arrays of `size`, the last one smaller: what one transaction takes. */
export async function* batchesOf<Element>(
  elements: AsyncIterable<Element>,
  size: number,
): AsyncGenerator<readonly Element[]> {
  let batch: Element[] = []
  for await (const element of elements) {
    batch.push(element)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
