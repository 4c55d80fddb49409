import { afterAll, beforeAll, describe } from "vitest";
import { checkCards } from "./pcsc/checks/index.ts";
import { openPcscd } from "./pcsc/pcscd.ts";
import type { Stack } from "./pcsc/stack.ts";

/* The emulated card in the virtual readers of the real pcscd. */

describe("on the real pcscd", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await openPcscd();
  });
  afterAll(() => stack?.close());
  checkCards(() => stack);
});
