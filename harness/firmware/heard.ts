import { type CcidFrame, encodeFrame } from "../../devices/ccid/frame.ts";
import type { LineEvent } from "../../devices/ccid-serial/frame.ts";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { Bench } from "./bench.ts";
import { answerIn, type Heard, isTimeExtension } from "./host-side.ts";

/** Long enough for what nobody should say, ms. */
export const LISTEN_MS = 100;

/** Everything the line says until it says what is waited for, that included; or all it says in the time. */
export function* heardUntil(
  bench: Bench,
  isWaitedFor: (event: LineEvent) => boolean,
  timeoutMs: number,
): Process<readonly Heard[]> {
  const endsAtMs = bench.clock.nowMs + timeoutMs;
  const all: Heard[] = [];
  for (let leftMs = timeoutMs; leftMs > 0; leftMs = endsAtMs - bench.clock.nowMs) {
    const heard = yield* bench.host.next(leftMs);
    if (heard === undefined) break;
    all.push(heard);
    if (isWaitedFor(heard.event)) break;
  }
  return all;
}

/** Whether an event is the answer to a command; a time extension is none. */
export const answers =
  ({ sequence }: CcidFrame) =>
  (event: LineEvent): boolean => {
    const answer = answerIn(event);
    return answer?.sequence === sequence && !isTimeExtension(answer);
  };

/** Whether an event is a command of the host that came back. */
export const echoes =
  (command: CcidFrame) =>
  (event: LineEvent): boolean =>
    event.kind === "message" && sameBytes(event.bytes, encodeFrame(command));
