import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { type CardApplication, commandKey } from "../application.ts";
import type { CardImage } from "../card-image.ts";
import { changeKeyCommands, commonCommands } from "../commands/index.ts";
import { sessionKeyOutOfReach } from "../commands/proprietary.ts";
import { FOUR_DIGITS } from "../pin.ts";
import { commonKeyId } from "./common-card.ts";

/** 住基AP: a key id and a PIN; the 住民票コード itself cannot be read with public knowledge (my-number-card.md §1.6). */
export const residentRegister: CardApplication<CardImage> = {
  id: "resident-register",
  aid: fromHex("D3921000310001010401"),
  name: { ja: "住民基本台帳AP", en: "resident register application" },
  objects: [
    commonKeyId,
    {
      kind: "pin",
      fid: 0x001c,
      name: { ja: "住民基本台帳用パスワード", en: "resident register PIN" },
      tries: () => 3,
      holds: "pin",
      format: FOUR_DIGITS,
      digits: ({ pins }) => pins.register,
    },
  ],
  commands: [...commonCommands, ...changeKeyCommands, [commandKey(0x80, 0xae), sessionKeyOutOfReach]],
};
