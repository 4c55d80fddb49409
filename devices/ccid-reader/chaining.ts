import { concat } from "../../simulator/kernel/bytes.ts";
import { CHAIN } from "../ccid/constants.ts";
import type { SlotState } from "./slot-state.ts";

/** An extended command has 4 + 3 + 65,535 + 2 bytes (ISO/IEC 7816-4 §5.1); more parts than that are refused. */
const MAX_COMMAND_BYTES = 65_544;

/**
 * Takes a part of a command over (USB CCID 1.1 §6.1.4, wLevelParameter): the whole command once its last part is there,
 * `more` while parts are missing, `bad-level` where the part cannot stand here.
 */
export function takeCommandPart(state: SlotState, level: number, data: Uint8Array): Uint8Array | "more" | "bad-level" {
  if (level === CHAIN.whole || level === CHAIN.begins) state.forgetChain();
  state.rest = undefined;
  if (level === CHAIN.whole) return data;
  if (level === CHAIN.begins || (level === CHAIN.continues && state.chained.length > 0)) {
    state.chained.push(data.slice());
    state.chainedBytes += Math.max(1, data.length);
    if (state.chainedBytes <= MAX_COMMAND_BYTES) return "more";
    state.forgetChain();
    return "bad-level";
  }
  if (level !== CHAIN.ends || state.chained.length === 0) return "bad-level";
  const whole = concat(...state.chained, data);
  state.forgetChain();
  return whole;
}

/** The next part of a long answer with its bChainParameter (§6.2.1); undefined when nothing is left. */
export function takeAnswerPart(
  state: SlotState,
  maxPartBytes: number,
  nextPart: (end: number, partBytes: number) => number,
): { readonly b9: number; readonly data: Uint8Array } | undefined {
  const { rest } = state;
  if (rest === undefined) return undefined;
  const end = Math.min(rest.data.length, rest.from + maxPartBytes);
  const isLast = end === rest.data.length;
  const b9 = rest.from === 0 ? CHAIN.begins : isLast ? CHAIN.ends : CHAIN.continues;
  state.rest = isLast ? undefined : { data: rest.data, from: nextPart(end, maxPartBytes) };
  return { b9, data: rest.data.slice(rest.from, end) };
}
