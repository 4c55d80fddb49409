import type { CardPictures } from "../../devices/cards/card-image.ts";
import type { FaceImage } from "../../devices/readers/face-gate.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { loadJpeg2000 } from "./jpeg2000.ts";
import { type Lettering, printText } from "./printed-text.ts";

/** What stands on the card as text. */
export interface CardTexts {
  /** At most 100 full-width characters. */
  readonly name: string;
  /** At most 200 full-width characters. */
  readonly address: string;
  /** 個人番号, twelve digits. Private: it is drawn, and appears in no error text. */
  readonly personalNumber: string;
  /** セキュリティコード, four digits. */
  readonly securityCode: string;
}

/** The pictures of 券面事項確認AP (my-number-card.md §1.4), and what the font could not draw. */
export interface DrawnCardPictures extends CardPictures {
  /** Characters of name and address that are not on the card as they are written, as `U+20BB7`, each once. */
  readonly replaced: readonly string[];
}

/** EF 0002 DF25 and DF26. Sizes and wrapping are ours; they hold what eligibility messages may carry, 100 and 200. */
const nameLettering: Lettering = { emPx: 24, lineHeightPx: 28, lineWidthPx: 480, maxLines: 5 };
const addressLettering: Lettering = { ...nameLettering, maxLines: 10 };
/** EF 0005 DF41 is 72 x 12 for twelve digits, EF 0002 DF2A 24 x 12 for four (my-number-card.md §1.4): six pixels each. */
const digitLettering: Lettering = { emPx: 12, lineHeightPx: 12, lineWidthPx: 72, maxLines: 1 };

/**
 * Draws the pictures of one card: same texts and portrait, same pictures. Without a portrait the photo has no bytes, as
 * on the card of a child under one year (my-number-card.md D-18). A MisuseError when a number is not all digits, or not
 * as many as it should be, and when a text is too long.
 */
export async function drawCardPictures(texts: CardTexts, portrait?: FaceImage): Promise<DrawnCardPictures> {
  mustBeDigits("personalNumber", texts.personalNumber, 12);
  mustBeDigits("securityCode", texts.securityCode, 4);
  const [name, address, number, securityCode, photo] = await Promise.all([
    printText("name", texts.name, nameLettering),
    printText("address", texts.address, addressLettering),
    printText("personalNumber", texts.personalNumber, digitLettering),
    printText("securityCode", texts.securityCode, digitLettering),
    portrait === undefined ? new Uint8Array(0) : loadJpeg2000().then((codec) => codec.encode(portrait)),
  ]);
  return {
    name: name.png,
    address: address.png,
    number: number.png,
    securityCode: securityCode.png,
    photo,
    replaced: [...new Set([...name.replaced, ...address.replaced])],
  };
}

/** The message leaves the value out: it may be somebody's number with one digit missing. */
function mustBeDigits(field: string, value: string, count: number): void {
  if (value.length !== count || !/^[0-9]*$/.test(value)) throw new MisuseError(field, `${count} digits from 0 to 9`);
}
