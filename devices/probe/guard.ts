import { fromHex, sameBytes } from "../../simulator/kernel/bytes.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { CommandApdu } from "../iso7816/apdu.ts";
import type { Transmit } from "../iso7816/commands.ts";
import { SW } from "../iso7816/status-word.ts";
import { type ProbedApplicationId, probedApplications } from "./applications.ts";

/** One object of the card the probe may touch, and how. What is in no row may not even be selected. */
export interface Permission {
  readonly application: ProbedApplicationId;
  readonly fid: number;
  /** READ BINARY may reach up to here; 0 where the content is not for the probe. */
  readonly readableBytes: number;
  /** VERIFY without data may be sent: the question for the tries left. */
  readonly askable: boolean;
}

/** More than a CA certificate has (my-number-card.md §4.5: about 1 kB). */
export const MAX_CERTIFICATE_BYTES = 4_096;

const presence = { readableBytes: 0, askable: false } as const;
const question = { readableBytes: 0, askable: true } as const;
const readable = (readableBytes: number) => ({ readableBytes, askable: false }) as const;

/** Written without the plan, so that a slip in one of the two does not become a command. */
export const permissions: readonly Permission[] = [
  { application: "jpki", fid: 0x0006, ...readable(32) },
  { application: "jpki", fid: 0x000a, ...presence },
  { application: "jpki", fid: 0x000b, ...readable(MAX_CERTIFICATE_BYTES) },
  { application: "jpki", fid: 0x0002, ...readable(MAX_CERTIFICATE_BYTES) },
  { application: "jpki", fid: 0x0018, ...question },
  { application: "jpki", fid: 0x001b, ...question },
  { application: "card-surface", fid: 0x0003, ...readable(12) },
  { application: "card-surface", fid: 0x0012, ...question },
  { application: "card-surface", fid: 0x0013, ...question },
  { application: "text-input", fid: 0x0005, ...readable(12) },
  { application: "text-input", fid: 0x0011, ...question },
  { application: "text-input", fid: 0x0014, ...question },
  { application: "text-input", fid: 0x0015, ...question },
  { application: "resident-register", fid: 0x001c, ...question },
  { application: "common-card", fid: 0x001c, ...question },
];

/** What the guard knows of the card: what the commands it let through have selected. */
interface Selected {
  readonly application?: ProbedApplicationId;
  readonly object?: Permission;
}

/**
 * Lets only harmless commands through to the card: SELECT of the applications and objects in the tables, READ BINARY of
 * the free bytes while their file is the current one, VERIFY without data while a PIN is. Anything else is a
 * {@link Defect} before a byte is sent.
 */
export function guarded(transmit: Transmit): Transmit {
  let selected: Selected = {};
  return function* (apdu) {
    const next = afterCommand(apdu, selected);
    ensure(next !== undefined, `the probe may not send ${apdu.cla.toString(16)} ${apdu.ins.toString(16)} here`);
    const answer = yield* transmit(apdu);
    // A SELECT that failed leaves the card where it was, and us without an opinion: nothing may follow but a SELECT.
    if (apdu.ins === SELECT) selected = answer.sw === SW.ok ? next : { ...(isFile(apdu) ? keepApplication(next) : {}) };
    return answer;
  };
}

const SELECT = 0xa4;
const VERIFY = 0x20;
const READ_BINARY = 0xb0;
const BY_NAME = 0x04;
const EF_OF_CURRENT_DF = 0x02;

const isFile = ({ p1 }: CommandApdu): boolean => p1 === EF_OF_CURRENT_DF;
const keepApplication = ({ application }: Selected): Selected => (application === undefined ? {} : { application });

/** What is selected after this command, if the card takes it; undefined when it may not be sent. */
function afterCommand(apdu: CommandApdu, selected: Selected): Selected | undefined {
  const { cla, ins, p1, p2, data, ne } = apdu;
  if (cla !== 0x00) return undefined;
  switch (ins) {
    case SELECT:
      return p1 === BY_NAME
        ? applicationSelected(apdu)
        : p1 === EF_OF_CURRENT_DF
          ? fileSelected(apdu, selected)
          : undefined;
    case VERIFY: {
      const bare = p1 === 0x00 && p2 === 0x80 && data.length === 0 && ne === 0;
      return bare && selected.object?.askable === true ? selected : undefined;
    }
    case READ_BINARY: {
      // Bit 8 of P1 would select another file by its short id; it makes an offset no file here reaches.
      const end = ((p1 << 8) | p2) + ne;
      const bare = data.length === 0 && ne > 0;
      return bare && end <= (selected.object?.readableBytes ?? 0) ? selected : undefined;
    }
    default:
      return undefined;
  }
}

function applicationSelected({ p2, data, ne }: CommandApdu): Selected | undefined {
  const quiet = p2 === 0x0c && ne === 0;
  const withFci = p2 === 0x00 && ne === 256;
  const row = probedApplications.find(({ aid }) => sameBytes(fromHex(aid), data));
  if (row === undefined) return undefined;
  return ("withFci" in row ? withFci : quiet) ? { application: row.id } : undefined;
}

function fileSelected({ p2, data, ne }: CommandApdu, { application }: Selected): Selected | undefined {
  if (p2 !== 0x0c || ne !== 0 || data.length !== 2 || application === undefined) return undefined;
  const fid = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
  const object = permissions.find((row) => row.application === application && row.fid === fid);
  return object === undefined ? undefined : { application, object };
}
