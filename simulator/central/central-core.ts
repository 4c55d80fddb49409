import { dateAt } from "../kernel/civil-time.ts";
import { ensure } from "../kernel/errors.ts";
import type { Rng } from "../kernel/rng.ts";
import type { CentreAnswer, CentreRequest } from "../messages/line-envelope.ts";
import { type CentralProfile, defaultProfile } from "../messages/profile.ts";
import { kindsOf } from "../messages/profiled-kinds.ts";
import { type Problem, validate } from "../messages/validate.ts";
import { type Certificate, readCertificate } from "../pki/certificate.ts";
import type { Standing } from "../pki/validation.ts";
import type { Facility } from "../population/facility.ts";
import { policyAt } from "../population/policy.ts";
import type { RuleRowId } from "../rules/index.ts";
import { type LedgerChange, type LedgerKey, type LedgerSlice, type LedgerWork, RowMap } from "./ledger.ts";
import type { MedicalDocuments } from "./medical/documents.ts";
import type { AnyService, CentralContext } from "./service.ts";
import { services } from "./services/index.ts";

/** What one message came to; the changes and the answer belong together. */
export interface CoreAnswer {
  readonly answer: CentreAnswer;
  readonly changes: readonly LedgerChange[];
  /** The rows of decision tables that decided, where the service tells them. */
  readonly by?: readonly RuleRowId[];
}

/** A message that is served: what its shell must find out before it can be answered, and the way to the answer. */
export interface OpenMessage {
  /** The certificate the message presents, for the shell to judge; undefined when it presents none that can be read. */
  readonly certificate: Certificate | undefined;
  /** Whole months a user certificate is good for after its end, by the policy of the day (eligibility-rules.md §7.1). */
  readonly graceMonths: number;
  /** Answers, given what the shell made of the certificate. Yields the keys of the rows it needs. */
  answer(standing: Standing | undefined): LedgerWork<CoreAnswer>;
}

/** What the core is made of. */
export interface CentralCoreParts {
  readonly rng: Rng;
  /** Facilities the centre knows, by code. */
  readonly facilityByCode: (code: string) => Facility | undefined;
  /** Choices where the paper is silent; ours unless given (receipt-system-interface.md §8). */
  readonly profile?: CentralProfile;
  /** Makes PDFs of medical information; without it they are refused. */
  readonly documents?: MedicalDocuments;
}

/** Rows name rows that name rows; deeper than this no service reaches. */
const MAX_ROUNDS = 8;

/**
 * オンライン資格確認等システム without its surroundings: routes a message to the service of its kind. It neither waits nor
 * reads: it yields the keys of the rows it wants, so that the same core runs over a map in the virtual world and inside a
 * transaction of a database (architecture.md §4).
 */
export class CentralCore {
  readonly #parts: CentralCoreParts;
  readonly #services: ReadonlyMap<string, AnyService>;
  /** The rules of the last day a message came on: the next one comes on the same day nearly always. */
  #day: Pick<CentralContext, "today" | "policy"> | undefined;

  constructor(parts: CentralCoreParts) {
    this.#parts = parts;
    this.#services = new Map(services.map((entry) => [entry.serves, entry]));
  }

  /** Looks at a message at an instant: it is refused at once, or can be answered. */
  open({ kind, facility, account, body }: CentreRequest, nowMs: number): OpenMessage | CoreAnswer {
    const entry = this.#services.get(kind);
    if (entry === undefined) return refuse("SIM-E-001", `kind ${kind} is not served`);
    const { rng, facilityByCode, profile = defaultProfile, documents } = this.#parts;
    const known = facilityByCode(facility);
    if (known === undefined) return refuse("SIM-E-005", "the facility is not known");
    const bad = this.#badField(entry, kind, body);
    if (bad !== undefined) return refuse(bad.code, `field ${bad.path} is missing or malformed`);
    const der = entry.presents(body);
    const certificate = der === undefined ? undefined : readCertificate(der);
    const { today, policy } = this.#rulesAt(nowMs);
    return {
      certificate,
      graceMonths: policy.certificateGraceMonths,
      answer(standing) {
        const presented = certificate === undefined ? undefined : { certificate, standing: standing ?? "untrusted" };
        const given = { ...(account && { account }), ...(documents && { documents }) };
        return answering(entry, body, { nowMs, today, policy, profile, facility: known, rng, presented, ...given });
      },
    };
  }

  /** The first field that is bad, and how (§8.1); messages with other lengths than ours are checked with those (§8.16). */
  #badField(entry: AnyService, kind: string, body: object): Pick<Problem, "path" | "code"> | undefined {
    const { len } = this.#parts.profile ?? defaultProfile;
    if (Object.keys(len).length === 0 && entry.badField(body) === undefined) return undefined;
    const layout = kindsOf({ name: defaultProfile.name, len })(kind)?.request;
    if (layout !== undefined) return validate(layout, body)[0];
    const path = entry.badField(body); // a message of the line's own has no layout
    return path === undefined ? undefined : { path, code: "SIM-E-002" };
  }

  #rulesAt(nowMs: number): Pick<CentralContext, "today" | "policy"> {
    const today = dateAt(nowMs);
    if (this.#day?.today === today) return this.#day;
    const { policy: dates } = this.#parts.profile ?? defaultProfile;
    // From when the limit consent of a card is not asked is our choice (receipt-system-interface.md §8.27).
    this.#day = { today, policy: { ...policyAt(today), limitScreenAsked: today < dates.limit } };
    return this.#day;
  }
}

/** The refusal of a message as a whole, which changes nothing. */
export function refuse(code: string, text: string): CoreAnswer {
  return { answer: { status: "refused", code, text }, changes: [] };
}

function* answering(entry: AnyService, body: object, cx: CentralContext): LedgerWork<CoreAnswer> {
  const slice = yield* gather(entry, body, cx);
  const result = entry.answer(body, slice, cx);
  if ("refused" in result) return refuse(result.refused, `refused by ${entry.serves}`);
  const { answer, changes, by } = result;
  return { answer: { status: "ok", body: answer }, changes, ...(by && { by }) };
}

/** Asks for rows until the service names no new ones. Each row is asked for once. */
function* gather(entry: AnyService, body: object, cx: CentralContext): LedgerWork<LedgerSlice> {
  const rows = new RowMap();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const wanted: LedgerKey[] = [];
    for (const key of entry.touches(body, rows, cx)) {
      const [table, name] = key;
      if (rows.has(table, name)) continue;
      rows.set(table, name, undefined); // a service may name a row twice; it is read once
      wanted.push(key);
    }
    if (wanted.length === 0) return rows;
    const read = yield wanted;
    for (const [table, key] of wanted) rows.set(table, key, read.get(table, key));
  }
  ensure(
    entry.touches(body, rows, cx).every(([table, key]) => rows.has(table, key)),
    `service ${entry.serves} names rows without end`,
  );
  return rows;
}
