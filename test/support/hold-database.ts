import { testCluster } from './database.ts'

/** Holds the test server up from the first test file to the last. */
export default async function holdDatabase(): Promise<() => Promise<void>> {
  const cluster = await testCluster()
  return () => cluster.release()
}
