import { afterAll, beforeAll, describe } from "vitest";
import { checkCards } from "./pcsc/checks/index.ts";
import { openOwnService, type Stack } from "./pcsc/stack.ts";

/* The same checks, with no pcscd: real PC/SC programs on our own service. */

describe("on our own PC/SC service", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await openOwnService();
  });
  afterAll(() => stack?.close());
  checkCards(() => stack);
});
