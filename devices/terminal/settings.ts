import { defaultProfile, type TerminalProfile } from "../../simulator/messages/profile.ts";

/** How a terminal is set up; every default in one place (receipt-system-interface.md §7 and §8, ours where it says so). */
export interface TerminalSettings {
  /** Encoding of results: fixed, or that of the request (§8.5). */
  readonly resultEncoding: TerminalProfile["result"]["encoding"];
  /** Order of elements in results: as in the layout paper, mixed up as real ones are, or always the same mixture (fact 5). */
  readonly resultOrder: TerminalProfile["result"]["order"];
  /** Optional text elements without a value: left out, or empty (fact 6). */
  readonly emptyOptionals: TerminalProfile["result"]["optionals"];
  /** `whole`: at once. `rename`: under a temporary name first. `in-place`: created first, filled afterwards. `locked`: see there (§1.4, §8.4). */
  readonly writeStyle: TerminalProfile["write"]["style"];
  /** Time between creating and filling, or before renaming, or of the lock, ms. */
  readonly writeMs: number;
  /** Interval at which the request folder is looked at; 0 takes a file as soon as it is there (§8.18). */
  readonly pollMs: number;
  /** How long the centre may take before the terminal gives up, ms (readers-and-line.md §5.4 expects 3–7 s; ours). */
  readonly centreDeadlineMs: number;
  /** Time from taking a request to writing its result (§1.4). */
  readonly delay: TerminalProfile["delay"];
  /** Of several requests under way, how long a result may be held back by chance, ms (§8.19). */
  readonly spreadMs: number;
  /** Which files travel as zip (§1.6, §8.6). */
  readonly zip: TerminalProfile["zip"];
  /** What becomes of results nobody takes (§8.7). */
  readonly stay: TerminalProfile["stay"];
  /** What is refused, and how that is told (§8.8). */
  readonly err: TerminalProfile["err"];
  /** Free parts and beginnings of file names (§8.2, §8.3). */
  readonly name: TerminalProfile["name"];
  /** Lengths that replace ours (§8.16). */
  readonly len: TerminalProfile["len"];
  /** Codes and texts that replace ours (§8.1). */
  readonly codes: TerminalProfile["codes"];
  /** Whether results carry `QualificationConfirmationKey` (§8.10). */
  readonly faceKey: boolean;
  /** Account of the linkage application: without the rights of a 医療情報閲覧者 the centre gives no medical information (ours). */
  readonly account?: "general";
}

/** How long the terminal waits for the centre (ours). */
const CENTRE_DEADLINE_MS = 20_000;

/** The settings a profile means for the terminal. */
export function terminalSettings(profile: TerminalProfile): TerminalSettings {
  const { result, write, poll, delay, order, zip, stay, err, name, len, codes, face } = profile;
  return {
    resultEncoding: result.encoding,
    resultOrder: result.order,
    emptyOptionals: result.optionals,
    writeStyle: write.style,
    writeMs: write.ms,
    pollMs: poll.ms,
    centreDeadlineMs: CENTRE_DEADLINE_MS,
    delay,
    spreadMs: order.spreadMs,
    zip,
    stay,
    err,
    name,
    len,
    codes,
    faceKey: face.key,
  };
}

/** The settings a terminal has unless a profile or a scenario says otherwise. */
export const defaultTerminalSettings: TerminalSettings = terminalSettings(defaultProfile);
