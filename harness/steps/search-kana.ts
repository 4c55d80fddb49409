import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { stepRunner } from "./step-runner.ts";

declare module "../scenario.ts" {
  interface Steps {
    /** The clerk looks for a patient by kana as people write it: `spaced` with a wide blank, `large` with small kana large. */
    readonly "search-kana": { readonly persona: PersonaId; readonly as: "written" | "spaced" | "large" };
  }
}

const SMALL = "ｧｨｩｪｫｯｬｭｮ";
const LARGE = "ｱｲｳｴｵﾂﾔﾕﾖ";

const WAYS = {
  written: (kana: string) => kana,
  spaced: (kana: string) => kana.replace(" ", "　"),
  large: (kana: string) => [...kana].map((letter) => LARGE[SMALL.indexOf(letter)] ?? letter).join(""),
} as const;

export const searchKana = stepRunner({
  step: "search-kana",
  title: { ja: "カナ検索", en: "searches by kana" },
  run: ({ persona, as }, { world, subject }) =>
    subject.act({ do: "search-kana", kana: WAYS[as](world.actor(persona).person.kana) }),
});
