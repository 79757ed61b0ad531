// Prints the path of a Chromium for the end-to-end tests, and installs one first where there is none.
import { ensureChromium } from "./lib/chromium.mjs";
import { giveUp } from "./lib/say.mjs";

try {
  console.log(await ensureChromium());
} catch (error) {
  giveUp(error);
}
