import { describe, expect, it } from "vitest";
import { afarByConsent } from "../../../harness/checks/consent/afar-by-consent.ts";
import { expiryTold } from "../../../harness/checks/consent/expiry-told.ts";
import { givenIsShown } from "../../../harness/checks/consent/given-is-shown.ts";
import { noMedicalInGrace } from "../../../harness/checks/consent/no-medical-in-grace.ts";
import { medicalRequestsOf } from "../../../harness/checks/medical-files.ts";
import { permittedViewsOf } from "../../../harness/checks/medical-views.ts";
import type { SubjectAct } from "../../../harness/subjects/subject.ts";
import { type AnyCrossing, type Trace, traceOf } from "../../../simulator/kernel/trace.ts";
import { runOf } from "../runs.ts";

type Change = (crossing: AnyCrossing) => readonly AnyCrossing[];

/** The same run by a receipt system that did something else: crossings left out or changed, in their order. */
const changed = ({ header, crossings, footer }: Trace, change: Change): Trace =>
  traceOf(header, crossings.flatMap(change), footer);

/** Acts changed or left out. */
const acting =
  (change: (act: SubjectAct, seq: number) => SubjectAct | undefined): Change =>
  (crossing) => {
    if (crossing.pco !== "subject.act") return [crossing];
    const message = change(crossing.message, crossing.seq);
    return message === undefined ? [] : [{ ...crossing, message }];
  };

/** Leaves out what was asked and answered from a step on, as by a receipt system that does not ask. */
const askingNothingFrom =
  (seq: number): Change =>
  (crossing) => {
    const asks = crossing.pco === "subject.act" && crossing.message.act === "asked";
    return crossing.seq > seq && (asks || crossing.pco === "exchange.file") ? [] : [crossing];
  };

const lookAt = (trace: Trace, index: number): number => permittedViewsOf(trace)[index]?.seq ?? Number.NaN;

describe("the end of a consent", () => {
  /** C25 by a receipt system that counts the 24 hours itself; of the late look it tells an outcome. */
  async function counted(outcome: "refused" | "shown", tells: boolean): Promise<Trace> {
    const { trace } = await runOf("C25");
    const late = lookAt(trace, 1);
    return changed(
      changed(trace, askingNothingFrom(late)),
      acting((act, seq) => {
        if (seq < late) return act;
        if (act.act === "alerted") return tells ? { act: "alerted", alert: act.alert, visit: "V1" } : undefined;
        return act.act === "medical" ? { ...act, outcome } : act;
      }),
    );
  }

  it("may be counted by the receipt system itself, which then asks nothing and tells it", async () => {
    expect(expiryTold.judge(await counted("refused", true)).verdict).toBe("pass");
  });

  it("must be told by one that counts as well", async () => {
    expect(expiryTold.judge(await counted("refused", false)).verdict).toBe("fail");
  });

  it("is not kept to by showing what was fetched before", async () => {
    expect(expiryTold.judge(await counted("shown", true)).verdict).toBe("fail");
  });

  it("is not proved either way where no answer came", async () => {
    const { trace } = await runOf("C25");
    const late = lookAt(trace, 1);
    const unanswered = acting((act, seq) => {
      if (seq < late || act.act === "asked") return act;
      return act.act === "medical" ? { ...act, outcome: "no-answer" } : undefined;
    });
    const silent = changed(changed(trace, unanswered), (crossing) =>
      crossing.seq > late && crossing.pco === "exchange.file" && crossing.message.folder === "res" ? [] : [crossing],
    );
    expect(expiryTold.judge(silent).verdict).toBe("inconc");
  });

  it("may be told by the visit without naming the file that refused", async () => {
    const { trace } = await runOf("C25");
    const unnamed = acting((act) => (act.act === "alerted" ? { act: act.act, alert: act.alert, visit: "V1" } : act));
    expect(expiryTold.judge(changed(trace, unnamed)).verdict).toBe("pass");
  });
});

