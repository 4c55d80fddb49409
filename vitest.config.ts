import { defineConfig } from "vitest/config";

/** The suite of `npm test`: everything that needs no package from outside npm, no browser and no open port. */
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/system/**"], testTimeout: 30_000 },
});
