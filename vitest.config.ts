import { defineConfig } from 'vitest/config'

// Packages are tested from their TypeScript: the condition stands in each package.json.
const conditions = ['@briefbook/source', 'node', 'import', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts'],
    setupFiles: ['packages/testkit/src/property-tests.ts'],
    // What one test has read is not another's; tests of the cache have one of their own.
    env: { BRIEFBOOK_CACHE: 'off' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