describe("what was consented to and given", () => {
  const refusing = acting((act) =>
    act.act === "medical" && act.outcome === "shown" ? { ...act, outcome: "not-consented" } : act,
  );

  it.each(["C25", "C26", "C28", "C36", "C75"])("must be shown in %s", async (id) => {
    const { trace } = await runOf(id);
    expect(givenIsShown.judge(changed(trace, refusing)).verdict).toBe("fail");
  });

  it("must be asked for", async () => {
    const { trace } = await runOf("C28");
    const silent = changed(changed(trace, askingNothingFrom(lookAt(trace, 0))), refusing);
    expect(givenIsShown.judge(silent).verdict).toBe("fail");
  });

  it("may be asked for ahead of the look", async () => {
    const { trace } = await runOf("C28");
    const look = lookAt(trace, 0);
    const told = permittedViewsOf(trace)[0]?.told?.seq ?? Number.NaN;
    const between = (seq: number) => seq > look && seq < told;
    // What lies between the look and what was told of it comes before the look.
    const order = (seq: number) => (seq === look ? told - 1 : between(seq) ? seq - 1 : seq);
    const ahead = traceOf(
      trace.header,
      trace.crossings
        .map((crossing) => ({ ...crossing, seq: order(crossing.seq) }))
        .toSorted((one, other) => one.seq - other.seq),
      trace.footer,
    );
    expect(medicalRequestsOf(ahead)[0]?.seq).toBeLessThan(lookAt(ahead, 0));
    expect(givenIsShown.judge(ahead).verdict).toBe("pass");
    expect(givenIsShown.judge(changed(ahead, refusing)).verdict).toBe("fail");
  });

  it("proves nothing while a look is told nothing of", async () => {
    const { trace } = await runOf("C24");
    const mute = acting((act) => (act.act === "medical" && act.kind === "checkup" ? undefined : act));
    expect(givenIsShown.judge(changed(trace, mute)).verdict).toBe("inconc");
  });

  it("is not asked of a consent that was withdrawn or has run out", async () => {
    for (const id of ["C25", "C26"]) {
      const looks = permittedViewsOf((await runOf(id)).trace);
      expect([id, looks.map(({ consent }) => consent)]).toEqual(
        id === "C25" ? [id, ["in-force", "expired"]] : [id, ["in-force", "none", "none"]],
      );
    }
  });
});

describe("visits from afar", () => {
  it("may pass over a patient whose consent ended without a word, who is then not confirmed", async () => {
    const { trace } = await runOf("C75");
    const passing = acting((act) => (act.act === "seen-from-afar" && !act.confirmed ? undefined : act));
    expect(afarByConsent.judge(changed(trace, passing)).verdict).toBe("pass");
  });

  it("are judged by how the patient left, whatever was said of the fetched file", async () => {
    const { trace } = await runOf("C75@broken/settles-on-ended-consent");
    const wordless = acting((act) => (act.act === "seen-from-afar" ? undefined : act));
    expect(afarByConsent.judge(changed(trace, wordless)).verdict).toBe("fail");
  });

  it("a consent that stands must settle the visit", async () => {
    const { trace } = await runOf("C76");
    const doubting = acting((act) => (act.act === "settled" ? { ...act, standing: "unconfirmed" } : act));
    expect(afarByConsent.judge(changed(trace, doubting)).verdict).toBe("fail");
  });
});

describe("the grace period", () => {
  it("is broken by a request in small letters as well", async () => {
    const { trace } = await runOf("C59@broken/asks-checkups-unconsented");
    const small = changed(trace, (crossing) => {
      if (crossing.pco === "exchange.file")
        return [{ ...crossing, message: { ...crossing.message, name: crossing.message.name.toLowerCase() } }];
      return acting((act) => (act.act === "asked" ? { ...act, file: act.file.toLowerCase() } : act))(crossing);
    });
    expect(noMedicalInGrace.judge(small).verdict).toBe("fail");
  });
});
