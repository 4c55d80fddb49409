import { faceMessages } from "./face-messages.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { ScreenView } from "./screens.ts";
import type { SignalEvent } from "./signals.ts";

const NOT_ACCEPTED: ReadonlySet<ReaderMessageCode> = new Set(Object.values(faceMessages));

/**
 * The lamp and sound that come with a screen; undefined where they stay as they are. When a reader tells what is public of
 * some makers, at which screen is ours.
 */
export function signalAt({ screen, message }: ScreenView): SignalEvent | undefined {
  if (message === "SIM-014") return "card-left";
  if (message !== undefined && NOT_ACCEPTED.has(message)) return "face-failed";
  if (screen === "S90") return "reader-lost";
  if (message !== undefined && screen !== "S08") return "error";
  const quiet = { S00: "idle", S01: "card-felt", S09: "done" } as const;
  return screen in quiet ? quiet[screen as keyof typeof quiet] : undefined;
}
