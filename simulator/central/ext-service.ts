import type { CentralProfile } from "../messages/profile.ts";
import type { AnyService } from "./service.ts";

/**
 * A service whose messages are OURS: the centre knows it only where the profile has switched it on (receipt-system-interface.md
 * §8.3). Switched off, a request is refused with a code that says so.
 */
export function behind(key: keyof CentralProfile["ext"], service: AnyService): AnyService {
  return {
    ...service,
    touches: (query, slice, cx) => (cx.profile.ext[key] ? service.touches(query, slice, cx) : []),
    answer: (query, slice, cx) => (cx.profile.ext[key] ? service.answer(query, slice, cx) : { refused: "SIM-E-010" }),
  };
}
