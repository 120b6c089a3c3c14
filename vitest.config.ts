// So that `npx vitest run <file>` does what `npm test` does.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    exclude: ['dist/**', 'node_modules/**'],
    // Whole runs over a province take long where other work goes on beside them.
    testTimeout: 120_000,
  },
})
