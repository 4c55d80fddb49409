import { latin1, toHex } from "../../simulator/kernel/bytes.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { encodeCommand, type ResponseApdu } from "../iso7816/apdu.ts";
import { type Atr, isContactless } from "../iso7816/atr.ts";
import { decodeAtr } from "../iso7816/atr-decode.ts";
import type { Transmit } from "../iso7816/commands.ts";
import {
  NO_ANSWER,
  type StatusWord,
  SW,
  saysNoApplication,
  statusWordText,
  triesLeftIn,
} from "../iso7816/status-word.ts";
import { type ProbedApplicationId, probedApplications } from "./applications.ts";
import { type CaCertificate, caCertificateOf, printable, restOfCertificate } from "./ca-certificate.ts";
import { storageCardOf } from "./contactless.ts";
import { guarded } from "./guard.ts";
import { kindOf, MEASURED_LABELS } from "./kinds.ts";
import { type ProbeStep, probePlan } from "./plan.ts";
import type { ApplicationAnswer, AtrAnswer, CredentialAnswer, ProbeReport } from "./report.ts";

/**
 * Looks at the card behind `transmit` and says what it is. Reads nothing of a person, asks for no PIN, sends none:
 * plan.ts has every command, guard.ts refuses all others. A card that falls silent (NO_ANSWER) ends the probe early.
 */
export function* probeCard(atr: Atr, transmit: Transmit): Process<ProbeReport> {
  const findings = new Findings();
  const ask = guarded(function* (apdu) {
    const answer = yield* transmit(apdu);
    findings.sent.push({
      step: findings.step,
      command: toHex(encodeCommand(apdu)),
      statusWord: statusWordText(answer.sw),
    });
    return answer;
  });
  for (const step of probePlan) {
    if (!findings.mayAsk(step)) continue;
    findings.step = step.id;
    const answer = yield* ask(step.command);
    if (answer.sw === NO_ANSWER) return findings.report(atr, step.id);
    if (answer.sw === SW.ok) findings.done.add(step.id);
    if (step.learns === "certificate") findings.learnCertificate(step, yield* certificate(ask, answer));
    else findings.learn(step, answer);
  }
  return findings.report(atr, undefined);
}

function* certificate(ask: Transmit, { sw, data }: ResponseApdu): Process<CaCertificate | undefined> {
  if (sw !== SW.ok && sw !== SW.endOfFile) return undefined;
  const der = yield* restOfCertificate(ask, data);
  return der === undefined ? undefined : caCertificateOf(der);
}

/** SELECT worked: also where the card is asked to fetch the answer (T=0), or the file is deactivated. */
const isThere = (sw: StatusWord): boolean => sw === SW.ok || sw >> 8 === 0x61 || sw === SW.noInformation;

class Findings {
  step = "";
  readonly done = new Set<string>();
  readonly sent: { readonly step: string; readonly command: string; readonly statusWord: string }[] = [];
  readonly #applications: ApplicationAnswer[] = [];
  readonly #there = new Set<ProbedApplicationId>();
  readonly #credentials: CredentialAnswer[] = [];
  readonly #versions: Record<string, string> = {};
  readonly #certificates: Record<string, CaCertificate | null> = {};
  #tokenLabel: string | undefined;
  #triesNotAsked = false;

  /** False for a step whose ground is missing, and for the question that might cost a try. */
  mayAsk(step: ProbeStep): boolean {
    if (step.after !== undefined && !this.done.has(step.after)) {
      const refused = this.sent.some(({ step: asked }) => asked === step.after);
      if (step.learns === "tries" && refused) this.#credentials.push({ id: step.after, state: "absent" });
      return false;
    }
    if (step.learns !== "tries" || MEASURED_LABELS.includes(this.#tokenLabel ?? "")) return true;
    this.#triesNotAsked = true;
    this.#credentials.push({ id: step.after ?? step.id, state: "not-asked" });
    return false;
  }

  learn(step: ProbeStep, { sw, data }: ResponseApdu): void {
    switch (step.learns) {
      case "application": {
        const answer = isThere(sw) ? "there" : saysNoApplication(sw) ? "absent" : "unclear";
        const row = probedApplications.find(({ id }) => id === step.id);
        ensure(row !== undefined, `the plan asks for an application of no row: ${step.id}`);
        if (answer === "there") this.#there.add(row.id);
        this.#applications.push({ id: row.id, aid: row.aid, answer, statusWord: statusWordText(sw) });
        return;
      }
      case "label":
        // PKCS#11 pads with blanks, some cards with NUL (my-number-card.md §1.3).
        if (sw === SW.ok) this.#tokenLabel = printable(latin1(data).replace(/[\0 ]+$/, ""));
        return;
      case "version":
        if (sw === SW.ok) this.#versions[step.after ?? step.id] = firstElement(data);
        return;
      case "tries":
        this.#credentials.push({ id: step.after ?? step.id, ...credentialOf(sw), statusWord: statusWordText(sw) });
        return;
      default:
        return;
    }
  }

  learnCertificate(step: ProbeStep, found: CaCertificate | undefined): void {
    this.#certificates[step.after ?? step.id] = found ?? null;
  }

  report(atr: Atr, silentAt: string | undefined): ProbeReport {
    const storageCard = storageCardOf(atr);
    return {
      format: 1,
      atr: atrAnswer(atr),
      kind: kindOf({ there: this.#there, tokenLabel: this.#tokenLabel, storageCard }),
      ...(storageCard === undefined ? {} : { storageCard: storageCard.name }),
      applications: this.#applications,
      ...(this.#tokenLabel === undefined ? {} : { tokenLabel: this.#tokenLabel }),
      versions: this.#versions,
      userCertificateThere: this.done.has("user-certificate"),
      caCertificates: this.#certificates,
      credentials: this.#credentials,
      triesNotAsked: this.#triesNotAsked,
      sent: this.sent,
      ...(silentAt === undefined ? {} : { silentAt }),
    };
  }
}

/** 63Cx tells tries; blocked is 63C0 on a query, 6984 or 6983 where a card differs (my-number-card.md §2.4, §9). */
function credentialOf(sw: StatusWord): Pick<CredentialAnswer, "state" | "triesLeft"> {
  const tries = triesLeftIn(sw);
  if (tries !== undefined) return tries === 0 ? { state: "blocked" } : { state: "left", triesLeft: tries };
  if (sw === SW.referenceDataNotUsable || sw === SW.authenticationBlocked) return { state: "blocked" };
  if (sw === SW.verificationFailed) return { state: "unlimited" };
  return { state: sw === SW.ok ? "verified" : "unclear" };
}

/** Value of the first element `DFx1 04 …` behind the outer header (my-number-card.md §1.4, §1.5); empty when it is not there. */
function firstElement(data: Uint8Array): string {
  const at = data.findIndex((byte, index) => byte === 0xdf && data[index + 2] === VERSION_ELEMENT_BYTES);
  return at < 0 ? "" : toHex(data.subarray(at + 3, at + 3 + VERSION_ELEMENT_BYTES));
}

const VERSION_ELEMENT_BYTES = 4;

function atrAnswer(atr: Atr): AtrAnswer {
  const { interfaceBytes, historical, extraBytes: _, ...reading } = decodeAtr(atr);
  const names = interfaceBytes.map(({ name, value }) => [name, toHex(Uint8Array.of(value))] as const);
  return {
    bytes: toHex(atr),
    ...reading,
    interfaceBytes: Object.fromEntries(names),
    historical: toHex(historical),
    contactless: isContactless(atr),
  };
}
