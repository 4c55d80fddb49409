#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Compiled code is kept between runs: most of a short run is loading code. What comes after is loaded through the cache.
enableCompileCache();
const { main } = await import("./commands/main.ts");
await main();
