export * from './continuity/index.ts'
