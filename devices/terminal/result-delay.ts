import type { Rng } from "../../simulator/kernel/rng.ts";
import type { TerminalSettings } from "./settings.ts";

/**
 * How long a result is still held back, ms, so that the time from taking the request to writing it is what the settings say
 * (receipt-system-interface.md §1.4, §7, §8.19); undefined when it is never written. Others under way may come first.
 */
export function resultDelayMs(
  { delay, spreadMs }: Pick<TerminalSettings, "delay" | "spreadMs">,
  takenAtMs: number,
  nowMs: number,
  othersUnderWay: number,
  chance: Rng,
): number | undefined {
  if (delay.style === "never") return undefined;
  const wantedMs = wholeMs(delay, chance);
  const spread = othersUnderWay > 0 && spreadMs > 0 ? chance.below(spreadMs + 1) : 0;
  return Math.max(0, takenAtMs + wantedMs - nowMs) + spread;
}

function wholeMs(
  { style, fixedMs, spreadFromMs, spreadToMs, beyondMs }: TerminalSettings["delay"],
  chance: Rng,
): number {
  switch (style) {
    case "fixed":
      return fixedMs;
    case "spread":
      return spreadFromMs + chance.below(spreadToMs - spreadFromMs + 1);
    case "beyond":
      return beyondMs;
    default:
      return 0; // as long as the centre took
  }
}
