import { atrText } from "../../devices/iso7816/atr.ts";
import { readerMessages } from "../../devices/readers/messages.ts";
import { type ScreenEvent, type ScreenView, screenTitles } from "../../devices/readers/screens.ts";
import type { ConsentKind } from "../../devices/terminal/ports.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import type { AnyObservation } from "../../simulator/kernel/pco.ts";
import { touchNames } from "../reports/code-words.ts";
import { joined, methodNames } from "../reports/reader-words.ts";

/** Kinds of consent, as the screens ask for them. */
const consentNames: Readonly<Record<ConsentKind, Bilingual>> = {
  limit: { ja: "限度額", en: "limit" },
  disease: { ja: "特定疾病", en: "specific disease" },
  checkup: { ja: "健診", en: "check-ups" },
  drug: { ja: "薬剤", en: "drugs" },
  care: { ja: "診療", en: "care" },
  surgery: { ja: "手術", en: "surgery" },
  subsidy: { ja: "医療費助成の受給者証", en: "certificates of medical subsidies" },
};

/** A crossing as somebody beside the reader sees it; undefined for what nobody there sees. Never a PIN. */
export function checkInWords(crossing: AnyObservation): Bilingual | undefined {
  switch (crossing.pco) {
    case "reader.screen":
      return screenWords(crossing.message);
    case "card.field": {
      const { change, atr } = crossing.message;
      if (change === "removed") return undefined; // the patient's own touch said so
      if (atr === undefined) return { ja: "ICチップが応答しない", en: "no chip answers" };
      return { ja: `カードあり ${atrText(atr)}`, en: `a card answers ${atrText(atr)}` };
    }
    case "camera.frame": {
      const { attempt, score, threshold } = crossing.message;
      return {
        ja: `     ${attempt + 1}回目の照合 ${score}（しきい値 ${threshold}）`,
        en: `     try ${attempt + 1}: score ${score}, threshold ${threshold}`,
      };
    }
    case "exchange.file": {
      const { folder, name, bytes } = crossing.message;
      return { ja: `${folder}/${name}（${bytes.length}バイト）`, en: `${folder}/${name}, ${bytes.length} bytes` };
    }
    default:
      return undefined;
  }
}

/** A screen that was shown, or what was done with it. Never what was typed. */
export function screenWords(event: ScreenEvent): Bilingual {
  const { screen, touch } = event;
  if (touch === undefined) {
    const { ja, en } = joined([screenTitles[screen], ...detailsOf(event)], { ja: " ― ", en: " - " });
    return { ja: `${screen.padEnd(5)}${ja}`, en: `${screen.padEnd(5)}${en}` };
  }
  const chosen = touch.kind === "chose" ? methodNames[touch.method] : same("");
  const { ja, en } = touchNames[touch.kind];
  return { ja: `     → ${ja} ${chosen.ja}`.trimEnd(), en: `     → ${en} ${chosen.en}`.trimEnd() };
}

function detailsOf({ message, offers, name, asks, triesLeft }: ScreenView): readonly Bilingual[] {
  return [
    ...(message === undefined ? [] : [readerMessages[message].label]),
    ...(offers === undefined ? [] : [joined(offers.map((method) => methodNames[method]))]),
    ...(name === undefined ? [] : [same(name)]),
    ...(asks === undefined ? [] : [joined(asks.map((kind) => consentNames[kind]))]),
    ...(triesLeft === undefined ? [] : [{ ja: `残り${triesLeft}回`, en: `${triesLeft} tries left` }]),
  ];
}
