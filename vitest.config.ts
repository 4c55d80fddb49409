import { defineConfig } from "vitest/config";

/**
 * The suite of `npm test`: everything that needs no package from outside npm, no browser and no port but the
 * loopback's. What our modules keep is only remembered results, so files share a worker, and every core works: half the time
 * of a worker a file.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/system/**"],
    setupFiles: ["test/properties.ts"],
    testTimeout: 30_000,
    isolate: false,
    maxWorkers: "100%",
  },
});
