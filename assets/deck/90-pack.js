/* A briefing pack: the deck stands in the file itself. It checks its own digest, says of which day it is, and opens. */
(function () {
  "use strict";
  const show = window.corridorsShow;
  const held = document.getElementById("deck");
  if (!held) return;
  const deck = JSON.parse(held.textContent);
  const mount = document.getElementById("stage");
  const words = deck.words[deck.langs[0]];
  const style = document.querySelector("style").textContent;

  async function whole() {
    if (!window.crypto || !window.crypto.subtle) return null;
    const bytes = new TextEncoder().encode(held.textContent);
    const sum = await window.crypto.subtle.digest("SHA-256", bytes);
    const found = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return found === held.dataset.digest;
  }

  function seal(kept) {
    const said = { true: words.whole, false: words.altered, null: words.unchecked }[String(kept)];
    const line = show.element(document, "p", `stage-seal${kept === false ? " is-broken" : ""}`);
    line.textContent = `${words.made} ${deck.made} · ${said} · ${held.dataset.digest.slice(0, 12)}`;
    mount.append(line);
    mount.dataset.whole = String(kept);
    if (kept !== false) window.setTimeout(() => line.remove(), 8000);
  }

  function start() {
    show.open(deck, mount, style, start);
    whole().then(seal);
  }

  start();
})();
