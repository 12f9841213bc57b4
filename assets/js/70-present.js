/* Presenting from the page Present: everything a deck needs is loaded before the first scene; then no server is asked. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const base = () => new URL(document.documentElement.dataset.base, window.location.origin);

  function load(address) {
    return new Promise((resolve, reject) => {
      if (window.corridorsShow && window.corridorsShow.open) return resolve();
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  async function style(address) {
    const words = await (await fetch(address)).text();
    if (!document.getElementById("stage-style")) {
      const sheet = document.createElement("style");
      sheet.id = "stage-style";
      sheet.textContent = words;
      document.head.append(sheet);
    }
    return words;
  }

  async function present(button) {
    const status = document.getElementById("present-status");
    status.textContent = button.dataset.loading;
    button.disabled = true;
    try {
      const names = await (await fetch(new URL("stage.json", base()))).json();
      const answer = await fetch(new URL(button.dataset.deck, base()));
      if (!answer.ok) throw new Error(String(answer.status));
      const [deck, sheet] = await Promise.all([answer.json(), style(names.stage), load(names.deck), document.fonts.load("700 40px 'Corridors Sans'")]);
      const mount = document.createElement("div");
      mount.id = "deck-stage";
      document.body.append(mount);
      corridors.showing = window.corridorsShow.open(deck, mount, sheet, (seconds, scene, asked) => {
        mount.remove();
        corridors.showing = null;
        button.focus();
        corridors.meetings.offer(deck, asked, () => button.focus());
      });
      status.textContent = "";
    } catch {
      status.textContent = button.dataset.failed;
    }
    button.disabled = false;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("[data-deck]");
    if (button && !corridors.showing) present(button);
  });

  /* F5 starts the story only where there is one; elsewhere it reloads, as everywhere. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F5" || event.ctrlKey || event.shiftKey || corridors.showing) return;
    const near = document.activeElement && document.activeElement.closest && document.activeElement.closest(".story");
    const button = (near || document).querySelector("[data-deck][data-first]");
    if (!button) return;
    event.preventDefault();
    present(button);
  });
})();
