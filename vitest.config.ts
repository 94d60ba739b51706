import { defineConfig } from 'vitest/config'

// Packages are tested from their TypeScript: the condition stands in each package.json.
const conditions = ['@briefbook/source', 'node', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    setupFiles: ['packages/testkit/src/property-tests.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
