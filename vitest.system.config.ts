import { defineConfig } from "vitest/config";

/** The suite of `npm run test:system`: real folders, real processes, a real browser (Debian's chromium). */
export default defineConfig({
  test: { include: ["test/system/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false },
});
