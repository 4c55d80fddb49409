import { SW } from "../../iso7816/status-word.ts";
import type { BoundApplication, CardReply, CommandHandler } from "../application.ts";
import type { CardSession } from "../card-session.ts";
import { statusOnly } from "./status-only.ts";

/** Shorter than a registered identifier (RID, 5 bytes), a partial name means nothing: probes send such names. */
const MIN_NAME_BYTES = 5;
/** P2 of a SELECT by name: with or without FCI, the first or the next occurrence (ISO/IEC 7816-4 §7.1.1). */
const FIRST_WITH_FCI = 0x00;
const NEXT_WITH_FCI = 0x02;
const FIRST = 0x0c;
const NEXT = 0x0e;

const ok = statusOnly(SW.ok);
const notFound = statusOnly(SW.notFound);
const wrongP1P2 = statusOnly(SW.wrongP1P2);
const wrongLength = statusOnly(SW.wrongLength);

/** SELECT by name `00 A4 04` or by file id `00 A4 02` (my-number-card.md §2.2). */
export const select: CommandHandler = (session, { p1, p2, data, ne }) => {
  if (p1 === 0x04) return selectByName(session, p2, data, ne);
  if (p1 === 0x02) return selectFile(session, p2, data);
  // 6A86 right after reset, without effect while an application is current; no EF under the MF is found (§2.2).
  if (p1 === 0x00 && data.length === 0) return session.atRoot ? wrongP1P2 : ok;
  return p1 === 0x00 ? notFound : wrongP1P2;
};

function selectByName(session: CardSession, p2: number, name: Uint8Array, ne: number): CardReply {
  const next = p2 === NEXT || p2 === NEXT_WITH_FCI;
  if (!next && p2 !== FIRST && p2 !== FIRST_WITH_FCI) return wrongP1P2;
  const found = next ? nextNamed(session, name) : named(session.applications, name);
  if (found === undefined) return notFound;
  session.select(found);
  // Without Le nobody waits for data (ISO/IEC 7816-4 §5.1).
  return p2 === FIRST || p2 === NEXT || ne === 0 ? ok : found.selected;
}

function nextNamed(session: CardSession, name: Uint8Array): BoundApplication | undefined {
  const { applications, application } = session;
  // Only an application of that name has a next one; from another the search begins at the front (ours).
  const from = startsWith(application.aid, name) ? applications.indexOf(application) + 1 : 0;
  return named(applications.slice(from), name);
}

function named(applications: readonly BoundApplication[], name: Uint8Array): BoundApplication | undefined {
  if (name.length < MIN_NAME_BYTES) return undefined;
  for (const application of applications) if (startsWith(application.aid, name)) return application;
  return undefined;
}

/** From the end, where the names of one card differ: a SELECT is the commonest command there is. */
function startsWith(aid: Uint8Array, name: Uint8Array): boolean {
  if (name.length > aid.length) return false;
  for (let at = name.length - 1; at >= 0; at--) if (aid[at] !== name[at]) return false;
  return true;
}

function selectFile(session: CardSession, p2: number, data: Uint8Array): CardReply {
  if (p2 !== FIRST && p2 !== FIRST_WITH_FCI) return wrongP1P2;
  if (data.length !== 2) return wrongLength;
  const object = session.find(((data[0] ?? 0) << 8) | (data[1] ?? 0));
  if (object === undefined) return notFound;
  session.current = object;
  return ok;
}
