import { createHash } from "node:crypto";
import { COMMAND } from "../../devices/ccid/constants.ts";
import { plainCommand } from "../../devices/ccid/writer.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import { Mailbox, type Process, type Settled, start, withDeadline } from "../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import type { RunHeader } from "../../simulator/kernel/trace.ts";
import type { Finding } from "../check.ts";
import { productVersion } from "../product.ts";
import { Recorder } from "../recorder.ts";
import type { JudgedCheck, ScenarioRecord } from "../run-record.ts";
import { type Verdict, worst } from "../verdict.ts";
import { Bench } from "./bench.ts";
import { CardSide } from "./card-side.ts";
import { Evidence } from "./evidence-log.ts";
import type { CheckSet, FirmwareCheck } from "./firmware-check.ts";
import { HostSide } from "./host-side.ts";
import { notedCard } from "./pcsc-evidence.ts";
import { RuleBroken } from "./rule-broken.ts";
import { setTitles } from "./set-titles.ts";
import type { FirmwareSubject } from "./subject.ts";

const DEFAULT_DEADLINE_MS = 10_000;
/** Between two checks the firmware may finish what it was doing, ms. */
const SETTLE_MS = 2_000;
const QUIET_MS = 20;

/** Runs the checks of one set against a subject, one after another, and judges each. */
export class SetRun {
  readonly #set: CheckSet;
  readonly #subject: FirmwareSubject;
  readonly #seed: number;
  readonly #recorder: Recorder;
  readonly #evidence: Evidence;
  readonly #bench: Bench;
  readonly #judged: JudgedCheck[] = [];
  #tellBroken: (error: RuleBroken) => void = () => {};
  #defect: unknown;
  #isConcluded = false;

  constructor(set: CheckSet, subject: FirmwareSubject, seed: number) {
    this.#set = set;
    this.#subject = subject;
    this.#seed = seed;
    this.#recorder = new Recorder(headerOf(set, subject, seed), []);
    const { clock, host, bench, ics, pcsc } = subject;
    const evidence = new Evidence(clock, this.#recorder.observe);
    this.#evidence = evidence;
    const hostSide = new HostSide(clock, (bytes) => host?.send(bytes), evidence);
    const cardSide = new CardSide(clock, (bytes) => bench?.send(bytes), evidence);
    host?.onBytes(this.#guarded((bytes) => hostSide.receive(bytes)));
    bench?.onBytes(this.#guarded((bytes) => cardSide.receive(bytes)));
    subject.onLost?.(({ message }) => this.#tellBroken(evidence.broken(lineEnded(message))));
    const rng = rngFromSeed(seed).fork(`firmware/${set}`);
    this.#bench = new Bench({
      clock,
      host: hostSide,
      card: cardSide,
      ics,
      rng,
      evidence,
      ...(pcsc === undefined ? {} : { pcsc: notedCard(pcsc, evidence) }),
    });
  }

  /** Runs one check. */
  async run(check: FirmwareCheck): Promise<JudgedCheck> {
    const finding = await this.#subject.run(this.#judge(check));
    const judged: JudgedCheck = {
      id: check.id,
      level: check.severity === "should" ? "should" : "must",
      title: check.title,
      expected: check.expected,
      clause: check.clause,
      requires: [],
      next: check.next,
      finding,
      evidence: [],
    };
    this.#judged.push(judged);
    return judged;
  }

  /** Closes the set: its checks with their evidence, and the trace. Its cards are out, and it hears nothing any more. */
  conclude(): ScenarioRecord {
    this.#bench.card.reset();
    this.#isConcluded = true;
    const crashed = this.#defect ?? this.#subject.problem();
    const trace = this.#recorder.conclude(crashed === undefined ? "completed" : "crashed");
    const checks = this.#judged.map((judged) => ({
      ...judged,
      evidence: judged.finding.evidence.flatMap((seq) => trace.crossings[seq - 1] ?? []),
    }));
    const must = checks.filter(({ level }) => level === "must").map(({ finding }): Verdict => finding.verdict);
    return {
      id: this.#set,
      title: setTitles[this.#set],
      expected: { ja: "全項目を満たす", en: "every clause holds" },
      underTest: "firmware",
      requires: [],
      policyDate: "",
      seed: this.#seed,
      faults: [],
      verdict: crashed === undefined ? worst(must) : "error",
      checks,
      warnings: checks.filter(({ level, finding }) => level === "should" && finding.verdict === "fail").length,
      trace,
      defect: crashed === undefined ? undefined : String(crashed),
    };
  }

