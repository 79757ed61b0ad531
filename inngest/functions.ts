import type { Background } from "./background";
import { beginDay } from "./functions/begin-day";
import { carryMail } from "./functions/carry-mail";
import { cleanUp } from "./functions/clean-up";
import { remindInvited } from "./functions/remind-invited";
import { rotateSigningKeys } from "./functions/rotate-signing-keys";
import { runExport } from "./functions/run-export";
import { runSelfTest } from "./functions/run-self-test";
import { sealAudit } from "./functions/seal-audit";
import { tellOfDeadLetters } from "./functions/tell-of-dead-letters";
import { tidyLaboratory } from "./functions/tidy-laboratory";
import { wakeMails } from "./functions/wake-mails";

/** Every background function there is. Both carriers take them from here. */
export const functions: readonly Background[] = [
  carryMail,
  wakeMails,
  tellOfDeadLetters,
  runSelfTest,
  runExport,
  cleanUp,
  beginDay,
  tidyLaboratory,
  remindInvited,
  sealAudit,
  rotateSigningKeys,
];
