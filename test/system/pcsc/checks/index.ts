import type { Stack } from "../stack.ts";
import { objects } from "./objects.ts";
import { pins } from "./pins.ts";
import { programs } from "./programs.ts";
import { recognition } from "./recognition.ts";
import { removal } from "./removal.ts";
import { scan } from "./scan.ts";
import { signing } from "./signing.ts";
import { tls } from "./tls.ts";
import { twoReaders } from "./two-readers.ts";

/** All checks, on whatever stack. */
export function checkCards(stack: () => Stack): void {
  for (const check of [recognition, objects, pins, signing, tls, twoReaders, programs, removal, scan]) check(stack);
}