  *#judge(check: FirmwareCheck): Process<Finding> {
    const evidence = this.#evidence;
    evidence.begin(check.id, check.clause);
    const deadlineMs = check.deadlineMs ?? DEFAULT_DEADLINE_MS;
    try {
      const seen = yield* this.#unlessBroken(this.#inTime(check, deadlineMs));
      if (seen === undefined) return this.#hung(deadlineMs);
      return { verdict: "pass", evidence: evidence.shown, observed: seen };
    } catch (error) {
      if (!(error instanceof RuleBroken)) {
        this.#defect ??= error;
        return { verdict: "inconc", evidence: evidence.shown, observed: OUR_OWN_ERROR };
      }
      return { verdict: "fail", evidence: evidence.shown, observed: error.observed };
    }
  }

  *#inTime(check: FirmwareCheck, deadlineMs: number): Process<Bilingual | undefined> {
    yield* this.#settle();
    return yield* withDeadline(this.#subject.clock, check.run(this.#bench), deadlineMs);
  }

  /** What was seen, unless a clause was broken behind the check's back: that ends it at once, or a flood would keep it. */
  *#unlessBroken<T>(process: Process<T>): Process<T> {
    const box = new Mailbox<Settled<T>>(2);
    this.#tellBroken = (error) => {
      this.#tellBroken = () => {};
      box.put({ error });
    };
    const abandon = start(process, (outcome) => box.put(outcome));
    const outcome = yield* box.take(this.#subject.clock);
    this.#tellBroken = () => {};
    abandon();
    ensure(outcome !== undefined, "a check ends, or something ends it");
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  /** What the firmware says when nobody takes the stack: a broken clause is told to the check that runs. */
  #guarded(receive: (bytes: Uint8Array) => void): (bytes: Uint8Array) => void {
    return (bytes) => {
      if (this.#isConcluded) return; // the lines go on to the next set
      try {
        receive(bytes);
      } catch (error) {
        if (error instanceof RuleBroken) this.#tellBroken(error);
        else this.#defect ??= error;
      }
    };
  }

  #hung(deadlineMs: number): Finding {
    const step = this.#evidence.currentStep;
    const observed: Bilingual = {
      ja: `${deadlineMs} ms 以内に終わらない。停止した段階: ${step}`,
      en: `not finished within ${deadlineMs} ms; it hung at: ${step}`,
    };
    return { verdict: "fail", evidence: this.#evidence.shown, observed };
  }

  /** No cards, no power, nothing under way, nothing heard: every check begins alike. */
  *#settle(): Process<void> {
    if (this.#subject.host === undefined) return;
    const { host, card, ics } = this.#bench;
    card.reset();
    host.forget();
    for (let slot = 0; slot < ics.slots; slot++) {
      const off = plainCommand(COMMAND.iccPowerOff, host.to(slot));
      host.send(off);
      yield* host.answerTo(off, SETTLE_MS);
    }
    yield* host.during(QUIET_MS);
    host.forget();
    card.reset();
  }
}

const lineEnded = (what: string): Bilingual => ({
  ja: `検証の途中で回線が切れた: ${what}`,
  en: `the line ended in the middle of the check: ${what}`,
});

const OUR_OWN_ERROR: Bilingual = { ja: "検証側の異常", en: "an error of the harness itself" };

function headerOf(set: CheckSet, subject: FirmwareSubject, seed: number): RunHeader {
  return {
    format: 1,
    product: `madoguchi ${productVersion}`,
    scenario: set,
    scenarioHash: createHash("sha256").update(JSON.stringify(subject.ics)).digest("hex"),
    subject: subject.id,
    mode: subject.mode,
    seed,
    policyDate: "00000000" as RunHeader["policyDate"],
    epochMs: subject.clock.nowMs,
    reader: subject.ics.name,
    facility: "",
    armed: [],
    pictures: "",
  };
}
