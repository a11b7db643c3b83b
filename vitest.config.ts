import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,bench,content,infra,openapi,site}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.artissist/**', '**/cdk.out/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
