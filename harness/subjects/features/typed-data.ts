import type { NumberKind } from "../record-decisions.ts";
import { type Feature, handler } from "./feature.ts";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** The clerk types a number of some kind. */
    readonly "enter-number": { readonly visit: string; readonly kind: NumberKind; readonly digits: string };
    /** The clerk looks for a patient by kana. */
    readonly "search-kana": { readonly kana: string };
  }
  interface SubjectActs {
    /** A typed number, and whether it may go into a request or a claim. */
    readonly "number-entered": {
      readonly visit: string;
      readonly kind: NumberKind;
      readonly digits: string;
      readonly accepted: boolean;
    };
    /** Charts a search found. */
    readonly "kana-searched": { readonly kana: string; readonly charts: readonly string[] };
  }
}

/** What a clerk types: numbers are looked at before anything is sent, kana are compared as people write them (C16, C74). */
export const typedData: Feature = {
  handlers: {
    ...handler("enter-number", function* ({ visit, kind, digits }, office) {
      const accepted = office.decisions.acceptsNumber(kind, digits);
      if (!accepted) office.intake.alert("number-wrong", visit);
      office.tell({ act: "number-entered", visit, kind, digits, accepted });
      yield* [];
    }),
    ...handler("search-kana", function* ({ kana }, office) {
      const { foldKana } = office.decisions;
      const wanted = foldKana(kana);
      const found = office.charts.all().filter(({ person }) => foldKana(person.kana) === wanted);
      office.tell({ act: "kana-searched", kana, charts: found.map(({ id }) => id) });
      yield* [];
    }),
  },
  words: {
    "number-entered": ({ visit, accepted }) => ({
      ja: `来院${visit}: 入力された番号を${accepted ? "受け付けた" : "受け付けない"}`,
      en: `visit ${visit}: the typed number was ${accepted ? "taken" : "not taken"}`,
    }),
    "kana-searched": ({ charts }) => ({
      ja: `カナ検索: ${charts.length}件`,
      en: `search by kana: ${charts.length} found`,
    }),
  },
};
